import { dayOf, daysBetween, startOfDay, toDay, type Day, type Instant } from '#shared/base/instant.ts';
import type { Locale, Words } from '#shared/text/text.ts';

const tags: Readonly<Record<Locale, string>> = { en: 'en-GB', sw: 'sw-KE' };
const kenya = { timeZone: 'Africa/Nairobi' } as const;

function formatters(locale: Locale) {
  const tag = tags[locale];
  return {
    clock: new Intl.DateTimeFormat('en-GB', { ...kenya, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    weekday: new Intl.DateTimeFormat(tag, { ...kenya, weekday: 'short' }),
    day: new Intl.DateTimeFormat(tag, { ...kenya, day: 'numeric', month: 'short' }),
    dayInWeek: new Intl.DateTimeFormat(tag, { ...kenya, weekday: 'short', day: 'numeric', month: 'short' }),
    dayYear: new Intl.DateTimeFormat(tag, { ...kenya, day: 'numeric', month: 'short', year: 'numeric' }),
  };
}

const byLocale = { en: formatters('en'), sw: formatters('sw') };

/** `14:02` in Kenya, whatever the PC's own zone. */
export function clockText(at: Instant): string {
  return byLocale.en.clock.format(new Date(at));
}

/** `14 Nov 2026`. */
export function dayText(day: Day, locale: Locale): string {
  return byLocale[locale].dayYear.format(new Date(startOfDay(day)));
}

/** `Thu 3 Dec`: a day that is soon, where its weekday matters more than its year. */
export function weekdayText(day: Day, locale: Locale): string {
  return byLocale[locale].dayInWeek.format(new Date(startOfDay(day))).replace(',', '');
}

/** `3 Dec 17:00`: a moment that is soon. */
export function shortText(at: Instant, locale: Locale): string {
  return `${byLocale[locale].day.format(new Date(at))} ${clockText(at)}`;
}

/** As short as stays clear: `14:02` today, `Tue 14:02` this week, `14 Nov 14:02` this year, else with the year. */
export function whenText(at: Instant, now: Instant, locale: Locale): string {
  const { weekday, day, dayYear } = byLocale[locale];
  const clock = clockText(at);
  const days = daysBetween(dayOf(at), dayOf(now));
  const date = new Date(at);
  if (days === 0) return clock;
  if (days > 0 && days < 7) return `${weekday.format(date)} ${clock}`;
  return `${(at.slice(0, 4) === now.slice(0, 4) ? day : dayYear).format(date)} ${clock}`;
}

/** The whole of it, for tooltips: `14 Nov 2026 14:02`. */
export function fullText(at: Instant, locale: Locale): string {
  return `${dayText(toDay(dayOf(at)), locale)} ${clockText(at)}`;
}

/** `12 min`, `3 h`, `2 days`: the largest unit that says enough at a counter. */
export function ageText(ageMs: number, words: Words['frame']['time']): string {
  const minutes = Math.floor(ageMs / 60_000);
  if (minutes < 1) return words.justNow;
  if (minutes < 60) return words.minutes(minutes);
  if (minutes < 24 * 60) return words.hours(Math.floor(minutes / 60));
  return words.days(Math.floor(minutes / (24 * 60)));
}
