import type { TableHead, TableRow } from '#shared/domain/table-file.ts';
import type { TableLimits } from './limits.ts';

/** A file with what the readers need beside it. */
export interface ReadOrder {
  readonly bytes: Buffer;
  /** The sheet a person chose; otherwise the first that has anything in it. */
  readonly sheet?: string | undefined;
  readonly limits: TableLimits;
  /** Share of the work done, from 0 to 1. */
  readonly onShare: (share: number) => void;
}

/** An opened file before its headings were found: rows as they come, a few at a time. */
export interface TableSource extends Pick<TableHead, 'format' | 'sheet' | 'sheets'> {
  readonly rows: AsyncIterable<readonly TableRow[]>;
}
