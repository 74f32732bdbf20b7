import { instantPlusMs, toInstant } from '#shared/base/instant.ts';
import type { Database } from '#hub/db/sql.ts';
import { instead } from '#tests/hub-load/stage.ts';

/** Bugs that the schedules must find: each is what a hurried programmer might write. */
export const seatBugs = {
  'lend-before-margin': 'the hub lends again what is lent, without a thought of its end and the margin after it',
  'keep-moved-seat': 'the hub frees no seat of a test that was moved or given up',
  'count-by-wall-clock': 'the counter judges the end of a lease by the clock that anybody may set',
  'forget-return': 'the counter gives seats back and goes on to book them',
  'forget-taken': 'the counter gives the seat away that it gave before',
} as const;
export type SeatBug = keyof typeof seatBugs;

const longAheadMs = 30 * 24 * 60 * 60_000;

/** The hub's database, where the bug of the moment is one of the hub's. */
export function withSeatBug(database: Database, bugNow: () => SeatBug | null): Database {
  return instead(database, (sql, text, values) => {
    if (bugNow() === 'keep-moved-seat' && text.startsWith('UPDATE seat SET booked_by = NULL')) return Promise.resolve([]);
    if (bugNow() !== 'lend-before-margin' || !text.startsWith('SELECT number FROM seat')) return undefined;
    const later = values.map((value, index) => (index === 5 ? instantPlusMs(toInstant(String(value)), longAheadMs) : value));
    return sql.query(text, ...later);
  });
}
