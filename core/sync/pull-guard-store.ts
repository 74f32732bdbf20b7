import type * as z from 'zod';
import type { queue } from '#shared/contract/queue.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

type PullGuardView = NonNullable<z.input<typeof queue.pullGuard.output>>;

/** Removals that were held up and wait for a person. */
export function findPullGuard(db: ReadDb): PullGuardView | undefined {
  return db.get<PullGuardView>(
    `SELECT state, kind, gone, known, since, decided_by AS decidedBy FROM pull_guard WHERE one = 1 AND state IN ('asking', 'kept')`,
  );
}

/** What a person has said; undefined where nothing is held up. */
export function decidePullGuard(db: WriteDb, state: 'allowed' | 'kept', by: string): PullGuardView | undefined {
  const held = findPullGuard(db);
  if (held) db.run('UPDATE pull_guard SET state = ?, decided_by = ? WHERE one = 1', state, by);
  return held;
}
