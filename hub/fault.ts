import { randomUUID } from 'node:crypto';
import { isDataFault, isTransient, isUnavailable } from './db/failure.ts';
import type { HubLog } from './log.ts';
import { HubRefusal } from './refusal.ts';

/** What the caller is told of an error. What nobody foresaw is a bug: it goes to the log, and the caller gets its reference. */
export function refusalOf(error: unknown, log: HubLog): HubRefusal {
  if (error instanceof HubRefusal) return error;
  if (isDataFault(error)) return new HubRefusal(400, 'request.unreadable');
  if (isUnavailable(error) || isTransient(error)) {
    log({ level: 'warn', event: 'hub.busy', facts: { error: String(error) } });
    return new HubRefusal(503, 'hub.busy', { retryAfterSeconds: 5 });
  }
  const reference = randomUUID();
  log({
    level: 'error',
    event: 'hub.fault',
    facts: { reference, error: error instanceof Error ? (error.stack ?? error.message) : String(error) },
  });
  return new HubRefusal(500, 'hub.fault', { reference });
}
