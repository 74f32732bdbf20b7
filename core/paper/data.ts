import { dayOf, type Instant } from '#shared/base/instant.ts';
import { standingOf } from '#shared/domain/application.ts';
import { maskIdentityNumber, maskKraPin } from '#shared/domain/mask.ts';
import type { PaperFacts } from '#shared/domain/paper-code.ts';
import { displayPlate } from '#shared/domain/plate.ts';
import type { FeeLine } from '#shared/domain/fee.ts';
import type { Reference } from '#shared/domain/reference.ts';
import type { OwnershipType } from '#shared/domain/services/ownership.ts';
import { newOwnersOf } from '#shared/domain/services/transfer.ts';
import { collectionOfficeOf, partyOf, rulesOf, vehicleOf } from '#shared/domain/services/services.ts';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import { transferClocks } from '#shared/domain/working-day.ts';
import { factTexts } from '#shared/text/service-words.ts';
import { serviceWords, stateSentence, texts, type Locale, type Words } from '#shared/text/text.ts';
import { getApplication, officeName, provisionalOf, standingOfApplication } from '../applications/service.ts';
import type { QueryContext } from '../context.ts';
import { timelineOf } from '../journal/timeline.ts';
import { getLogbook, listCopies, type Logbook } from '../logbooks/service.ts';
import { findReceipt, getReceipt, listFeeLines, listReprints, type TakenPayment } from '../payments/service.ts';
import { copyMadeAt, getFacts } from '../paper-seal/facts.ts';
import { sealPaper } from '../paper-seal/seal.ts';
import { AppError } from '../refusal.ts';
import { receiptAdjustments } from './adjustment-data.ts';
import { printDay } from './dates.ts';
import { factNames } from './fact-names.ts';
import type {
  ApplicationSummaryData,
  ConflictSlipData,
  LogbookCopyData,
  PaperFeeLine,
  PaperFrame,
  PaperOwnership,
  ReceiptData,
  VehicleFact,
  VehicleField,
} from './paper.ts';
import { paperWords } from './words.ts';

/** Gathers what a paper says from the office's rows; layouts only arrange it. */
export interface PaperSource {
  readonly cx: QueryContext;
  readonly reference: Reference;
  readonly locale: Locale;
}

/** `reprint`: which of its reprints, that were counted in the journal; null for the receipt itself. */
export function receiptData({ cx, reference, locale }: PaperSource, receiptNumber: string, reprint: number | null = null): ReceiptData {
  const payment = getReceipt(cx.db, receiptNumber);
  const application = getApplication(cx.db, payment.applicationId);
  const vehicle = vehicleOf(application.body);
  const words = texts[locale];
  const feeLines = listFeeLines(cx.db, application.id);
  const { marks, madeAt } = receiptMarks({ cx, reference, locale }, payment, reprint);
  return {
    ...frame(cx, { ...getFacts(cx.db, 'receipt', receiptNumber), copy: reprint }, madeAt),
    ...marks,
    receiptNumber,
    applicationReference: application.reference,
    standing: standingOf(application.state),
    serviceName: words.services[application.service].name,
    ...vehicleHead(vehicle),
    payerName: payment.payer,
    payerMaskedId: maskIdentityNumber(partyOf(application.body, rulesOf(application.service).applicant).idNumber),
    lines: feeLines.map((line) => paperFeeLine(line, reference, locale)),
    totalCents: payment.amountCents,
    payment: { method: payment.method, code: payment.code, state: payment.state },
    clerkName: payment.clerkName,
    takenAt: payment.takenAt,
    adjustments: receiptAdjustments({ cx, reference, locale }, application.id),
  };
}

/** What a receipt says beside its facts: that it is void, or which print it is; and when that paper was made. */
export function receiptMarks({ cx, locale }: PaperSource, { receiptNumber, takenAt, void: mark }: TakenPayment, reprint: number | null) {
  const words = texts[locale].money;
  const printed = reprint === null ? undefined : listReprints(cx.db, receiptNumber).find((one) => one.reprint === reprint);
  if (reprint !== null && !printed) throw new AppError('act.not-found', { what: 'reprint' });
  const marks = {
    ...(mark ? { void: { reason: withNote(words.voidReason[mark.reason], mark.note), at: mark.at } } : {}),
    ...(printed ? { reprint: { number: printed.reprint, reason: withNote(words.reprintReason[printed.reason], printed.note) } } : {}),
  };
  return { marks, madeAt: printed?.at ?? mark?.at ?? takenAt };
}

export function applicationData({ cx, reference, locale }: PaperSource, id: string): ApplicationSummaryData {
  const application = getApplication(cx.db, id);
  const standing = standingOfApplication(cx, application);
  const { body } = standing;
  const own = serviceWords(texts[locale], application.service);
  const office = collectionOfficeOf(body);
  const vehicle = vehicleOf(body);
  const words = texts[locale];
  const feeLines = listFeeLines(cx.db, id);
  return {
    ...frame(cx, getFacts(cx.db, 'application', application.reference), cx.now),
    reference: application.reference,
    standing: standingOf(application.state),
    serviceName: words.services[application.service].name,
    stateWords: stateSentence(words, application.service, application.state).meaning,
    sentence: own.paper.sentence[standingOf(application.state)],
    mayNot: own.paper.mayNot,
    ...vehicleHead(vehicle),
    facts: [
      ...factTexts(own.facts(body), factNames(reference, locale)),
      ...provisionalFacts(words, provisionalOf(cx, application, body), locale),
    ].flatMap(([label, value]) => (value === '' ? [] : [{ label, value }])),
    parties: standing.confirmers.map((role) => {
      const { name, organisation, idNumber } = partyOf(body, role);
      const given = standing.confirmations.find((one) => one.role === role && one.current);
      return {
        role,
        name: organisation ? `${organisation} (${name})` : name,
        maskedId: maskIdentityNumber(idNumber),
        confirmation: given ? { method: given.method, at: given.at } : null,
      };
    }),
    vehicle: vehicle ? vehicleFacts(vehicle, locale).map((fact): VehicleFact => ({ ...fact, source: vehicle.source })) : [],
    feeLines: feeLines.map((line) => paperFeeLine(line, reference, locale)),
    totalCents: feeLines.reduce((sum, { amountCents }) => sum + amountCents, 0),
    receiptNumber: application.receiptNumber,
    attached: standing.scans.map(({ kind, pages, sha256 }) => ({
      name: words.application.papers.kind[kind],
      pages,
      sha256Short: sha256.slice(0, 12),
    })),
    dueDay: application.dueDay,
    collectionOffice: office === '' ? null : { code: office, name: officeName(reference, office) },
    timeline: timelineOf(cx.db, `application:${id}`, cx.office)
      .toReversed()
      .map(({ at, kind, actor, facts }) => ({ at, text: `${words.casePage.event[kind]?.(facts) ?? kind} · ${actor}` })),
    clocks: rulesOf(application.service).isSale && application.submittedAt ? clocksOf(reference, application.submittedAt) : null,
  };
}

function provisionalFacts({ casePage: { label } }: Words, given: ReturnType<typeof provisionalOf>, locale: Locale) {
  if (given === null) return [];
  return [[label.provisional, given.number] as const, [label.goodUntil, printDay(given.validUntil, paperWords[locale])] as const];
}

/** The slip of an application that the register turned away because another act came first. */
export function conflictData({ cx, reference, locale }: PaperSource, id: string): ConflictSlipData {
  const application = getApplication(cx.db, id);
  const { decision, submittedAt } = application;
  if (decision?.outcome !== 'conflict') throw new AppError('act.wrong-state', { state: application.state });
  const payment = application.receiptNumber === null ? undefined : findReceipt(cx.db, application.receiptNumber);
  const office = (code: string) => ({ code, name: officeName(reference, code) });
  return {
    ...frame(cx, getFacts(cx.db, 'conflict-slip', application.reference), cx.now),
    reference: application.reference,
    serviceName: texts[locale].services[application.service].name,
    ...vehicleHead(vehicleOf(application.body)),
    mine: { who: application.clerkName, office: office(application.officeCode), at: submittedAt ?? application.openedAt },
    other: { who: decision.by, office: office(decision.office), at: decision.at },
    receipt: payment ? { number: payment.receiptNumber, amountCents: payment.amountCents, payerName: payment.payer } : null,
  };
}

/** A fee with the name and the first day of the table it was read from; the access fee has periods of its own. */
export function paperFeeLine({ code, amountCents, scheduleId, rowId }: FeeLine, reference: Reference, locale: Locale): PaperFeeLine {
  const words = paperWords[locale];
  const table = reference.feeSchedules.schedules.find(({ id }) => id === scheduleId);
  const period = reference.accessFee.periods.find(({ id }) => id === rowId);
  const from = table?.effectiveFrom ?? period?.from;
  const label = texts[locale].money.feeLine[code];
  return { label, amountCents, schedule: from === undefined ? scheduleId : words.schedule(table?.name ?? label, printDay(from, words)) };
}

/** `copy` null makes a preview, which is no copy and says so on every page. */
export function logbookData({ cx, reference, locale }: PaperSource, applicationId: string, copy: number | null): LogbookCopyData {
  const logbook = getLogbook(cx.db, applicationId);
  const { vehicle } = logbook;
  return {
    // A preview bears nothing that could be checked as a copy.
    ...(copy === null
      ? frame(cx, null, cx.now)
      : frame(cx, getFacts(cx.db, 'logbook-copy', logbook.number, copy), copyMadeAt(cx.db, logbook.number, copy) ?? cx.now)),
    preview: copy === null,
    ...(copy === null ? {} : furtherCopy(cx, logbook.number, copy, locale)),
    logbookNumber: logbook.number,
    verifyNumber: copy === null ? '•••• •••• ••••' : logbook.verifyNumber,
    applicationReference: logbook.reference,
    copy,
    issuedDay: dayOf(logbook.issuedAt),
    recordAsOf: vehicle.source.asOf,
    plate: displayPlate(vehicle.plate, vehicle.plateClass),
    plateClass: texts[locale].transfer.plateClass[vehicle.plateClass],
    vehicle: vehicleFacts(vehicle, locale),
    ownershipType: paperOwnership(logbook.ownership),
    owners: ownersOf(logbook),
    previousOwners: vehicle.previousOwners,
    marks: vehicle.marks,
    conditions: [],
    collectionOffice: { code: logbook.collectionOffice, name: officeName(reference, logbook.collectionOffice) },
  };
}

/** What a copy after the first says of itself. */
function furtherCopy({ db }: QueryContext, logbookNumber: string, copy: number, locale: Locale): Pick<PaperFrame, 'reprint'> {
  const { reason = null, note = '' } = listCopies(db, logbookNumber).find((one) => one.copy === copy) ?? {};
  return reason === null ? {} : { reprint: { number: copy - 1, reason: withNote(texts[locale].logbooks.copyReason[reason], note) } };
}

function withNote(reason: string, note: string): string {
  return note === '' ? reason : `${reason}: ${note}`;
}

function ownersOf({ vehicle, ownership, postalAddress }: Logbook): LogbookCopyData['owners'] {
  const roles = newOwnersOf(ownership);
  return vehicle.owners.map(({ name, idNumber, kraPin }, index) => ({
    role: index === 0 ? 'owner' : roles[index] === 'financier' ? 'financier' : 'joint-owner',
    name,
    maskedId: maskIdentityNumber(idNumber),
    maskedPin: maskKraPin(kraPin),
    postalAddress: index === 0 ? postalAddress : '',
  }));
}

/** What stands on every paper; `facts` are what its code signs, null for what is no paper of ours yet (a preview, a test page). */
export function frame(cx: QueryContext, facts: PaperFacts | null, madeAt: Instant): PaperFrame {
  const { office } = cx;
  return {
    office: { code: office.officeCode, name: office.officeName },
    deviceNo: String(office.deviceNo),
    madeAt,
    practice: office.practice,
    qr: facts && sealPaper(cx.db, facts, madeAt),
  };
}

export function vehicleHead(vehicle: Vehicle | null): { readonly plate: string | null; readonly vehicleLine: string | null } {
  if (!vehicle) return { plate: null, vehicleLine: null };
  const rating = vehicle.ratingCc === null ? '' : ` · ${vehicle.ratingCc} cc`;
  return { plate: displayPlate(vehicle.plate, vehicle.plateClass), vehicleLine: `${vehicle.make} ${vehicle.model}${rating}` };
}

function vehicleFacts(vehicle: Vehicle, locale: Locale): { readonly field: VehicleField; readonly value: string }[] {
  const facts: [VehicleField, string | number | null][] = [
    ['chassis', vehicle.chassis],
    ['engineNumber', vehicle.engineNumber],
    ['make', vehicle.make],
    ['model', vehicle.model],
    ['body', vehicle.body],
    ['colour', vehicle.colour],
    ['fuel', texts[locale].transfer.fuel[vehicle.fuel]],
    ['yearOfManufacture', vehicle.yearOfManufacture],
    ['ratingCc', vehicle.ratingCc],
    ['registeredOn', vehicle.registeredOn && printDay(vehicle.registeredOn, paperWords[locale])],
  ];
  return facts.flatMap(([field, value]) => (value === null || value === '' ? [] : [{ field, value: String(value) }]));
}

function paperOwnership(ownership: OwnershipType): PaperOwnership {
  return ownership === 'diplomatic-mission' ? 'mission' : ownership;
}

function clocksOf(reference: Reference, submittedAt: Instant) {
  const { sellerNoticeBy, buyerRegistrationBy } = transferClocks(dayOf(submittedAt), reference.holidays);
  return { informRegistrarBy: sellerNoticeBy, notUsedAfter: buyerRegistrationBy };
}
