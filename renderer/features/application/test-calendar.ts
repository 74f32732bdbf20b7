import { useQuery } from '@tanstack/react-query';
import { addDays, dayOf } from '#shared/base/instant.ts';
import type { SeatPlace, SessionState } from '#shared/domain/seat-lease.ts';
import type { ServiceBody } from '#shared/domain/services/services.ts';
import { api } from '#renderer/connection/connection.ts';
import { useNow } from '#renderer/ui/clock.ts';

/** As far ahead as the calendar goes. */
const daysAhead = 60;

/** Seats of a class at a centre from tomorrow on; nothing while either is not chosen. */
export function useTestCalendar({ centre, class: of }: Readonly<Record<'centre' | 'class', string>>) {
  const tomorrow = addDays(dayOf(useNow(60_000)), 1);
  return useQuery({
    ...api.tests.calendar.queryOptions({ input: { centre, class: of, from: tomorrow, days: daysAhead } }),
    enabled: centre !== '' && of !== '',
  }).data;
}

/** What the session that is typed has at this PC now; undefined in other services, before it is chosen, and once a seat was given. */
export function useSessionState(body: ServiceBody): SessionState | undefined {
  const wanted = body.service === 'test-booking' && body.seat === null ? body : nowhere;
  const calendar = useTestCalendar(wanted);
  const cells = calendar?.days.find(({ day }) => day === wanted.day)?.cells;
  return cells?.find(({ session }) => session === wanted.session)?.state;
}

const nowhere: Readonly<Record<keyof SeatPlace, string>> = { centre: '', class: '', day: '', session: '' };
