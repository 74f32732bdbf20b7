import { batchFields, type BatchField, type BatchFix } from '#shared/domain/batch/batch-row.ts';
import type { BatchWords } from '#shared/text/en/batches.ts';
import { useProblemText } from '#renderer/features/application/problem-text.ts';
import type { GridColumn, GridFix, GridProblem, GridRow } from '#renderer/ui/grid/grid-row.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import type { BatchRow } from './batch-row.ts';

type Problem = BatchRow['problems'][number];

const widths: Readonly<Record<BatchField, number>> = {
  chassis: 178,
  engineNumber: 140,
  make: 90,
  model: 110,
  ratingCc: 56,
  year: 60,
  colour: 80,
  customsEntry: 140,
  invoice: 120,
  ownerName: 190,
  ownerIdNumber: 110,
  ownerKraPin: 130,
  ownerPhone: 130,
  ownership: 110,
  financier: 150,
  collectionPoint: 150,
};

export function gridColumns(words: BatchWords): readonly GridColumn[] {
  return batchFields.map((key) => ({
    key,
    head: words.field[key],
    widthPx: widths[key],
    align: key === 'ratingCc' || key === 'year' ? 'right' : undefined,
  }));
}

/** Says what is wrong with a cell and what to do. */
export function useBatchProblemText(): (problem: Pick<Problem, 'code' | 'facts'>) => string {
  const { problem } = useWords().batches;
  const other = useProblemText();
  return ({ code, facts }) => problem[code]?.(facts) ?? other({ code, facts });
}

/** Turns the rows of a batch into those of a grid; a row that is as it was before gives the same grid row, so that it is not drawn again. */
export function createGridRows(): (rows: readonly BatchRow[], speak: Speaker) => readonly GridRow[] {
  let made = new WeakMap<BatchRow, GridRow>();
  let spokenIn: BatchWords | undefined;
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
  readonly words: BatchWords;
  readonly sentence: (problem: Problem) => string;
  readonly onConfirm: (row: BatchRow, problem: Problem) => void;
}

function gridRow(row: BatchRow, speak: Speaker): GridRow {
  const cells = Object.fromEntries(Object.entries(row.cells).map(([key, text]) => [key, text ?? '']));
  return { id: row.id, cells, problems: row.problems.map((problem) => gridProblem(row, problem, speak)), isAside: row.state === 'aside' };
}

function gridProblem(row: BatchRow, problem: Problem, { words, sentence, onConfirm }: Speaker): GridProblem {
  const fixes = problem.fixes.map((fix) => gridFix(fix, words));
  const isRight: GridFix = { label: words.sheet.isRight, cells: {}, confirm: () => onConfirm(row, problem) };
  return {
    column: problem.field,
    tone: problem.tone,
    sentence: sentence(problem),
    fixes: problem.tone === 'asked' ? [...fixes, isRight] : fixes,
  };
}

function gridFix({ code, cells }: BatchFix, words: BatchWords): GridFix {
  const entries = Object.entries(cells).map(([key, text]) => [key, text ?? ''] as const);
  return { label: words.fix[code](entries[0]?.[1] ?? ''), cells: Object.fromEntries(entries) };
}
