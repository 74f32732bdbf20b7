import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/connection/connection.ts';
import { useTestCalendar } from '#renderer/features/application/test-calendar.ts';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { weekdayText } from '#renderer/ui/time-words.ts';
import { seatsText } from './seats-text.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What can be chosen for a test as far as it is chosen already, each with the seats that are at hand; the first of each is no choice, and days that nobody may book for any more are left out. */
export function usePlaceOptions(chosen: {
  readonly class: string;
  readonly centre: string;
  readonly day: string;
  readonly session: string;
}) {
  const { place: words } = useWords().testBooking;
  const { locale } = useLocale();
  const where = useQuery(api.tests.centres.queryOptions({ input: {} })).data;
  const calendar = useTestCalendar(chosen);
  const tested = where?.tested ?? [];
  const days = (calendar?.days ?? []).filter(({ day, cells }) => day === chosen.day || cells.some(({ state }) => state !== 'closed'));
  const cells = days.find(({ day }) => day === chosen.day)?.cells ?? [];
  const startsAt = (id: string) => where?.sessions.find((session) => session.id === id)?.startsAt ?? id;
  const none: Choice = { value: '', label: '' };
  return {
    calendar,
    cell: cells.find(({ session }) => session === chosen.session),
    classes: [...new Set(tested.map((one) => one.class))],
    centres: [none, ...tested.filter((one) => one.class === chosen.class).map(({ centre, name }) => ({ value: centre, label: name }))],
    days: [
      none,
      ...days.map(({ day, cells: ofDay }) => ({
        value: day as string,
        label: `${weekdayText(day, locale)} · ${words.seats.final(ofDay.reduce((sum, { left }) => sum + left, 0))}`,
      })),
    ],
    sessions: [none, ...cells.map((cell) => ({ value: cell.session, label: `${startsAt(cell.session)} · ${seatsText(cell, words)}` }))],
  };
}
