import { dayOf } from '#shared/base/instant.ts';
import { standingOf } from '#shared/domain/application.ts';
import { drivingRulesOn } from '#shared/domain/driving-class.ts';
import { maskIdentityNumber } from '#shared/domain/mask.ts';
import { certificateOf, interimUntil } from '#shared/domain/services/interim-licence.ts';
import { getApplication } from '../applications/service.ts';
import { findDriver } from '../drivers/service.ts';
import { getFacts } from '../paper-seal/facts.ts';
import { AppError } from '../refusal.ts';
import { classText } from './class-text.ts';
import { frame, type PaperSource } from './data.ts';
import type { InterimLicenceData } from './result-papers.ts';

/** The interim licence of an application. Until the hub has approved it, it is a preview that says NOT VALID (DOMAIN §6.2). */
export function interimLicenceData({ cx, reference, locale }: PaperSource, id: string): InterimLicenceData {
  const application = getApplication(cx.db, id);
  const { body, state, decision, reference: number, receiptNumber } = application;
  if (body.service !== 'interim-licence') throw new AppError('act.not-found', { what: 'interim-licence' });
  const { rules } = reference.drivingRules;
  const record = findDriver(cx.db, body.parties.driver) ?? body.driver;
  const certificate = record && certificateOf(record, body.class, { rules });
  // A correction may have taken the pass back since.
  if (!record || !certificate) throw new AppError('act.not-found', { what: 'certificate' });
  const approvedOn = dayOf(decision?.at ?? cx.now);
  const until = certificate.given?.until ?? interimUntil(drivingRulesOn(rules, approvedOn), approvedOn);
  return {
    ...frame(cx, getFacts(cx.db, 'interim-licence', number), cx.now),
    number,
    standing: standingOf(state),
    holderName: record.name,
    maskedId: maskIdentityNumber(record.idNumber),
    certificateNumber: certificate.number,
    classes: [{ licenceClass: classText(reference, body.class, locale), since: certificate.passedOn, until }],
    validUntil: until,
    receiptNumber,
  };
}
