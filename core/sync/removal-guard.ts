import type { Instant } from '#shared/base/instant.ts';
import { isMassRemoval, type Removal } from '#shared/domain/mass-removal.ts';
import { changeBodies, type Change } from '#shared/protocol/messages.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

export interface RemovalPage {
  readonly changes: readonly Change[];
  /** The run goes on with another page. */
  readonly more: boolean;
}

/**
 * Whether a page may be applied. Removals are counted over all pages of a run, so that a mistake of the hub is not let in by pieces; what
 * a person has allowed is allowed to the end of its run. A page that is held up is noted and leaves everything else as it was.
 */
export function mayApply(db: WriteDb, { changes, more }: RemovalPage, now: Instant): boolean {
  const run = runWith(db, changes);
  const [kind, removal] = [...run].find(([, one]) => isMassRemoval(one)) ?? [];
  const isAllowed = db.get(`SELECT 1 FROM pull_guard WHERE state = 'allowed'`) !== undefined;
  if (kind !== undefined && removal && !isAllowed) {
    hold(db, kind, removal, now);
    return false;
  }
  if (!isAllowed || !more) db.run('DELETE FROM pull_guard');
  db.run('DELETE FROM pull_run');
  if (more) for (const [one, { gone, known }] of run) db.run('INSERT INTO pull_run (kind, gone, known) VALUES (?, ?, ?)', one, gone, known);
  return true;
}

function runWith(db: ReadDb, changes: readonly Change[]): ReadonlyMap<string, Removal> {
  const rows = db.all<Removal & { kind: string }>('SELECT kind, gone, known FROM pull_run');
  const run = new Map<string, Removal>(rows.map(({ kind, gone, known }) => [kind, { gone, known }]));
  for (const change of changes) {
    if (change.kind !== 'gone') continue;
    const body = changeBodies.gone.safeParse(change.body);
    if (!body.success) continue;
    const { gone, known } = run.get(body.data.kind) ?? { gone: 0, known: countKnown(db, body.data.kind) };
    run.set(body.data.kind, { gone: gone + 1, known });
  }
  return run;
}

/** Only these are ever removed by the hub's word; each is a table of its own. */
const removable: ReadonlySet<string> = new Set(['vehicle', 'person', 'driver', 'notice']);

function countKnown(db: ReadDb, kind: string): number {
  if (!removable.has(kind)) return 0;
  return db.get<{ count: number }>(`SELECT count(*) AS count FROM ${kind}`)?.count ?? 0;
}

/** Who has said no stays on record while the hub goes on asking. */
function hold(db: WriteDb, kind: string, { gone, known }: Removal, now: Instant): void {
  db.run(
    `INSERT INTO pull_guard (one, state, kind, gone, known, since) VALUES (1, 'asking', ?, ?, ?, ?)
     ON CONFLICT (one) DO UPDATE SET kind = excluded.kind, gone = excluded.gone, known = excluded.known`,
    kind,
    gone,
    known,
    now,
  );
}
