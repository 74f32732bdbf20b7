import type { RefusalFacts } from '../refusal.ts';

/** Texts as typed or read; a field that is missing is empty. */
export type RowCells<Field extends string> = Readonly<Partial<Record<Field, string>>>;

/** A way out that one key takes: what the row's cells become. */
export interface RowFix<Field extends string, Code extends string> {
  readonly code: Code;
  readonly cells: RowCells<Field>;
}

export interface RowProblem<Field extends string, Fix> {
  readonly field: Field;
  readonly code: string;
  readonly facts: RefusalFacts;
  /** `asked` stops the row only until somebody has said that it is right. */
  readonly tone: 'wrong' | 'asked';
  readonly fixes: readonly Fix[];
}

/** Each row is in one of these, so that good + bad + aside is always the total. */
export const rowStates = ['good', 'bad', 'aside'] as const;
export type RowState = (typeof rowStates)[number];

export function cellOf<Field extends string>(cells: RowCells<Field>, field: Field): string {
  return cells[field]?.trim() ?? '';
}

interface Question<Field extends string> {
  readonly field: Field;
  readonly code: string;
}

/** Names a question that somebody may answer: it is asked anew once the cell says something else. */
export function questionKey<Field extends string>({ field, code }: Question<Field>, cells: RowCells<Field>): string {
  return `${field}:${code}:${cellOf(cells, field)}`;
}

/** The problems that still stand after what people have said is right. */
export function openProblems<Field extends string, Problem extends Question<Field> & { readonly tone: 'wrong' | 'asked' }>(
  problems: readonly Problem[],
  cells: RowCells<Field>,
  confirmed: readonly string[],
): readonly Problem[] {
  return problems.filter((problem) => problem.tone === 'wrong' || !confirmed.includes(questionKey(problem, cells)));
}

export function rowState(problems: readonly unknown[], isAside: boolean): RowState {
  if (isAside) return 'aside';
  return problems.length === 0 ? 'good' : 'bad';
}
