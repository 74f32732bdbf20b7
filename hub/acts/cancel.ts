import type * as z from 'zod';
import { mayBecome } from '#shared/domain/application.ts';
import type { payloads } from '#shared/protocol/messages.ts';
import { lockApplication, publishApplication, updateApplication } from '../register/application-store.ts';
import { dropHold } from '../register/hold-store.ts';
import { applied, refused, type ActContext, type ActOutcome } from './act.ts';

/** Ends an application that its own office no longer wants, and frees its vehicle. */
export async function cancel(cx: ActContext, payload: z.output<(typeof payloads)['applications.cancel']>): Promise<ActOutcome> {
  const { sql, now } = cx;
  const before = await lockApplication(sql, payload.applicationId);
  // Another office's application is as good as none.
  if (before?.submission.officeCode !== cx.device.officeCode) return refused('act.not-found', { reference: payload.reference });
  if (!mayBecome(before.state, 'cancelled')) return refused('act.wrong-state', { state: before.state });
  const application = { ...before, state: 'cancelled' } as const;
  await updateApplication(sql, application, now);
  await dropHold(sql, application.id);
  await publishApplication(sql, application, now);
  return applied;
}
