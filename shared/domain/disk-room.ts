/** `low`: people are warned; `no-scans`: scans are refused, and money and receipts are still saved until the disk itself refuses. */
export const diskStates = ['ample', 'low', 'no-scans', 'unknown'] as const;
export type DiskState = (typeof diskStates)[number];

export interface DiskRoom {
  readonly freeBytes: number;
  readonly totalBytes: number;
}

/** Below `lowBytes` people are warned, below `noScansBytes` scans stop. */
export interface DiskMarks {
  readonly lowBytes: number;
  readonly noScansBytes: number;
}

const megabyte = 1_000_000;
/** 1 GB and 300 MB; on a disk under 10 GB, a tenth and a thirtieth of it, or a small disk would never take a scan. */
export function diskMarks(totalBytes: number): DiskMarks {
  return {
    lowBytes: Math.min(1000 * megabyte, Math.floor(totalBytes / 10)),
    noScansBytes: Math.min(300 * megabyte, Math.floor(totalBytes / 30)),
  };
}

/** Room must grow by so much beyond a mark before its state ends, so that one scan more or less does not flip it. */
const slack = 1.25;

/** The state after a look at the disk, given the one before: it worsens at the mark and mends only well beyond it. */
export function nextDiskState(before: DiskState, room: DiskRoom | undefined): DiskState {
  if (!room) return 'unknown';
  const { lowBytes, noScansBytes } = diskMarks(room.totalBytes);
  if (room.freeBytes < noScansBytes * (before === 'no-scans' ? slack : 1)) return 'no-scans';
  const wasLow = before === 'low' || before === 'no-scans';
  return room.freeBytes < lowBytes * (wasLow ? slack : 1) ? 'low' : 'ample';
}
