import { counterServiceIds } from '#shared/domain/application.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { useHasRole } from '#renderer/ui/user.ts';
import { serviceLetter, useOpenCase } from './open-case.ts';
import classes from './new-page.module.css';

/** What the person at the counter needs: one letter opens the case. */
export function NewPage() {
  const words = useWords();
  const { open, error } = useOpenCase();
  const mayOpen = useHasRole('clerk', 'dealer-clerk', 'supervisor');
  return (
    <Page title={words.newCase.title} words={words.newCase.words}>
      <FailureNote error={error} />
      {mayOpen ? (
        <ul className={classes['services']}>
          {counterServiceIds.map((service, index) => (
            <li key={service} className={classes['service']}>
              <div>
                <h2>{words.services[service].name}</h2>
                <p>{words.services[service].about}</p>
                <p>{words.services[service].bring}</p>
              </div>
              <ActionButton
                label={words.services[service].start}
                keys={serviceLetter(service)}
                tone={index === 0 ? 'main' : 'plain'}
                size="md"
                onAct={() => open(service)}
              />
            </li>
          ))}
        </ul>
      ) : (
        <Note tone="plain">{words.newCase.notAllowed}</Note>
      )}
    </Page>
  );
}
