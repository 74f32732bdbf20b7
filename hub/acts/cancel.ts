import type * as z from 'zod';
import { dayOf, toInstant } from '#shared/base/instant.ts';
import { mayCancel } from '#shared/domain/services/services.ts';
import type { payloads } from '#shared/protocol/messages.ts';
import { lockApplication, publishApplication, updateApplication } from '../register/application-store.ts';
import { dropHold } from '../register/hold-store.ts';
import { hasRegistered } from '../register/unit-store.ts';
import { freeBookedSeat } from '../seats/book.ts';
import { isTested } from '../test-day/tested-booking.ts';
import { applied, refused, type ActContext, type ActOutcome } from './act.ts';

/** Ends an application that its own office no longer wants, and frees what it was about. */
export async function cancel(cx: ActContext, payload: z.output<(typeof payloads)['applications.cancel']>): Promise<ActOutcome> {
  const { sql, now } = cx;
  const before = await lockApplication(sql, payload.applicationId);
  // Another office's application is as good as none.
  if (before?.submission.officeCode !== cx.device.officeCode) return refused('act.not-found', { reference: payload.reference });
  if (!mayCancel({ state: before.state, body: before.submission.body }, dayOf(toInstant(cx.entry.at))))
    return refused('act.wrong-state', { state: before.state });
  if (await isTested(sql, before.id)) return refused('test.taken', { reference: payload.reference });
  if (await hasRegistered(sql, before.id)) return refused('batch.partly-registered', { reference: payload.reference });
  const application = { ...before, state: 'cancelled' } as const;
  await updateApplication(sql, application, now);
  await dropHold(sql, application.id);
  await publishApplication(sql, application, now);
  await freeBookedSeat(cx, application.submission);
  return applied;
}
