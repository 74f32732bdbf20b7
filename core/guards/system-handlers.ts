import type * as z from 'zod';
import type { Instant } from '#shared/base/instant.ts';
import type { system } from '#shared/contract/system.ts';
import { clockStanding } from '#shared/domain/clock.ts';
import { stoppedKinds } from '#shared/domain/offline-limit.ts';
import type { QueryContext } from '../context.ts';
import type { Drill } from '../drill/drill.ts';
import { prepared, type FeatureHandlers } from '../handler.ts';
import { findHead } from '../journal/journal.ts';
import { AppError } from '../refusal.ts';
import type { DiskGuard } from './disk-guard.ts';
import type { OfflineGuard } from './offline-guard.ts';
import { listEpochs, readContact } from './store.ts';

export interface SystemDeps {
  readonly offline: Pick<OfflineGuard, 'standing'>;
  readonly disk: Pick<DiskGuard, 'look'>;
  readonly drill: Pick<Drill, 'run'>;
  /** The PC's clock, milliseconds since 1970. */
  readonly now: () => number;
}

type Status = z.input<typeof system.status.output>;

/** What this PC knows of its clock, its disk and its limits, and the drill that proves its disk. */
export function systemHandlers(deps: SystemDeps): FeatureHandlers<'system'> {
  return {
    status: (cx) => statusOf(cx, deps),
    drill: prepared({
      prepare: (_cx, { cuts }) => {
        const { state, freeBytes } = deps.disk.look();
        if (state === 'no-scans') throw new AppError('drill.no-room', { freeBytes: freeBytes ?? 0 });
        return deps.drill.run(cuts);
      },
      execute: (cx, _input, report) => {
        cx.setPayload(report);
        return report;
      },
    }),
  };
}

function statusOf({ db, office, now }: QueryContext, deps: SystemDeps): Status {
  const { hubAheadMs } = readContact(db);
  const lastActAt = findHead(db)?.at ?? null;
  return {
    deviceId: office.deviceId,
    epochs: listEpochs(db),
    clock: { ...clockStanding({ nowMs: deps.now(), lastActAt, hubAheadMs }), hubAheadMs, lastActAt },
    disk: deps.disk.look(),
    limits: limitsOf(deps.offline, now),
  };
}

function limitsOf(offline: SystemDeps['offline'], now: Instant): Status['limits'] {
  const { state, setBy, aloneSince, waiting, warnAt, stopAt, limits } = offline.standing(now);
  const { warnAtWaiting, stopAtWaiting } = limits;
  return { state, setBy, aloneSince, waiting, warnAt, stopAt, warnAtWaiting, stopAtWaiting, stoppedKinds: [...stoppedKinds(limits)] };
}
