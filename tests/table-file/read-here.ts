import { readParts } from '#core/table-file/read-parts.ts';
import { TABLE_LIMITS, type TableLimits } from '#core/table-file/limits.ts';
import { TroubleFound, type Trouble } from '#core/table-file/trouble.ts';
import type { TableCell, TableHead, TableRow } from '#shared/domain/table-file.ts';
import { trials } from '../support/tier.ts';

export interface WholeTable {
  readonly head: TableHead;
  readonly rows: readonly TableRow[];
}

/** Fewer rows and less text on each commit: what has to be found is the border. */
export const testLimits = { rows: trials(1_000, 100_000), textChars: trials(6_400_000, 64_000_000) };

export interface ReadHere {
  readonly sheet?: string | undefined;
  readonly limits?: Partial<TableLimits> | undefined;
}

/** Reads in this thread what the worker would: the table, or why it was not taken. */
export async function readHere(bytes: Uint8Array, { sheet, limits }: ReadHere = {}): Promise<WholeTable | Trouble> {
  let head: TableHead | undefined;
  const rows: TableRow[] = [];
  try {
    const order = { bytes: Buffer.from(bytes), sheet, limits: { ...TABLE_LIMITS, ...testLimits, ...limits }, onShare: () => undefined };
    for await (const part of readParts(order)) {
      if (part.kind === 'head') head = part.head;
      else rows.push(...part.rows);
    }
  } catch (error) {
    if (error instanceof TroubleFound) return error.trouble;
    throw error;
  }
  if (head === undefined) throw new Error('The reading ended without a head and without a fault');
  return { head, rows };
}

/** The texts of a table's data rows; a fault is given back as it is. */
export async function textsOf(bytes: Uint8Array, options?: ReadHere): Promise<readonly (readonly string[])[] | Trouble> {
  const table = await readHere(bytes, options);
  return 'code' in table ? table : table.rows.map(({ cells }) => cells.map(({ text }) => text));
}

/** The first cell under the headings, with its doubt or none. */
export async function firstCell(bytes: Uint8Array): Promise<Partial<TableCell> | Trouble | undefined> {
  const table = await readHere(bytes);
  return 'code' in table ? table : { doubt: undefined, ...table.rows.find(({ row }) => row === 2)?.cells[0] };
}
