import { useEffect, useEffectEvent, useRef, type KeyboardEvent, type RefObject } from 'react';
import type { Calendar } from '#renderer/features/test-booking/seats-text.ts';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { weekdayText } from '#renderer/ui/time-words.ts';
import { CalendarSession } from './calendar-session.tsx';
import { placeAfter, type GridPlace } from './grid-place.ts';
import classes from './calendar-grid.module.css';

interface CalendarGridProps {
  readonly label: string;
  readonly calendar: Calendar;
  readonly place: GridPlace;
  /** `08:00` for the id of a session. */
  readonly startsAt: (session: string) => string;
  readonly onMove: (place: GridPlace) => void;
  readonly onOpen: (place: GridPlace) => void;
}

/** Days down, sessions across; arrows move, Enter opens. What can be booked for good is green, and says so. */
export function CalendarGrid({ label, calendar: { days, sessions }, place, startsAt, onMove, onOpen }: CalendarGridProps) {
  const { calendar: words } = useWords().tests;
  const { locale } = useLocale();
  const scroller = useRef<HTMLDivElement>(null);
  useFocusOnArrival(scroller);
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const to = placeAfter(event.key, place, { rows: days.length, columns: sessions.length });
    if (!to || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    onMove(to);
    const cell = scroller.current?.querySelector<HTMLElement>(`[data-cell="${to.row}/${to.column}"]`);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <div ref={scroller} className={classes['scroller']}>
      <table role="grid" className={classes['table']} aria-label={label} onKeyDown={press}>
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            {sessions.map((session) => (
              <th key={session} scope="col">
                {startsAt(session)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, cells }, row) => (
            <tr key={day}>
              <th scope="row">{weekdayText(day, locale)}</th>
              {sessions.map((session, column) => (
                <td key={session} role="gridcell">
                  <CalendarSession
                    name={words.cell(weekdayText(day, locale), startsAt(session))}
                    cell={cells.find((one) => one.session === session)}
                    at={`${row}/${column}`}
                    isCurrent={row === place.row && column === place.column}
                    onFocus={() => onMove({ row, column })}
                    onOpen={() => onOpen({ row, column })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The calendar takes the focus when it comes, and not from somebody who has gone elsewhere meanwhile. */
function useFocusOnArrival(scroller: RefObject<HTMLElement | null>): void {
  const takeFocus = useEffectEvent(() => {
    const at = document.activeElement;
    const isFree = at === document.body || at?.contains(scroller.current) === true;
    if (isFree) scroller.current?.querySelector<HTMLElement>('[data-cell][tabindex="0"]')?.focus({ preventScroll: true });
  });
  useEffect(() => takeFocus(), []);
}
