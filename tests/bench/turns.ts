import { median, type BenchLine } from './bench-line.ts';

/** What was measured, and its anchor, round by round. */
export interface Turns {
  readonly ours: number[];
  readonly anchor: number[];
}

export function lineOf(facts: Pick<BenchLine, 'name' | 'unit' | 'anchor' | 'aim'>, { ours, anchor }: Turns): BenchLine {
  const [value, anchorValue] = [median(ours), median(anchor)];
  return { ...facts, value, anchorValue, ratio: value / anchorValue };
}
