import { createDraftKeeper, type DraftKeeper, type KeptState } from '#renderer/features/application/draft-keeper.ts';

interface RowKeeperOptions<Row> {
  readonly keep: (rows: readonly Row[]) => Promise<unknown>;
  readonly keyOf: (row: Row) => string;
  readonly waitMs: number;
  readonly onState: (state: KeptState) => void;
  readonly isFinal: (error: unknown) => boolean;
}

export interface RowKeeper<Row> {
  readonly note: (rows: readonly Row[]) => void;
  readonly flush: DraftKeeper<unknown>['flush'];
}

/** Keeps only the rows that have changed, each as it was typed last, once a wait. */
export function createRowKeeper<Row>({ keep, keyOf, ...options }: RowKeeperOptions<Row>): RowKeeper<Row> {
  const unsent = new Map<string, Row>();
  const keeper = createDraftKeeper<ReadonlyMap<string, Row>>({
    ...options,
    keep: async (rows) => {
      await keep([...rows.values()]);
      // A row that was typed in again meanwhile goes with the next ones.
      for (const [key, row] of rows) if (unsent.get(key) === row) unsent.delete(key);
    },
  });
  return {
    note(rows) {
      for (const row of rows) unsent.set(keyOf(row), row);
      keeper.note(new Map(unsent));
    },
    flush: keeper.flush,
  };
}
