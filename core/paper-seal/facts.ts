import { dayOf, type Day, type Instant } from '#shared/base/instant.ts';
import { standingOf } from '#shared/domain/application.ts';
import { signedName, signedPlate, type PaperCodeKind, type PaperFacts } from '#shared/domain/paper-code.ts';
import { placeOf } from '#shared/domain/services/test-booking.ts';
import { findApplication, type Application } from '../applications/service.ts';
import type { ReadDb } from '../db/database.ts';
import { countCopies, findLogbook, type Logbook } from '../logbooks/service.ts';
import { findHandOver, findItem } from '../shelf/service.ts';
import { findReceipt, listReprints } from '../payments/service.ts';
import { findListByNumber } from '../school-lists/service.ts';
import { findBookingOf } from '../test-bookings/service.ts';
import { findResult } from '../test-day/service.ts';

/**
 * What each kind of paper signs, as this PC's rows have it now: the code says it on the paper, and checking a paper compares with it.
 * Undefined where this PC does not know the number. `print` says which print it is, where papers of that kind are counted here.
 */
export const factsOf: { readonly [K in PaperCodeKind]: (db: ReadDb, number: string, print: number | null) => PaperFacts | undefined } = {
  receipt: receiptFacts,
  application: (db, number) => {
    const application = findByReference(db, number);
    return application && { ...applicationFacts(application), kind: 'application' };
  },
  'conflict-slip': (db, number) => {
    const application = findByReference(db, number);
    return application?.decision?.outcome === 'conflict' ? { ...applicationFacts(application), kind: 'conflict-slip' } : undefined;
  },
  'interim-licence': (db, number) => {
    const application = findByReference(db, number);
    return application?.service === 'interim-licence' ? { ...applicationFacts(application), kind: 'interim-licence' } : undefined;
  },
  'test-slip': (db, number) => {
    const application = findByReference(db, number);
    const place = application?.body.service === 'test-booking' ? placeOf(application.body) : null;
    return application && place ? { ...applicationFacts(application), kind: 'test-slip', day: place.day } : undefined;
  },
  'batch-cover': (db, number) => batchFacts(db, 'batch-cover', number),
  'unit-slips': (db, number) => batchFacts(db, 'unit-slips', number),
  'logbook-copy': (db, number, print) => {
    const row = db.get<{ applicationId: string }>('SELECT application_id AS applicationId FROM logbook WHERE number = ?', number);
    const logbook = row && findLogbook(db, row.applicationId);
    return logbook && { ...logbookFacts(logbook), ...copyOf(db, number, print) };
  },
  'void-form': (db, number) => {
    const mark = findReceipt(db, number)?.void;
    const receipt = receiptFacts(db, number, null);
    return mark && receipt ? { ...receipt, kind: 'void-form', day: dayOf(mark.at) } : undefined;
  },
  'collection-slip': (db, number) => {
    const given = findHandOver(db, number);
    if (!given) return undefined;
    const item = given.itemId === null ? undefined : findItem(db, given.itemId);
    const logbook = given.applicationId === null ? undefined : findLogbook(db, given.applicationId);
    const plate = item?.plate ?? logbook?.vehicle.plate ?? '';
    const nothing = { amountCents: null, standing: null, copy: null, sheet: null };
    const name = signedName(given.collectorName);
    return { kind: 'collection-slip', number, plate: plate === '' ? null : signedPlate(plate), name, day: dayOf(given.at), ...nothing };
  },
  'school-slip': (db, number) => {
    const list = findListByNumber(db, number);
    return list?.state === 'booked'
      ? { ...nothingElse, kind: 'school-slip', number, name: signedName(list.school), day: list.day }
      : undefined;
  },
  // Reports are of their days, and made anew each time.
  'series-report': () => undefined,
  'sheet-report': () => undefined,
  'day-list': () => undefined,
  'competence-certificate': (db, number) => resultFacts(db, 'competence-certificate', number),
  'result-slip': (db, number) => resultFacts(db, 'result-slip', number),
  'shelf-report': () => undefined,
  'trade-register': () => undefined,
};

/** What a report of some days signs: which days, and that this PC made it. */
export function reportFacts(
  kind: 'series-report' | 'sheet-report' | 'shelf-report' | 'trade-register',
  { from, to }: { readonly from: Day; readonly to: Day },
): PaperFacts {
  const nothing = { plate: null, name: null, amountCents: null, standing: null, copy: null, sheet: null };
  return { kind, number: `${from}/${to}`, day: to, ...nothing };
}

/** What the list of a sitting signs: which centre, day and session. */
export function sittingFacts({
  centre,
  day,
  session,
}: {
  readonly centre: string;
  readonly day: Day;
  readonly session: string;
}): PaperFacts {
  return { kind: 'day-list', number: `${centre}/${day}/${session}`, day, ...nothingElse };
}

const nothingElse = { plate: null, name: null, amountCents: null, standing: null, copy: null, sheet: null } as const;

/** A result that another took the place of, or that the hub refused, is good for nothing; its day is the day of the test. */
function resultFacts(db: ReadDb, kind: 'competence-certificate' | 'result-slip', number: string): PaperFacts | undefined {
  const result = findResult(db, number);
  const booking = result && findBookingOf(db, result.bookingId);
  if (!booking || (result.outcome === 'passed') !== (kind === 'competence-certificate')) return undefined;
  return { ...nothingElse, kind, number, name: signedName(booking.driver.name), day: booking.day, standing: result.standing };
}

/** The facts of a paper that is made of rows which are here. */
export function getFacts(db: ReadDb, kind: PaperCodeKind, number: string, print: number | null = null): PaperFacts {
  const facts = factsOf[kind](db, number, print);
  if (!facts) throw new Error(`No rows for ${kind} ${number}`);
  return facts;
}

/** A void receipt is as good as none, whatever became of its case. */
function receiptFacts(db: ReadDb, number: string, print: number | null): PaperFacts | undefined {
  const payment = findReceipt(db, number);
  const application = payment && findApplication(db, payment.applicationId);
  if (!application) return undefined;
  return {
    ...applicationFacts(application),
    kind: 'receipt',
    number,
    name: signedName(payment.payer),
    amountCents: payment.amountCents,
    day: dayOf(payment.takenAt),
    standing: payment.void ? 'ended' : standingOf(application.state),
    copy: print === null ? null : Math.min(print, listReprints(db, number).length),
  };
}

function applicationFacts({ reference, plate, who, submittedAt, openedAt, state }: Application): Omit<PaperFacts, 'kind'> {
  return {
    number: reference,
    plate: plate === '' ? null : signedPlate(plate),
    name: receiverOf(who),
    amountCents: null,
    day: dayOf(submittedAt ?? openedAt),
    standing: standingOf(state),
    copy: null,
    sheet: null,
  };
}

/** When a copy of a logbook was counted, which is when its paper was made. */
export function copyMadeAt(db: ReadDb, number: string, copy: number): Instant | undefined {
  return db.get<{ at: Instant }>('SELECT at FROM logbook_copy WHERE logbook_number = ? AND copy = ?', number, copy)?.at;
}

/** That copy, or how many there are where it was never counted; and the numbered sheet that it was last printed on. */
function copyOf(db: ReadDb, number: string, print: number | null): Pick<PaperFacts, 'copy' | 'sheet'> {
  const copies = countCopies(db, number);
  const sheet = db.get<{ serial: string }>(
    'SELECT serial FROM sheet WHERE logbook_number = ? AND copy = ? ORDER BY position DESC LIMIT 1',
    number,
    print,
  );
  return { copy: print !== null && print <= copies ? print : copies, sheet: sheet?.serial ?? null };
}

function logbookFacts({ number, vehicle, issuedAt, endedBy }: Logbook): Omit<PaperFacts, 'copy' | 'sheet'> {
  const owner = vehicle.owners[0];
  return {
    kind: 'logbook-copy',
    number,
    plate: signedPlate(vehicle.plate),
    name: owner ? signedName(owner.name) : null,
    amountCents: null,
    day: dayOf(issuedAt),
    standing: endedBy ? 'ended' : 'confirmed',
  };
}

/** `who` names who gives and who takes over, as far as they are known: `Wanjiru N. → Otieno O.` */
function receiverOf(who: string): string | null {
  const name = who.split('→').at(-1)?.trim() ?? '';
  return name === '' || name === '?' ? null : signedName(name);
}

function batchFacts(db: ReadDb, kind: 'batch-cover' | 'unit-slips', number: string): PaperFacts | undefined {
  const application = findByReference(db, number);
  return application?.service === 'batch-registration' ? { ...applicationFacts(application), kind } : undefined;
}

function findByReference(db: ReadDb, reference: string): Application | undefined {
  const row = db.get<{ id: string }>('SELECT id FROM application WHERE reference = ?', reference);
  return row && findApplication(db, row.id);
}
