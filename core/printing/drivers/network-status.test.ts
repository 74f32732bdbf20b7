import { expect, it } from 'vitest';
import { statusProblem } from './network-status.ts';

it.each<[string, readonly number[], string | null | undefined]>([
  ['ready', [0x16, 0x12, 0x12], null],
  ['paper at its end', [0x1e, 0x32, 0x72], 'paper-out'],
  ['cover open', [0x1e, 0x16, 0x12], 'cover-open'],
  ['cutter stuck', [0x1e, 0x52, 0x12], 'printer-error'],
  ['offline and silent on why', [0x1e, 0x12, 0x12], 'offline'],
  ['two answers of three', [0x16, 0x12], undefined],
  ['bytes that are no status', [0xff, 0xff, 0xff], undefined],
])('%s', (_, bytes, problem) => {
  expect(statusProblem(Uint8Array.from(bytes))).toBe(problem);
});
