import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diskMarks, nextDiskState, type DiskState } from './disk-room.ts';

const megabyte = 1_000_000;
const office = 120_000 * megabyte;
const walk = (...freeMegabytes: readonly number[]): DiskState[] => {
  const seen: DiskState[] = ['ample'];
  for (const free of freeMegabytes) seen.push(nextDiskState(seen.at(-1) ?? 'ample', { freeBytes: free * megabyte, totalBytes: office }));
  return seen.slice(1);
};

it('a disk is low under 1 GB, and takes no scan under 300 MB', () => {
  expect(walk(1000, 999, 300, 299)).toEqual(['ample', 'low', 'low', 'no-scans']);
});

it('room just over a mark does not end what began under it', () => {
  expect(walk(299, 301, 374, 375, 1001, 1249, 1250)).toEqual(['no-scans', 'no-scans', 'no-scans', 'low', 'low', 'low', 'ample']);
});

it('a disk that does not say stops nothing, and speaks again at the plain marks', () => {
  expect([nextDiskState('no-scans', undefined), nextDiskState('unknown', { freeBytes: 301 * megabyte, totalBytes: office })]).toEqual([
    'unknown',
    'low',
  ]);
});

it('a small disk has smaller marks, or it would never take a scan', () => {
  expect(diskMarks(3_000 * megabyte)).toEqual({ lowBytes: 300 * megabyte, noScansBytes: 100 * megabyte });
});

it('more room never makes it worse, and a steady disk never flickers', () => {
  const order: Record<DiskState, number> = { 'no-scans': 0, low: 1, ample: 2, unknown: 3 };
  const state = fc.constantFrom<DiskState>('ample', 'low', 'no-scans', 'unknown');
  const size = fc.integer({ min: 1, max: 2_000_000 }).map((megabytes) => megabytes * megabyte);
  fc.assert(
    fc.property(
      state,
      size,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (before, totalBytes, one, other) => {
        const at = (share: number) => nextDiskState(before, { freeBytes: share * totalBytes, totalBytes });
        const after = at(one);
        const steady = nextDiskState(after, { freeBytes: one * totalBytes, totalBytes });
        return steady === after && order[at(Math.min(one, other))] <= order[at(Math.max(one, other))];
      },
    ),
  );
});
