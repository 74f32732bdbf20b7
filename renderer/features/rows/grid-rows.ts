import { useProblemText } from '#renderer/features/application/problem-text.ts';
import type { GridColumn, GridFix, GridProblem, GridRow } from '#renderer/ui/grid/grid-row.ts';
import type { JudgedRow, RowProblem } from './judged-row.ts';
import type { RowKind, RowWords } from './row-kind.ts';

export function gridColumns({ fields, widthPx, rightAligned, words }: RowKind): readonly GridColumn[] {
  return fields.map((key) => ({
    key,
    head: words.field[key] ?? key,
    widthPx: widthPx[key] ?? 120,
    align: rightAligned.has(key) ? 'right' : undefined,
  }));
}

/** Says what is wrong with a cell and what to do. */
export function useRowProblemText({ problem }: Pick<RowWords, 'problem'>): (problem: Pick<RowProblem, 'code' | 'facts'>) => string {
  const other = useProblemText();
  return ({ code, facts }) => problem[code]?.(facts) ?? other({ code, facts });
}

/** Turns the rows of a list into those of a grid; a row that is as it was before gives the same grid row, so that it is not drawn again. */
export function createGridRows(): (rows: readonly JudgedRow[], speak: Speaker) => readonly GridRow[] {
  let made = new WeakMap<JudgedRow, GridRow>();
  let spokenIn: RowWords | undefined;
  return (rows, speak) => {
    if (spokenIn !== speak.words) made = new WeakMap();
    spokenIn = speak.words;
    return rows.map((row) => {
      const known = made.get(row) ?? gridRow(row, speak);
      made.set(row, known);
      return known;
    });
  };
}

export interface Speaker {
  readonly words: RowWords;
  readonly sentence: (problem: RowProblem) => string;
  readonly onConfirm: (row: JudgedRow, problem: RowProblem) => void;
}

function gridRow(row: JudgedRow, speak: Speaker): GridRow {
  return {
    id: row.id,
    number: row.position,
    cells: filled(row.cells),
    problems: row.problems.map((problem) => gridProblem(row, problem, speak)),
    isAside: row.state === 'aside',
  };
}

function gridProblem(row: JudgedRow, problem: RowProblem, { words, sentence, onConfirm }: Speaker): GridProblem {
  const fixes = problem.fixes.map((fix) => gridFix(fix, words));
  const isRight: GridFix = { label: words.sheet.isRight, cells: {}, confirm: () => onConfirm(row, problem) };
  return {
    column: problem.field,
    tone: problem.tone,
    sentence: sentence(problem),
    fixes: problem.tone === 'asked' ? [...fixes, isRight] : fixes,
  };
}

function gridFix({ code, cells }: RowProblem['fixes'][number], words: RowWords): GridFix {
  const texts = filled(cells);
  const [first = ''] = Object.values(texts);
  return { label: words.fix[code]?.(first) ?? first, cells: texts };
}

function filled(cells: JudgedRow['cells']): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(cells).map(([key, text]) => [key, text ?? '']));
}
