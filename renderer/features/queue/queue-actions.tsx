import { useState } from 'react';
import { client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import { useHasRole, useUser } from '#renderer/ui/user.ts';
import { DiscardDialog } from './discard-dialog.tsx';
import { needsPerson, placeOf, type QueueItem, type QueueLine } from './queue-lines.ts';
import classes from './queue-page.module.css';

interface QueueActionsProps {
  readonly line: QueueLine;
  readonly onOpen: (line: QueueLine) => void;
}

/** What may be done with one line: open what it is about, a case at the wrong field, offer it again, or discard it with a reason. */
export function QueueActions({ line, onOpen }: QueueActionsProps) {
  const { queue } = useWords();
  const { lead } = line;
  const place = placeOf(lead);
  return (
    <div className={classes['actions']}>
      {place === null ? null : (
        <ActionButton
          label={place === 'case' && lead.problems.length > 0 ? queue.mend : queue.open[place]}
          keys="Enter"
          tone={lead.state === 'refused' || lead.state === 'conflict' ? 'main' : 'plain'}
          onAct={() => onOpen(line)}
        />
      )}
      {lead.state === 'set-aside' ? <OfferAgain item={lead} /> : null}
      {needsPerson(lead) ? <Discard key={lead.entryId} item={lead} /> : null}
    </div>
  );
}

function OfferAgain({ item }: { readonly item: QueueItem }) {
  const { queue } = useWords();
  const mayOffer = useHasRole('supervisor', 'admin');
  const offer = useAct(client.queue.offerAgain, () => tell(queue.offered));
  if (!mayOffer) return null;
  return (
    <>
      <ActionButton
        label={queue.offerAgain}
        keys="o"
        tone="main"
        pending={offer.isPending}
        onAct={() => offer.mutate({ entryId: item.entryId })}
      />
      <FailureNote error={offer.error} />
    </>
  );
}

/** Only a supervisor discards, and never their own act; the others read who can. */
function Discard({ item }: { readonly item: QueueItem }) {
  const { queue } = useWords();
  const { id } = useUser();
  const isSupervisor = useHasRole('supervisor');
  const [isOpen, setIsOpen] = useState(false);
  if (!isSupervisor) return <p className={classes['hint']}>{queue.discard.needsSupervisor}</p>;
  if (item.clerkId === id) return <p className={classes['hint']}>{queue.discard.ownAct}</p>;
  return (
    <>
      <ActionButton label={queue.discard.action} keys="d" tone="danger" onAct={() => setIsOpen(true)} />
      {isOpen ? <DiscardDialog item={item} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}
