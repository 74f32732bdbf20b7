import type { BenchLine } from './bench-line.ts';
import { firstPaint } from './first-paint.ts';
import { idleMemory } from './idle-memory.ts';
import { practiceStart } from './practice-start.ts';

const rounds = 5;

/** Hosts part of PERFORMANCE.md: the built web host and a real Chromium, beside an empty page, an empty Node and a bare PGlite. */
export async function run(): Promise<BenchLine[]> {
  if (process.platform !== 'linux') throw new Error('Memory is read from /proc: this bench needs Linux');
  return [...(await firstPaint(rounds)), ...(await idleMemory(rounds)), ...(await practiceStart(rounds))];
}
