import { statfsSync } from 'node:fs';
import { diskMarks, nextDiskState, type DiskRoom, type DiskState } from '#shared/domain/disk-room.ts';
import { refusal } from '#shared/domain/refusal.ts';
import type { LogLine } from '../host.ts';
import type { Guard } from './guard.ts';

/** Watches the room on the data's disk. Scans are the first to stop, so that money and receipts have what is left. */
export interface DiskGuard {
  readonly guard: Guard;
  /** Looks at the disk now: each minute, before a scan, and after anything that the disk refused. */
  look(): DiskView;
  close(): void;
}

export interface DiskView {
  readonly state: DiskState;
  readonly freeBytes: number | null;
  readonly lowBytes: number;
  readonly noScansBytes: number;
}

export interface DiskGuardDeps {
  readonly folder: string;
  readonly log: (line: LogLine) => void;
  /** The state has changed, and screens should know. */
  readonly onChange: () => void;
}

const lookEveryMs = 60_000;
/** What takes room that money may need. */
const roomTakers: ReadonlySet<string> = new Set(['applications.attachScan', 'applications.replaceScan']);

export function openDiskGuard({ folder, log, onChange }: DiskGuardDeps): DiskGuard {
  let state: DiskState = 'unknown';
  const look = (): DiskView => {
    const room = roomOf(folder);
    const before = state;
    state = nextDiskState(before, room);
    if (state !== before) {
      log({
        level: state === 'ample' ? 'info' : 'warning',
        event: 'disk.state',
        facts: { before, state, freeBytes: room?.freeBytes ?? -1 },
      });
      onChange();
    }
    return { state, freeBytes: room?.freeBytes ?? null, ...diskMarks(room?.totalBytes ?? Number.MAX_SAFE_INTEGER) };
  };
  look();
  const timer = setInterval(look, lookEveryMs);
  timer.unref();
  const guard: Guard = ({ kind }) => {
    if (!roomTakers.has(kind)) return undefined;
    const { state: now, freeBytes, noScansBytes } = look();
    return now === 'no-scans' ? refusal('disk.no-scans', { freeBytes: freeBytes ?? 0, noScansBytes }) : undefined;
  };
  return { guard, look, close: () => clearInterval(timer) };
}

/** What an ordinary program may still write there; undefined where the disk does not say. */
function roomOf(folder: string): DiskRoom | undefined {
  try {
    const { bavail, blocks, bsize } = statfsSync(folder);
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
  } catch {
    return undefined;
  }
}
