import type { TableFault } from '#shared/domain/table-file.ts';

/** A way out of a problem that one key takes: what the row's cells become. */
interface RowFix {
  readonly code: string;
  readonly cells: RowTexts;
}

export interface RowProblem {
  readonly field: string;
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;
  /** `asked` stops the row only until somebody has said that it is right. */
  readonly tone: 'wrong' | 'asked';
  readonly fixes: readonly RowFix[];
}

/** Texts by field, as typed or read; a field that is missing is empty. */
export type RowTexts = Readonly<Partial<Record<string, string>>>;

/** One row of a list that the host judges: a motorcycle of a dealer's batch, a candidate of a driving school. */
export interface JudgedRow {
  readonly id: string;
  readonly position: number;
  readonly cells: RowTexts;
  readonly problems: readonly RowProblem[];
  readonly state: 'good' | 'bad' | 'aside';
}

/** What was read of a file before anybody says which column is which. */
export interface ReadFile {
  readonly fileName: string;
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  readonly rows: number;
  readonly columns: readonly { readonly heading: string; readonly field: string | null; readonly sure: boolean }[];
  readonly sample: readonly (readonly string[])[];
}

export type ReadAnswer = (ReadFile & { readonly kind: 'read' }) | { readonly kind: 'fault'; readonly fault: TableFault };
