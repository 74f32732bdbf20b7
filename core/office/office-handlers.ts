import { statfs } from 'node:fs/promises';
import type { Reference } from '#shared/domain/reference.ts';
import { countWork } from '../applications/service.ts';
import type { Topic } from '../context.ts';
import type { FeatureHandlers } from '../handler.ts';
import { countWaitingLogbooks } from '../logbooks/service.ts';
import { countOpenCases } from '../registrar/service.ts';
import { AppError } from '../refusal.ts';
import { queueSummary } from '../sync/queue.ts';
import type { SeatClock } from '../seats/service.ts';
import type { Sync } from '../sync/runner.ts';
import { countServable } from '../booking-acts/service.ts';
import { readSetting } from './setting.ts';

export interface StatusDeps {
  readonly sync: Sync;
  readonly reference: Reference;
  readonly seatClock: SeatClock;
  readonly folder: string;
  readonly isReadOnly: () => boolean;
  readonly changes: (signal: AbortSignal | undefined) => AsyncGenerator<{ topics: Topic[] }>;
}

/** The bottom bar, the practice line's plug, and the lists that forms choose from. */
export function officeHandlers({ sync, reference, seatClock, folder, isReadOnly, changes }: StatusDeps): FeatureHandlers<'office'> {
  return {
    status: async (cx) => ({
      office: { code: cx.office.officeCode, name: cx.office.officeName, deviceNo: cx.office.deviceNo },
      practice: cx.office.practice,
      line: sync.status(),
      queue: queueSummary(cx.db),
      counts: {
        work: countWork(cx.db, cx.now),
        toApprove: countOpenCases(cx.db),
        logbooks: countWaitingLogbooks(cx.db, cx.office.officeCode),
        tests: countServable(cx, seatClock),
      },
      diskFreeBytes: await freeBytes(folder),
      readOnly: isReadOnly(),
    }),
    changes: (_cx, _input, signal) => changes(signal),
    cutLine: (cx, { cut }) => {
      if (!cx.office.practice) throw new AppError('practice.only');
      sync.cutLine(cut);
      return {};
    },
    reference: (cx) => ({
      offices: reference.offices.offices.map(({ code, name, countyCode }) => ({
        code,
        name,
        county: reference.counties.counties.find((county) => county.code === countyCode)?.name ?? '',
        collects: reference.offices.collectionPoints.some((point) => point.officeCode === code && point.collects.includes('logbook')),
      })),
      scheduleId: readSetting(cx.db, 'scheduleId'),
      schedules: reference.feeSchedules.schedules
        .filter(({ selectable }) => selectable)
        .map(({ id, name, effectiveFrom, source }) => ({ id, name, from: effectiveFrom, source })),
      cashAllowed: readSetting(cx.db, 'cashAllowed'),
    }),
  };
}

async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
