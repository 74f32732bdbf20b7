const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The letter under which an epoch's numbers run: A for the first, Z for the 26th, then AA, AB and on (DESIGN §3). */
export function seriesLetterOf(epoch: number): string {
  const index = epoch - 1;
  const last = letters.charAt(index % letters.length);
  return index < letters.length ? last : `${seriesLetterOf(Math.floor(index / letters.length))}${last}`;
}
