import type * as z from 'zod';
import type { tableFault } from '#shared/contract/table-read.ts';
import type { ColumnMatcher, RememberedHeadings } from '#shared/domain/batch/column-match.ts';
import { TableFailure } from '../table-file/service.ts';
import type { FileToRead, ReadingDesk } from './reading-desk.ts';

interface Columns<Field extends string> {
  readonly match: ColumnMatcher<Field>;
  readonly remembered: RememberedHeadings<Field>;
}

/** What a screen is told of a file that was dropped: its head with what each column seems to hold, or why it cannot be read. */
export async function answerRead<Field extends string>(desk: ReadingDesk, wanted: FileToRead, { match, remembered }: Columns<Field>) {
  try {
    const { name, head, rows } = await desk.read(wanted);
    return {
      kind: 'read' as const,
      fileName: name,
      sheets: [...head.sheets],
      sheet: head.sheet ?? null,
      rows: rows.length,
      columns: [...match(head.headings, remembered)],
      sample: rows.slice(0, 5).map((row) => [...row]),
    };
  } catch (error) {
    if (error instanceof TableFailure) return { kind: 'fault' as const, fault: error.fault satisfies z.input<typeof tableFault> };
    throw error;
  }
}
