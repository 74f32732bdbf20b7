import { msOf, type Instant } from '#shared/base/instant.ts';

const hourMs = 60 * 60_000;
/** Kenya is UTC+3 all year. */
const nairobiHours = 3;
/** Nobody is woken for a logbook. */
const day = { from: 8, to: 20 } as const;

/** Whether owners in Kenya are left alone at this moment. */
export function isQuiet(now: Instant): boolean {
  const hour = new Date(msOf(now) + nairobiHours * hourMs).getUTCHours();
  return hour < day.from || hour >= day.to;
}
