import type * as z from 'zod';
import type { queue } from '#shared/contract/queue.ts';
import type { Instant } from '#shared/base/instant.ts';
import type { ReadDb } from '../db/database.ts';
import { deviceState } from '../office/device-state.ts';
import { newestEpoch } from '../office/epoch.ts';
import { listAlarms } from './alarm-store.ts';

type Standing = z.input<typeof queue.standing.output>;

/** What this PC knows of its own place with the hub. */
export function standingOf(db: ReadDb): Standing {
  const { epoch, seriesLetter, why, at } = newestEpoch(db);
  const proof = db.get<{ seq: number; signedAt: Instant }>('SELECT seq, at AS signedAt FROM countersign WHERE one = 1');
  const deferred = db.get<{ count: number }>('SELECT count(*) AS count FROM deferred_change WHERE outdated_at IS NULL');
  return {
    epoch: { epoch, seriesLetter, why, at },
    proof: proof ?? null,
    alarms: listAlarms(db),
    device: deviceState(db),
    deferredChanges: deferred?.count ?? 0,
  };
}
