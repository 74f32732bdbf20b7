/** What writing a part may take, so that an act at the counter waits only milliseconds for its turn. */
const partMs = 6;
const least = 50;
const most = 800;

/** Rows of the first part, before anything is known of this PC's disk. */
export const firstPart = 100;

/** Rows of the next part, by how long the last one took here and now: a commit costs the same for one row as for many. */
export function nextPart(rows: number, tookMs: number): number {
  const fitting = Math.round((rows * partMs) / Math.max(tookMs, 1));
  return Math.min(Math.max(fitting, least, Math.ceil(rows / 2)), most, rows * 2);
}
