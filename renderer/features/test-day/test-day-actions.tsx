import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { useHasRole } from '#renderer/ui/user.ts';
import { mayDo, type Candidate, type TestAct } from './candidate.ts';

interface TestDayActionsProps {
  readonly candidate: Candidate | undefined;
  readonly isOurs: boolean;
  readonly onAct: (act: TestAct | 'check-in') => void;
  readonly onList: () => void;
}

/** What may be done with the sitting, and with the candidate that the keys stand on. */
export function TestDayActions({ candidate, isOurs, onAct, onList }: TestDayActionsProps) {
  const { testDay: words } = useWords();
  const isKeeper = useHasRole('clerk', 'supervisor');
  const may = (act: TestAct | 'check-in') => candidate !== undefined && mayDo(act, candidate);
  return (
    <>
      <ActionButton label={words.printList} keys="l" tone="quiet" onAct={onList} />
      <ActionButton label={words.paperOne} keys="p" tone="quiet" disabled={!may('paper')} onAct={() => onAct('paper')} />
      {isKeeper && isOurs ? (
        <>
          <ActionButton label={words.correct} keys="e" disabled={!may('correct')} onAct={() => onAct('correct')} />
          <ActionButton label={words.absentOne} keys="x" disabled={!may('absent')} onAct={() => onAct('absent')} />
          <ActionButton label={words.checkInOne} keys="i" disabled={!may('check-in')} onAct={() => onAct('check-in')} />
          <ActionButton label={words.giveMarks} keys="m" tone="main" disabled={!may('marks')} onAct={() => onAct('marks')} />
        </>
      ) : null}
    </>
  );
}
