import { isDay, toDay } from '#shared/base/instant.ts';
import type { Reference } from '#shared/domain/reference.ts';
import type { FactNames } from '#shared/text/service-words.ts';
import type { Locale } from '#shared/text/text.ts';
import { classText } from './class-text.ts';
import { printDay } from './dates.ts';
import { paperWords } from './words.ts';

/** How a paper writes the codes among the facts of an application. */
export function factNames(reference: Reference, locale: Locale): FactNames {
  const { testCentres, testSessions } = reference;
  return {
    class: (id) => classText(reference, id, locale),
    centre: (code) => testCentres.centres.find((one) => one.code === code)?.name ?? code,
    session: (id) => testSessions.sessions.find((one) => one.id === id)?.startsAt ?? id,
    day: (day) => (isDay(day) ? printDay(toDay(day), paperWords[locale]) : day),
  };
}
