/** I and O are not used (DOMAIN §2.1). */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const numbersInSeries = 999;
/** Which series is reached in 2026 is published nowhere: the newest mark seen is of KMFU (2021), so ours begin well behind it. */
const firstThirdLetter = letters.indexOf('H');

/**
 * The mark of a new motorcycle by its place in the register's own series, from 1: KMHA 001A, KMHA 002A … KMHA 999A, KMHA 001B. Only the
 * form is sourced (DOMAIN §2.1); the order in which letters follow is our reading.
 */
export function motorcycleMark(place: number): string {
  const index = place - 1;
  const round = Math.floor(index / numbersInSeries);
  const last = letters.charAt(round % letters.length);
  const fourth = letters.charAt(Math.floor(round / letters.length) % letters.length);
  const third = letters.charAt(firstThirdLetter + Math.floor(round / letters.length ** 2));
  if (third === '') throw new Error('The series of motorcycle marks is at its end');
  return `KM${third}${fourth}${String((index % numbersInSeries) + 1).padStart(3, '0')}${last}`;
}
