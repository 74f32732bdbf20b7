import type * as z from 'zod';
import { applicationStates, mayBecome, standingOf, type ApplicationState } from '#shared/domain/application.ts';
import { isApprovedAtOnce } from '#shared/domain/services/services.ts';
import type { changeBodies, LogbookRecord } from '#shared/protocol/messages.ts';
import { findApplication, updateApplication, type Application } from '../applications/service.ts';
import { findLogbook } from '../logbooks/service.ts';
import { putCase } from '../registrar/service.ts';
import { noteHubAct, type ApplyContext } from './hub-entry.ts';

type ApplicationBody = z.output<(typeof changeBodies)['application']>;
type CaseBody = z.output<(typeof changeBodies)['case']>;

/** Moves an application to where the hub says it is, unless what was done here since then is newer. */
export function settleApplication(cx: ApplyContext, { applicationId, state, decision, logbookNumber }: ApplicationBody): void {
  const application = findApplication(cx.db, applicationId);
  if (!application) return;
  const to = state === 'approved' && findLogbook(cx.db, applicationId) ? 'ready' : state;
  if (application.state !== to && !mayFollow(cx, application, to)) return;
  updateApplication(cx.db, applicationId, { state: to, decision, logbookNumber, at: cx.now });
  if (application.state !== to)
    noteHubAct(cx, 'hub.application', `application:${applicationId}`, { state: to, logbookNumber, ...decision });
  cx.announce('applications');
}

/** With its logbook record here, an approved application is ready; once that was handed over, it is finished. */
export function settleLogbook(cx: ApplyContext, { applicationId, number, handedOverAt }: LogbookRecord): void {
  const application = findApplication(cx.db, applicationId);
  const to = handedOverAt === null ? 'ready' : 'collected';
  if (!application || standingOf(application.state) !== 'confirmed' || !mayBecome(application.state, to)) return;
  updateApplication(cx.db, applicationId, { state: to, logbookNumber: number, at: cx.now });
  noteHubAct(cx, 'hub.application', `application:${applicationId}`, { state: to, logbookNumber: number });
  cx.announce('applications');
}

/** A decision of this office that is still on its way stays on its case until the hub has answered it. */
export function settleCase(cx: ApplyContext, { submission, receivedAt, state, decision }: CaseBody): void {
  const { applicationId } = submission;
  const own = cx.db.get<{ state: ApplicationState; decision: string | null }>(
    `SELECT state, decision FROM registrar_case WHERE application_id = ? AND EXISTS (
       SELECT 1 FROM journal LEFT JOIN entry_answer ON entry_answer.seq = journal.seq
       WHERE subject = ? AND kind IN ('registrar.decide', 'registrar.decideBatch') AND entry_answer.seq IS NULL)`,
    applicationId,
    `application:${applicationId}`,
  );
  const isOnItsWay = own !== undefined && decision === null && own.decision !== null;
  putCase(cx.db, { applicationId, submission, receivedAt, state, decision });
  if (isOnItsWay)
    cx.db.run('UPDATE registrar_case SET state = ?, decision = ? WHERE application_id = ?', own.state, own.decision, applicationId);
  cx.announce('registrar');
}

/**
 * Whether the hub's state comes after the one here. The hub may tell of several steps at once; a state that lies behind is old news. A
 * cancellation that the hub has not taken gives way to an approval that was faster.
 */
function mayFollow(cx: ApplyContext, application: Application, to: ApplicationState): boolean {
  const isAtOnce = isApprovedAtOnce(application.service);
  if (application.state === 'cancelled') return !isAtOnce && standingOf(to) === 'confirmed' && !isCancelTaken(cx, application.id);
  if (application.state === 'approved' && to === 'cancelled') return isAtOnce;
  return reachable(application.state).has(to);
}

function isCancelTaken(cx: ApplyContext, applicationId: string): boolean {
  const row = cx.db.get(
    `SELECT 1 FROM journal JOIN entry_answer ON entry_answer.seq = journal.seq
     WHERE subject = ? AND kind IN ('applications.cancel', 'payments.voidReceipt') AND outcome IN ('applied', 'duplicate')`,
    `application:${applicationId}`,
  );
  return row !== undefined;
}

function reachable(from: ApplicationState, seen: ReadonlySet<ApplicationState> = new Set()): ReadonlySet<ApplicationState> {
  const next = applicationStates.filter((state) => mayBecome(from, state) && !seen.has(state));
  return next.reduce((all, state) => new Set([...all, ...reachable(state, all)]), new Set([...seen, ...next]));
}
