import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '#renderer/connection/connection.ts';
import { LostLetter } from '#renderer/features/shelf/lost-letter.tsx';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import classes from './queue-page.module.css';

/** Papers that the hub waits for and this PC has lost: each with its case, a letter with the place for its new scan; nothing while there are none. */
export function LostScansNote() {
  const { queue, application: words } = useWords();
  const navigate = useNavigate();
  const lost = useQuery(api.applications.lostScans.queryOptions({ input: {} })).data ?? [];
  if (lost.length === 0) return null;
  return (
    <Note tone="red" title={queue.lostScans.title(lost.length)} isAlert>
      <p>{queue.lostScans.words}</p>
      <ul className={classes['lost']} aria-label={queue.lostScans.title(lost.length)}>
        {lost.map(({ scanId, application, slipNumber }, index) => (
          <li key={scanId}>
            {application === null ? null : (
              <>
                <span>
                  {application.reference}: {words.papers.kind[application.kind]}
                </span>
                <ActionButton
                  label={queue.open.case}
                  keys={index === 0 ? 'l' : undefined}
                  tone="quiet"
                  onAct={() => void navigate({ to: '/cases/$id', params: { id: application.id } })}
                />
              </>
            )}
            {slipNumber === null ? null : <LostLetter slipNumber={slipNumber} />}
          </li>
        ))}
      </ul>
    </Note>
  );
}
