import { useState } from 'react';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { WhenText } from '#renderer/ui/age-text.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { useHasRole } from '#renderer/ui/user.ts';
import { FactButtons, Facts } from './facts.tsx';
import { RecoveryCodeDialog } from './recovery-code-dialog.tsx';
import type { CopiesStatus } from './system-facts.ts';

interface KeysSectionProps {
  readonly copies: CopiesStatus;
  readonly place: string;
  readonly isPractice: boolean;
}

/** Who keeps the key to the data besides this PC, and the code for the safe. */
export function KeysSection({ copies, place, isPractice }: KeysSectionProps) {
  const { system } = useWords();
  const words = system.keys;
  const mayMake = useHasRole('admin');
  const [isOpen, setIsOpen] = useState(false);
  const { escrowSentAt, recoveryCodeMadeAt } = copies;
  const isGood = isPractice || recoveryCodeMadeAt !== null;
  return (
    <Facts
      title={words.title}
      state={{ tone: isGood ? 'green' : 'amber', word: isGood ? words.states.good : words.states.none }}
      words={words.words}
      lines={[
        { label: words.escrow, value: escrowSentAt === null ? words.escrowNever : <WhenText at={escrowSentAt} /> },
        { label: words.code, value: recoveryCodeMadeAt === null ? words.codeNever : <WhenText at={recoveryCodeMadeAt} /> },
      ]}
    >
      {mayMake ? (
        <FactButtons>
          <ActionButton label={words.make} keys="r" onAct={() => setIsOpen(true)} />
        </FactButtons>
      ) : null}
      {isOpen ? <RecoveryCodeDialog place={place} onClose={() => setIsOpen(false)} /> : null}
    </Facts>
  );
}
