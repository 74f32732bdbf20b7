import { IconCheck, IconExclamationMark } from '@tabler/icons-react';
import type { ServiceId } from '#shared/domain/application.ts';
import type { FieldProblem } from '#shared/domain/refusal.ts';
import { stepName } from '#shared/text/text.ts';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { isMissing } from './problem-text.ts';
import classes from './step-bar.module.css';

type StepState = 'here' | 'done' | 'wrong' | 'open';

interface StepBarProps {
  readonly service: ServiceId;
  readonly steps: readonly string[];
  readonly step: string;
  readonly problems: readonly FieldProblem[];
  readonly isPaid: boolean;
  readonly onGo: (step: string) => void;
}

/** Something typed that is not right calls for attention; something not typed yet, or not paid, is only open. */
function stepState(step: string, { problems, isPaid }: Pick<StepBarProps, 'problems' | 'isPaid'>): Exclude<StepState, 'here'> {
  const own = problems.filter((problem) => problem.step === step);
  if (own.length === 0) return step === 'money' && !isPaid ? 'open' : 'done';
  return own.every(isMissing) ? 'open' : 'wrong';
}

/** All steps in counter order; any of them can be opened at any time, and PageUp and PageDown walk through them. */
export function StepBar({ service, steps, step, problems, isPaid, onGo }: StepBarProps) {
  const allWords = useWords();
  const words = allWords.application;
  const place = steps.indexOf(step);
  const goTo = (offset: number) => {
    const to = steps[place + offset];
    if (to !== undefined) onGo(to);
  };
  useKeys([
    { keys: 'PageDown', label: words.stepForward, run: () => goTo(1) },
    { keys: 'PageUp', label: words.stepBack, run: () => goTo(-1) },
  ]);
  return (
    <nav aria-label={words.steps}>
      <ol className={classes['bar']}>
        {steps.map((name, index) => (
          <li key={name}>
            <button type="button" className={classes['step']} aria-current={name === step ? 'step' : undefined} onClick={() => onGo(name)}>
              <Mark number={index + 1} state={name === step ? 'here' : stepState(name, { problems, isPaid })} />
              {stepName(allWords, service, name)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Mark({ number, state }: { readonly number: number; readonly state: StepState }) {
  const words = useWords().application.stepState;
  return (
    <span className={classes['mark']} data-state={state}>
      {state === 'done' ? (
        <IconCheck size={13} stroke={3} aria-hidden />
      ) : state === 'wrong' ? (
        <IconExclamationMark size={13} stroke={3} aria-hidden />
      ) : (
        number
      )}
      <span className={classes['spoken']}>{words[state]}</span>
    </span>
  );
}
