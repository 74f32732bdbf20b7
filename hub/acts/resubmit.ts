import type { Submission } from '#shared/protocol/messages.ts';
import { lockApplication, publishApplication, updateApplication } from '../register/application-store.ts';
import { dropHold } from '../register/hold-store.ts';
import { applied, refused, type ActContext, type ActOutcome } from './act.ts';
import { claim, submit } from './submit.ts';

/** Takes a returned application in again, mended, with no second fee (DOMAIN 0.7). */
export async function resubmit(cx: ActContext, submission: Submission): Promise<ActOutcome> {
  const { sql, now } = cx;
  const before = await lockApplication(sql, submission.applicationId);
  // What the hub refused at first it never held, so the mended one comes as the first.
  if (!before) return submit(cx, submission);
  if (submission.service === 'batch-registration') return refused('entry.unreadable', { field: 'service' });
  if (before.state !== 'returned') return refused('act.wrong-state', { state: before.state });
  // Mending may name another vehicle: the logbook was of another one.
  await dropHold(sql, before.id);
  const stopped = await claim(cx, submission);
  if (stopped) return stopped;
  const application = {
    ...before,
    state: 'in-review',
    submission: { ...submission, payment: before.submission.payment },
    decision: null,
  } as const;
  await updateApplication(sql, application, now);
  await publishApplication(sql, application, now);
  return applied;
}
