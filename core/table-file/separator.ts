const separators = [',', ';', '\t', '|'] as const;
type Separator = (typeof separators)[number];

const linesLookedAt = 20;

export interface SeparatorFound {
  readonly separator: Separator;
  /** `sep=;` on a line of its own, which spreadsheets obey and do not show. */
  readonly hasOwnLine: boolean;
}

/** The sign that stands equally often on most lines, and most often where two do; quoted text does not count. */
export function findSeparator(text: string): SeparatorFound {
  const sign = /^sep=(.)(?:[\r\n]|$)/iu.exec(text)?.[1];
  const named = separators.find((separator) => separator === sign);
  if (named !== undefined) return { separator: named, hasOwnLine: true };
  const lines = plainLines(text);
  const ranked = separators.map((separator) => ({ separator, ...steadiness(lines, separator) }));
  const [best] = ranked.toSorted((a, b) => b.lines - a.lines || b.count - a.count);
  return { separator: best === undefined || best.lines === 0 ? ',' : best.separator, hasOwnLine: false };
}

function plainLines(text: string): readonly string[] {
  return text
    .replaceAll(/"[^"]*"/gu, '')
    .split(/\r\n|[\r\n]/u, linesLookedAt)
    .filter((line) => line.trim() !== '');
}

/** How many lines have the separator as often as most of those that have it. */
function steadiness(lines: readonly string[], separator: Separator): { readonly lines: number; readonly count: number } {
  const counts = lines.map((line) => line.split(separator).length - 1).filter((count) => count > 0);
  const linesByCount = Map.groupBy(counts, (count) => count);
  const [usual] = [...linesByCount.values()].toSorted((a, b) => b.length - a.length);
  return { lines: usual?.length ?? 0, count: usual?.[0] ?? 0 };
}
