import type { Words } from '#shared/text/text.ts';
import { ageText } from '#renderer/ui/time-words.ts';

const minuteMs = 60_000;

/** A length of time to the second below a minute, else as ages are said: `42 s`, `12 min`, `3 h`. */
export function spanText(ms: number, words: Words['frame']['time']): string {
  return ms < minuteMs ? words.seconds(Math.round(ms / 1000)) : ageText(ms, words);
}
