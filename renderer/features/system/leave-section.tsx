import { useState } from 'react';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { FactButtons, Facts } from './facts.tsx';
import { LeaveDialog } from './leave-dialog.tsx';

interface LeaveSectionProps {
  readonly waiting: number;
}

/** Moving this PC to another office: only with an empty queue, so the number that waits stands beside the key. */
export function LeaveSection({ waiting }: LeaveSectionProps) {
  const words = useWords().system.leave;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Facts title={words.title} words={words.words} strong={waiting === 0 ? undefined : words.waiting(waiting)} lines={[]}>
      <FactButtons>
        <ActionButton label={words.action} keys="m" tone="danger" onAct={() => setIsOpen(true)} />
      </FactButtons>
      {isOpen ? <LeaveDialog onClose={() => setIsOpen(false)} /> : null}
    </Facts>
  );
}
