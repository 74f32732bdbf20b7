import { memo } from 'react';
import type { CalendarCell } from '#renderer/features/test-booking/seats-text.ts';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { shortText } from '#renderer/ui/time-words.ts';
import classes from './calendar-grid.module.css';

interface CalendarSessionProps {
  /** `Thu 3 Dec, 08:00`. */
  readonly name: string;
  /** Undefined where the hub opened no such session on that day. */
  readonly cell: CalendarCell | undefined;
  /** Its place in the calendar, `row/column`. */
  readonly at: string;
  /** The cell the Tab key comes to. */
  readonly isCurrent: boolean;
}

/** One session of one day: the seats that are final here and until when, or what is known of it. Of 240, a key changes two. */
export const CalendarSession = memo(function CalendarSession({ name, cell, at, isCurrent }: CalendarSessionProps) {
  const { calendar: words } = useWords().tests;
  const { locale } = useLocale();
  const said = cell ? words.state[cell.state](cell.left) : words.noSession;
  const more = cell === undefined ? '' : moreOf(cell);
  return (
    <button
      type="button"
      className={classes['cell']}
      data-cell={at}
      data-state={cell?.state ?? 'none'}
      tabIndex={isCurrent ? 0 : -1}
      aria-label={`${name}, ${said} ${more}`.trim()}
    >
      <span className={classes['said']}>{said}</span> <span className={classes['more']}>{more}</span>
    </button>
  );

  function moreOf({ state, until, seats }: CalendarCell): string {
    if (state === 'final') return until === null ? '' : words.until(shortText(until, locale));
    return state === 'closed' ? '' : words.atHub(seats);
  }
});
