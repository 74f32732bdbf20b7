import { useState } from 'react';
import type { PartyRole } from '#shared/domain/party.ts';
import { partyOf } from '#shared/domain/services/services.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { ConfirmerCard } from './confirmer-card.tsx';
import type { Desk } from './desk.ts';
import { StepHead } from './step-head.tsx';
import classes from './confirm-step.module.css';

interface ConfirmStepProps {
  readonly desk: Desk;
  /** The service's own sentences on what will happen. */
  readonly promises: readonly string[];
}

/** What comes with and after the confirmations does not keep anybody from confirming. */
const laterSteps = ['confirm', 'money'];

/** Both sides read what will happen and confirm for themselves, one after the other. */
export function ConfirmStep({ desk, promises }: ConfirmStepProps) {
  const words = useWords().application.confirm;
  const nameOf = (role: PartyRole) => {
    const { organisation, name } = partyOf(desk.body, role);
    return organisation || name;
  };
  const { confirmers, confirmations } = desk.application;
  const isReady = desk.problems.every(({ step }) => laterSteps.includes(step));
  const waiting = confirmers.find((role) => !confirmations.some((one) => one.role === role && one.current));
  const [chosen, setChosen] = useState<PartyRole | null>(null);
  const open = chosen !== null && confirmers.includes(chosen) ? chosen : waiting;
  return (
    <div>
      <StepHead question={confirmers.length === 1 ? words.questionOne : words.question} hint={words.hint} />
      <div className={classes['step']}>
        <section className={classes['promises']} aria-label={words.willHappen}>
          <h3>{words.willHappen}</h3>
          <ol>
            {promises.map((promise) => (
              <li key={promise}>{promise}</li>
            ))}
          </ol>
        </section>
        <div className={classes['cards']}>
          {isReady ? null : <Note tone="amber">{words.notReady}</Note>}
          {confirmers.map((role) => (
            <ConfirmerCard
              key={role}
              desk={desk}
              role={role}
              name={nameOf(role)}
              confirmation={confirmations.find((one) => one.role === role)}
              isOpen={isReady && role === open}
              onOpen={isReady ? () => setChosen(role) : undefined}
              onDone={() => setChosen(null)}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
