/** One measured number beside its anchor, both taken in the same run; `aim` says in words what PERFORMANCE.md asks of it. */
export interface BenchLine {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly anchor: string;
  readonly anchorValue: number;
  readonly ratio: number;
  /** `at most 5 ms` and `at least 3 papers/s` ask it of the value, `at most 1.5 times` of the ratio; empty asks nothing. */
  readonly aim: string;
}

const aimShape = /^at (least|most) (\d+(?:\.\d+)?) (\S+)$/u;

/** Whether a line reaches its aim; undefined where it has none. An aim that cannot be read is a bug and throws. */
export function isMet({ aim, ratio, value, unit }: BenchLine): boolean | undefined {
  if (aim === '') return undefined;
  const [, bound, limit, measure] = aimShape.exec(aim) ?? [];
  if (limit === undefined || (measure !== 'times' && measure !== unit)) throw new Error(`Not an aim for a figure in ${unit}: ${aim}`);
  const reached = measure === 'times' ? ratio : value;
  return bound === 'least' ? reached >= Number(limit) : reached <= Number(limit);
}

/** The value below which `share` of the others lie: 0.5 is the median, 0.99 what one in a hundred waits longer than. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
