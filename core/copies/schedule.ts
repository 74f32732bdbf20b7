import { dayOf, instantOf, msOf, type Instant } from '#shared/base/instant.ts';
import type { BackupKind } from './folder.ts';

const halfHourMs = 30 * 60_000;
/** 17:00 in Nairobi, as UTC. */
const dayEndUtcHour = 14;
/** 02:00 in Nairobi, when no counter is open. */
const nightUtcHour = 23;
const dayMs = 24 * 60 * 60_000;
const hourMs = 60 * 60_000;

export interface BackupFacts {
  readonly nowMs: number;
  readonly lastBackupAt: Instant | null;
  readonly lastDayEndAt: Instant | null;
  /** Something was committed since the last backup. */
  readonly isChanged: boolean;
}

/** The backup that is due now. */
export function backupDue({ nowMs, lastBackupAt, lastDayEndAt, isChanged }: BackupFacts): BackupKind | undefined {
  if (!isChanged) return undefined;
  const dayEndMs = latest(nowMs, dayEndUtcHour);
  const isToday = dayOf(instantOf(nowMs)) === dayOf(instantOf(dayEndMs));
  if (isToday && (lastDayEndAt === null || msOf(lastDayEndAt) < dayEndMs)) return 'day-end';
  return lastBackupAt === null || nowMs - msOf(lastBackupAt) >= halfHourMs ? 'half-hour' : undefined;
}

/** Each night, or at the next start of a PC that was off. */
export function fullCheckDue(nowMs: number, lastFullCheckAt: Instant | null): boolean {
  return lastFullCheckAt === null || msOf(lastFullCheckAt) < latest(nowMs, nightUtcHour);
}

/** The last time it was so much o'clock. */
function latest(nowMs: number, utcHour: number): number {
  return Math.floor((nowMs - utcHour * hourMs) / dayMs) * dayMs + utcHour * hourMs;
}
