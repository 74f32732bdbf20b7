import { ActionButton } from '../action-button.tsx';
import { useWords } from '../locale.tsx';
import { problemsAt } from './problem-walk.ts';
import type { GridState } from './use-grid.ts';
import classes from './grid.module.css';

/** What is wrong with the cell where the keys stand, in one sentence, and the keys that put it right. */
export function ProblemLine({ grid }: { readonly grid: GridState }) {
  const words = useWords().grid;
  const { sheet, selection } = grid;
  const { row, column } = selection.at;
  const isAside = sheet.rows[row]?.isAside === true;
  const problems = isAside ? [] : problemsAt(sheet, selection.at);
  const quiet = isAside ? words.leftOut : problems.length === 0 ? words.noProblem : null;
  const head = sheet.columns[column]?.head ?? '';
  const fixes = grid.editing === null && sheet.rows[row]?.isLocked !== true ? problems.flatMap((problem) => problem.fixes) : [];
  return (
    <div className={classes['problem']} data-mark={problems[0]?.tone}>
      <p role="status" className={classes['sentence']}>
        <strong>{words.place(sheet.rows[row]?.number ?? row + 1, head)}</strong>
        {problems.map(({ sentence }) => (
          <span key={sentence}>{sentence}</span>
        ))}
        {quiet === null ? null : <span className={classes['quiet']}>{quiet}</span>}
      </p>
      <div className={classes['fixes']}>
        {fixes.map((fix, index) => (
          <ActionButton key={`${index} ${fix.label}`} label={fix.label} keys={`Alt+${index + 1}`} onAct={() => grid.take(fix)} />
        ))}
      </div>
    </div>
  );
}
