import { useEffect, useEffectEvent, useRef, type KeyboardEvent, type RefObject, type SyntheticEvent } from 'react';
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
    const cell = scroller.current?.querySelector<HTMLElement>(`[data-cell="${to.row}/${to.column}"]`);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest' });
  };
  // One listener for all sessions: a cell that is told nothing new is not drawn anew.
  const tell = (hear: (place: GridPlace) => void) => (event: SyntheticEvent<HTMLElement>) => {
    const at = placeAt(event.target);
    if (at) hear(at);
  };
  return (
    <div ref={scroller} className={classes['scroller']}>
      <table role="grid" className={classes['table']} aria-label={label} onKeyDown={press} onFocus={tell(onMove)} onClick={tell(onOpen)}>
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
          {days.map(({ day, cells }, row) => {
            const weekday = weekdayText(day, locale);
            return (
              <tr key={day}>
                <th scope="row">{weekday}</th>
                {sessions.map((session, column) => (
                  <td key={session} role="gridcell">
                    <CalendarSession
                      name={words.cell(weekday, startsAt(session))}
                      cell={cells.find((one) => one.session === session)}
                      at={`${row}/${column}`}
                      isCurrent={row === place.row && column === place.column}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The place of the session that was pressed or came under the keys. */
function placeAt(target: EventTarget): GridPlace | undefined {
  const at = target instanceof Element ? target.closest<HTMLElement>('[data-cell]')?.dataset['cell'] : undefined;
  const [row, column] = at?.split('/').map(Number) ?? [];
  return row === undefined || column === undefined ? undefined : { row, column };
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
