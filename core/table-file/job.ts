import type { TablePart, TableProgress } from '#shared/domain/table-file.ts';
import type { TableLimits } from './limits.ts';
import type { Trouble } from './trouble.ts';

/** What the worker is started with. */
export interface TableWorkerData {
  readonly file: { readonly bytes: Uint8Array } | { readonly path: string };
  readonly sheet: string | undefined;
  readonly limits: TableLimits;
}

/** Said to the worker for each part: it reads no further than it was asked. */
export const nextPart = 'next';

export type TableWorkerAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress' | 'end'; readonly progress: TableProgress }
  | { readonly kind: 'part'; readonly part: TablePart; readonly progress: TableProgress }
  | { readonly kind: 'trouble'; readonly trouble: Trouble };
