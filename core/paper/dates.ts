import { dayOf, instantPlusMs, weekdayOf, type Day, type Instant } from '#shared/base/instant.ts';
import type { PaperWords } from '#shared/text/en/paper.ts';

const nairobiOffsetMs = 3 * 60 * 60_000;

/** `Tue 24 Nov 2026`, in the paper's language. */
export function printDay(day: Day, words: PaperWords): string {
  return `${words.weekday[weekdayOf(day)]} ${printDate(day, words)}`;
}

/** `24 Nov 2026`, for narrow columns. */
export function printDate(day: Day, words: PaperWords): string {
  const [year, month, dayOfMonth] = day.split('-').map(Number);
  return `${dayOfMonth} ${words.months[Number(month) - 1]} ${year}`;
}

/** `Tue 24 Nov 2026, 14:02`, on the wall clock in Kenya. */
export function printInstant(instant: Instant, words: PaperWords): string {
  return `${printDay(dayOf(instant), words)}, ${instantPlusMs(instant, nairobiOffsetMs).slice(11, 16)}`;
}
