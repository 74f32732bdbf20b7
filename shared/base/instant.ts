import type { Brand } from './brand.ts';

/** A point in time as UTC ISO text with milliseconds, such as `2026-11-22T08:15:00.000Z`; sorts as text. */
export type Instant = Brand<string, 'Instant'>;

/** A calendar day in Kenya, `YYYY-MM-DD`; sorts as text. */
export type Day = Brand<string, 'Day'>;

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
export type Weekday = (typeof weekdays)[number];

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** Africa/Nairobi is UTC+3 all year and has no summer time. */
const nairobiOffsetMs = 3 * 60 * minuteMs;

const instantShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/u;
const dayShape = /^\d{4}-\d{2}-\d{2}$/u;

function isoOf(ms: number): string {
  const text = new Date(ms).toISOString();
  if (!instantShape.test(text)) throw new RangeError(`Outside the years 0000 to 9999: ${text}`);
  return text;
}

/** The round trip refuses days that no month has, which `Date.parse` may roll over. */
function survivesRoundTrip(iso: string): boolean {
  const ms = Date.parse(iso);
  return !Number.isNaN(ms) && new Date(ms).toISOString() === iso;
}

export function isInstant(text: string): text is Instant {
  return instantShape.test(text) && survivesRoundTrip(text);
}

export function isDay(text: string): text is Day {
  return dayShape.test(text) && survivesRoundTrip(`${text}T00:00:00.000Z`);
}

/** The instant of a count of milliseconds since 1970 UTC, as clocks give it. */
export function instantOf(ms: number): Instant {
  return isoOf(ms) as Instant;
}

export function msOf(instant: Instant): number {
  return Date.parse(instant);
}

/** The day of a text that is known to be one (a constant, a checked file); anything else is a bug and throws. */
export function toDay(text: string): Day {
  if (!isDay(text)) throw new RangeError(`Not a day: ${text}`);
  return text;
}

/** The instant of a text that is known to be one; anything else is a bug and throws. */
export function toInstant(text: string): Instant {
  if (!isInstant(text)) throw new RangeError(`Not an instant: ${text}`);
  return text;
}

/** The day on the wall calendar in Kenya at that instant. */
export function dayOf(instant: Instant): Day {
  return isoOf(msOf(instant) + nairobiOffsetMs).slice(0, 10) as Day;
}

/** Midnight in Kenya at which the day begins. */
export function startOfDay(day: Day): Instant {
  return isoOf(midnightUtcMs(day) - nairobiOffsetMs) as Instant;
}

/** Days are counted on UTC midnights, where every day has the same length. */
function midnightUtcMs(day: Day): number {
  return Date.parse(`${day}T00:00:00.000Z`);
}

export function addDays(day: Day, count: number): Day {
  return isoOf(midnightUtcMs(day) + count * dayMs).slice(0, 10) as Day;
}

/** Whole days from one to the other; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((midnightUtcMs(to) - midnightUtcMs(from)) / dayMs);
}

export function weekdayOf(day: Day): Weekday {
  return weekdays[new Date(midnightUtcMs(day)).getUTCDay()] ?? 'sunday';
}

export function instantPlusMs(instant: Instant, ms: number): Instant {
  return instantOf(msOf(instant) + ms);
}

/** Whole minutes passed from one to the other, rounded towards the past; negative when `to` is earlier. */
export function minutesBetween(from: Instant, to: Instant): number {
  return Math.floor((msOf(to) - msOf(from)) / minuteMs);
}
