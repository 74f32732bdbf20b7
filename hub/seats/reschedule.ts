import type * as z from 'zod';
import { dayOf, toInstant } from '#shared/base/instant.ts';
import { mayCancel } from '#shared/domain/services/services.ts';
import type { payloads } from '#shared/protocol/messages.ts';
import { applied, refused, type ActContext, type ActOutcome } from '../acts/act.ts';
import { lockApplication, updateApplication } from '../register/application-store.ts';
import { drivingFor } from '../register/driving.ts';
import { holdUntil } from '../register/hold-store.ts';
import { findRegistered } from '../register/registered.ts';
import { submissionProblem } from '../rules/submission-problem.ts';
import { isTested } from '../test-day/tested-booking.ts';
import { bookSeat } from './book.ts';
import { freeSeat } from './seat-store.ts';

type Payload = z.output<(typeof payloads)['tests.reschedule']>;

/** Moves a booked test to another seat: the old one is free and the new one the candidate's, or everything stays as it was. */
export async function reschedule(cx: ActContext, { applicationId, reference, to }: Payload): Promise<ActOutcome> {
  const { sql, now } = cx;
  const before = await lockApplication(sql, applicationId);
  // Another office's application is as good as none.
  if (before?.submission.officeCode !== cx.device.officeCode) return refused('act.not-found', { reference });
  const { state, submission } = before;
  const today = dayOf(toInstant(cx.entry.at));
  if (submission.body.service !== 'test-booking' || state !== 'approved' || !mayCancel({ state, body: submission.body }, today))
    return refused('act.wrong-state', { state });
  if (await isTested(sql, applicationId)) return refused('test.taken', { reference });
  const { centre, day, session, leaseId, seat } = to;
  const body = { ...submission.body, centre, day, session, seat: { leaseId, seat } };
  const moved = { ...submission, body };
  const known = { today: dayOf(now), driving: await drivingFor(cx, [body]) };
  const problem = submissionProblem(moved, await findRegistered(sql, body), known);
  if (problem) return refused(problem.code, problem.facts);
  await freeSeat(sql, applicationId);
  const stopped = await bookSeat(cx, moved);
  if (stopped) return stopped;
  await updateApplication(sql, { ...before, submission: moved }, now);
  await holdUntil(sql, applicationId, day);
  return applied;
}
