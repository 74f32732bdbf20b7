import type { RefusalFacts } from '../refusal.ts';

/** What a dealer says of one motorcycle, in the order of the template (DOMAIN §5.2; seed 002). */
export const batchFields = [
  'chassis',
  'engineNumber',
  'make',
  'model',
  'ratingCc',
  'year',
  'colour',
  'customsEntry',
  'invoice',
  'ownerName',
  'ownerIdNumber',
  'ownerKraPin',
  'ownerPhone',
  'ownership',
  'financier',
  'collectionPoint',
] as const;
export type BatchField = (typeof batchFields)[number];

export function isBatchField(text: string): text is BatchField {
  return batchFields.some((field) => field === text);
}

/** Texts as typed or read; a field that is missing is empty. */
export type BatchCells = Readonly<Partial<Record<BatchField, string>>>;

/** A way out that one key takes: what the row's cells become. */
export interface BatchFix {
  readonly code: 'look-alike' | 'plain' | 'swap' | 'model-cc' | 'joint' | 'listed';
  readonly cells: BatchCells;
}

export interface BatchProblem {
  readonly field: BatchField;
  readonly code: string;
  readonly facts: RefusalFacts;
  /** `asked` stops the row only until somebody has said that it is right. */
  readonly tone: 'wrong' | 'asked';
  readonly fixes: readonly BatchFix[];
}

/** Each row is in one of these, so that good + bad + aside is always the total. */
export const batchRowStates = ['good', 'bad', 'aside'] as const;
export type BatchRowState = (typeof batchRowStates)[number];

export function cellOf(cells: BatchCells, field: BatchField): string {
  return cells[field]?.trim() ?? '';
}

/** Names a question that somebody may answer: it is asked anew once the cell says something else. */
export function questionKey({ field, code }: Pick<BatchProblem, 'field' | 'code'>, cells: BatchCells): string {
  return `${field}:${code}:${cellOf(cells, field)}`;
}

/** The problems that still stand after what people have said is right. */
export function openProblems(problems: readonly BatchProblem[], cells: BatchCells, confirmed: readonly string[]): readonly BatchProblem[] {
  return problems.filter((problem) => problem.tone === 'wrong' || !confirmed.includes(questionKey(problem, cells)));
}

export function rowState(problems: readonly BatchProblem[], isAside: boolean): BatchRowState {
  if (isAside) return 'aside';
  return problems.length === 0 ? 'good' : 'bad';
}
