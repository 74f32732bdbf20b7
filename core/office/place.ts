import { createHash } from 'node:crypto';
import { realpathSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { instantOf } from '#shared/base/instant.ts';
import type { Storage } from '../storage.ts';
import { openEpoch, type Epoch } from './epoch.ts';

export interface PlaceDeps {
  readonly folder: string;
  readonly nowMs: number;
  readonly newId: () => string;
  /** The PC's name on its network; else what the operating system says. */
  readonly pc?: string | undefined;
}

/**
 * Where a file belongs: this PC, this folder, this very file. A copy differs in the last even where it was put back under the same name,
 * so two copies never go on giving the same numbers.
 */
function placeOf({ folder, pc = hostname() }: PlaceDeps): string {
  const { ino } = statSync(path.join(folder, 'office.db'), { bigint: true });
  return createHash('sha256')
    .update(JSON.stringify([pc, realpathSync(folder), ino.toString()]))
    .digest('hex');
}

/** Before anything is written to a file that was opened: found in another place it begins a new epoch, which is given back. */
export function settlePlace(storage: Storage, deps: PlaceDeps): Epoch | undefined {
  const fingerprint = placeOf(deps);
  const known = storage.reader.get<{ fingerprint: string }>('SELECT fingerprint FROM place WHERE one = 1')?.fingerprint;
  if (known === fingerprint) return undefined;
  return storage.transact((db) => {
    const opened = known === undefined ? undefined : openEpoch(db, { why: 'copied', nowMs: deps.nowMs, newId: deps.newId });
    db.run('INSERT INTO place (one, fingerprint, noted_at) VALUES (1, ?, ?)', fingerprint, instantOf(deps.nowMs));
    return opened;
  });
}
