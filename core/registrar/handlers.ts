import { dayOf, type Instant } from '#shared/base/instant.ts';
import type { Reference } from '#shared/domain/reference.ts';
import { rulesOf, vehicleOf } from '#shared/domain/services/services.ts';
import { workingDaysBetween } from '#shared/domain/working-day.ts';
import { listUnits } from '../batches/service.ts';
import type { CommandContext } from '../context.ts';
import { knowsScan, pdfFile, readScan } from '../documents/service.ts';
import type { Vault } from '../documents/vault.ts';
import type { FeatureHandlers } from '../handler.ts';
import { AppError } from '../refusal.ts';
import type { HubClient } from '../sync/hub-client.ts';
import { findCase, listOpenCases, noteDecision, type RegistrarCase } from './store.ts';

export interface RegistrarDeps {
  readonly reference: Reference;
  readonly vault: Vault;
  readonly hub: HubClient;
}

/** The registrar's desk: cases by age, with their scans, and one decision each. */
export function registrarHandlers({ reference, vault, hub }: RegistrarDeps): FeatureHandlers<'registrar'> {
  const summary = (one: RegistrarCase, now: Instant, actorId: string) => {
    const { submission } = one;
    const vehicle = vehicleOf(submission.body);
    return {
      applicationId: one.applicationId,
      reference: submission.reference,
      service: submission.service,
      state: one.state,
      plate: vehicle?.plate ?? '',
      who: rulesOf(submission.service).who(submission.body),
      officeCode: submission.officeCode,
      clerkName: submission.clerk.name,
      submittedAt: submission.submittedAt,
      receivedAt: one.receivedAt,
      dueDay: submission.dueDay,
      ageWorkingDays: workingDaysBetween(dayOf(submission.submittedAt), dayOf(now), reference.holidays),
      overdue: one.state === 'in-review' && dayOf(now) > submission.dueDay,
      ownWork: submission.clerk.id === actorId,
    };
  };
  return {
    list: (cx) => listOpenCases(cx.db).map((one) => summary(one, cx.now, cx.actor.id)),
    get: async (cx, { applicationId }) => {
      const one = getCase(findCase(cx.db, applicationId));
      const { scans } = one.submission;
      const here = await Promise.all(scans.map(({ sha256 }) => vault.has(sha256)));
      return {
        summary: summary(one, cx.now, cx.actor.id),
        submission: one.submission,
        scans: scans.map(({ kind, sha256, pages, bytes }, index) => ({ kind, sha256, pages, bytes, here: here[index] ?? false })),
        decision: one.decision ? { ...one.decision, reasons: [...one.decision.reasons] } : null,
      };
    },
    scan: async (cx, { sha256 }) => {
      const local = knowsScan(cx.db, sha256) || (await vault.has(sha256));
      if (local) return pdfFile(await readScan(vault, sha256), 'scan.pdf');
      const bytes = await hub.getScan(sha256);
      await vault.put(bytes);
      return pdfFile(bytes, 'scan.pdf');
    },
    units: (cx, { applicationId }) => ({
      units: listUnits(cx.db, applicationId).map(({ unit, state, outcome }) => ({ unit, state, outcome })),
    }),
    decideBatch: (cx, { applicationId, returned }) => {
      const { submission } = openCase(cx, applicationId);
      const underReview = new Set(listUnits(cx.db, applicationId).flatMap(({ unit, state }) => (state === 'in-review' ? [unit.id] : [])));
      if (submission.service !== 'batch-registration' || returned.some(({ unitId }) => !underReview.has(unitId)))
        throw new AppError('act.not-found', { what: 'unit' });
      const outcome = returned.length === 0 ? ('approved' as const) : ('returned' as const);
      const decision = { outcome, reasons: [], note: '', by: cx.actor.name, office: cx.office.officeCode, at: cx.now };
      noteDecision(cx.db, applicationId, outcome, decision);
      cx.setSubject(`application:${applicationId}`);
      cx.setPayload({ applicationId, returned, officeCode: cx.office.officeCode });
      cx.announce('registrar', 'applications');
      return {};
    },
    decide: (cx, { applicationId, outcome, reasons, note }) => {
      const one = openCase(cx, applicationId);
      const { reference: number } = one.submission;
      if (one.submission.service === 'batch-registration') throw new AppError('registrar.decided-by-unit', { reference: number });
      const offered = rulesOf(one.submission.service).rejectionReasons;
      const known = offered.filter((reason) => reasons.includes(reason));
      if (outcome !== 'approved' && known.length === 0 && note === '') throw new AppError('registrar.reason-missing', { outcome });
      const decision = { outcome, reasons: known, note, by: cx.actor.name, office: cx.office.officeCode, at: cx.now };
      noteDecision(cx.db, applicationId, outcome, decision);
      cx.setSubject(`application:${applicationId}`);
      cx.setPayload({ applicationId, outcome, reasons: known, note, officeCode: cx.office.officeCode });
      cx.announce('registrar', 'applications');
      return {};
    },
  };
}

/** A case that waits for a decision which the asker may give. */
function openCase(cx: CommandContext, applicationId: string): RegistrarCase {
  const one = getCase(findCase(cx.db, applicationId));
  const { reference, clerk } = one.submission;
  if (one.state !== 'in-review') throw new AppError('registrar.already-decided', { reference, state: one.state });
  if (clerk.id === cx.actor.id) throw new AppError('registrar.own-work', { reference });
  return one;
}

function getCase(one: RegistrarCase | undefined): RegistrarCase {
  if (!one) throw new AppError('act.not-found', { what: 'application' });
  return one;
}
