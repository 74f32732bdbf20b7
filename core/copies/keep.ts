import { dayOf, msOf, type Instant } from '#shared/base/instant.ts';
import type { BackupFile, LogName } from './folder.ts';

/** What a copies folder is held to: the newest backups, one for each day and week before, and room. */
export const keptBackups = { newest: 48, days: 14, weeks: 12, budgetBytes: 5 * 1024 ** 3 } as const;

const weekMs = 7 * 24 * 60 * 60_000;
/** Weeks begin on Monday; the first day of 1970 was a Thursday. */
const mondayMs = 4 * 24 * 60 * 60_000;
/** Whatever the room: with these, one may be damaged. */
const always = 2;

type Kept = Pick<BackupFile, 'name' | 'at' | 'bytes' | 'log' | 'isDamaged'>;
type KeptLog = Pick<LogName, 'name' | 'number' | 'bytes'>;

export interface Found {
  readonly backups: readonly Kept[];
  readonly logs: readonly KeptLog[];
}

/** What may go: the oldest first, never the two newest good backups, never a log that one of the kept ones continues in. */
export function removable({ backups, logs }: Found, budgetBytes: number = keptBackups.budgetBytes): { backups: string[]; logs: string[] } {
  const newestFirst = backups.toSorted((one, other) => msOf(other.at) - msOf(one.at));
  const good = newestFirst.filter(({ isDamaged }) => !isDamaged);
  const certain = new Set(good.slice(0, always));
  const due = dueOf(newestFirst);
  const byAge = newestFirst.filter((backup) => certain.has(backup) || due.has(backup));
  const kept = withinRoom(byAge, { certain, logs, budgetBytes });
  const oldestLog = Math.min(...[...kept].map(({ log }) => log));
  return {
    backups: backups.filter((backup) => !kept.has(backup)).map(({ name }) => name),
    logs: kept.size === 0 ? [] : logs.filter(({ number }) => number < oldestLog).map(({ name }) => name),
  };
}

function dueOf(newestFirst: readonly Kept[]): ReadonlySet<Kept> {
  const { newest, days, weeks } = keptBackups;
  const daily = firstOfEach(newestFirst, (one) => dayOf(one.at)).slice(0, days);
  const weekly = firstOfEach(newestFirst, (one) => weekOf(one.at)).slice(0, weeks);
  return new Set([...newestFirst.slice(0, newest), ...daily, ...weekly]);
}

function weekOf(at: Instant): string {
  return String(Math.floor((msOf(at) - mondayMs) / weekMs));
}

function firstOfEach(newestFirst: readonly Kept[], keyOf: (backup: Kept) => string): Kept[] {
  const first = new Map<string, Kept>();
  for (const backup of newestFirst) if (!first.has(keyOf(backup))) first.set(keyOf(backup), backup);
  return [...first.values()];
}

interface Room {
  readonly certain: ReadonlySet<Kept>;
  readonly logs: readonly KeptLog[];
  readonly budgetBytes: number;
}

function withinRoom(newestFirst: readonly Kept[], room: Room): ReadonlySet<Kept> {
  const kept = new Set(newestFirst);
  for (const oldest of newestFirst.toReversed()) {
    if (bytesOf(kept, room.logs) <= room.budgetBytes) break;
    if (!room.certain.has(oldest)) kept.delete(oldest);
  }
  return kept;
}

function bytesOf(kept: ReadonlySet<Kept>, logs: readonly KeptLog[]): number {
  const oldestLog = Math.min(...[...kept].map(({ log }) => log));
  const needed = logs.filter(({ number }) => number >= oldestLog);
  return [...kept, ...needed].reduce((sum, { bytes }) => sum + bytes, 0);
}
