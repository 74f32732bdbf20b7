import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { CancelDialog } from '#renderer/features/case/cancel-dialog.tsx';
import { TestSlip } from '#renderer/features/paper/papers.tsx';
import { RescheduleDialog } from '#renderer/features/test-booking/reschedule-dialog.tsx';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { useHasRole } from '#renderer/ui/user.ts';
import { bookingStep, type BookedLine, type Waiter } from './tested.ts';
import classes from './tests-page.module.css';

/** A line of either list. */
export type ListedTest = BookedLine | Waiter;

/** What may be done with the line that the keys stand on, each with its key. */
export function ListActions({ test }: { readonly test: ListedTest }) {
  const { lists: words } = useWords().tests;
  const navigate = useNavigate();
  const isClerk = useHasRole('clerk', 'supervisor');
  const [act, setAct] = useState<'slip' | 'move' | 'end' | null>(null);
  const close = () => setAct(null);
  const { applicationId: id, number } = test;
  const isWaiting = 'since' in test;
  return (
    <div className={classes['listActions']}>
      <ActionButton label={words.slip} keys="p" onAct={() => setAct('slip')} />
      {isClerk && isWaiting && test.state === 'free' ? (
        <ActionButton
          label={words.bookNow}
          keys="b"
          tone="main"
          onAct={() => void navigate({ to: '/cases/$id/edit/$step', params: { id, step: bookingStep(test) } })}
        />
      ) : null}
      {isClerk && !isWaiting ? <ActionButton label={words.move} keys="m" onAct={() => setAct('move')} /> : null}
      {isClerk ? <ActionButton label={isWaiting ? words.giveUp : words.cancel} keys="x" tone="quiet" onAct={() => setAct('end')} /> : null}
      {act === 'slip' ? <TestSlip id={id} reference={number} onClose={close} /> : null}
      {act === 'move' && !isWaiting ? <RescheduleDialog id={id} from={test} onClose={close} /> : null}
      {act === 'end' ? <CancelDialog id={id} isPaid={!isWaiting} onClose={close} /> : null}
    </div>
  );
}
