import { dayOf, type Day } from '../../base/instant.ts';
import { drivingRulesOn, type DrivingReference, type DrivingRules } from '../driving-class.ts';
import { isOfAnother, type Driver } from '../driver.ts';
import type { Party } from '../party.ts';
import { emptyParty, partyProblems, shortName, type KnownFacts } from '../party-fields.ts';
import type { FieldProblem, RefusalFacts } from '../refusal.ts';
import { lastDayOfMonths } from '../test-result.ts';
import type { DriverApproval, DriverApprovalFacts } from './approval.ts';
import { driverHold } from './hold.ts';
import { inCounterOrder } from './owner-part.ts';
import type { DriverService } from './service.ts';

/** What the clerk types for an interim driving licence. */
export interface InterimLicenceBody {
  readonly service: 'interim-licence';
  /** The register's record with the pass in it; null while it was not asked. */
  readonly driver: Driver | null;
  /** Id of the driving class that was passed; empty while none is chosen. */
  readonly class: string;
  readonly parties: Readonly<{ driver: Party }>;
}

/** What its holder drives on after a pass, until the licence itself is made (DOMAIN §6.2). */
export const interimLicenceRules: DriverService<InterimLicenceBody> = {
  id: 'interim-licence',
  seriesKind: 'I',
  feeService: 'interim-licence',
  about: 'driver',
  steps: ['driver', 'class', 'papers', 'confirm', 'money'],
  emptyBody: () => ({ service: 'interim-licence', driver: null, class: '', parties: { driver: emptyParty } }),
  driverOf: ({ driver }) => driver,
  withDriver: (body, driver) => ({ ...body, driver }),
  holdKeys: ({ parties }) => driverHold('interim-licence', parties.driver),
  heldUntil: () => null,
  partiesOf: () => ['driver'],
  applicant: 'driver',
  isSale: false,
  // The pass stands in the register's own record.
  scansNeeded: () => [],
  rejectionReasons: ['driver-details-wrong'],
  who: ({ parties: { driver } }) => shortName(driver.name) || '?',
  gist: ({ class: wanted }) => ({ of: 'class', class: wanted, day: '' }),
  problems: (body, known) => [...holderProblems(body, known), ...classProblems(body, known)],
  warnings: () => [],
  confirmedFacts: ({ class: wanted, parties }) => ({ class: wanted, parties: [['driver', parties.driver]] }),
  approval: approveInterim,
};

function holderProblems({ driver, parties }: InterimLicenceBody, { openApplication: open }: KnownFacts): FieldProblem[] {
  const at = (code: string, facts: RefusalFacts = {}): FieldProblem => ({ step: 'driver', field: 'parties.driver.idNumber', code, facts });
  const typed = partyProblems('driver', 'driver', parties.driver);
  const isNamed = !typed.some(({ field }) => field === 'parties.driver.idNumber');
  return [
    ...(open ? [at('driver.open-application', { ...open })] : []),
    ...inCounterOrder('driver', parties.driver, typed),
    ...(isNamed && !driver ? [at('driver.no-record')] : []),
    ...(isOfAnother(driver, parties.driver) ? [at('driver.differs')] : []),
  ];
}

function classProblems({ driver, class: wanted }: InterimLicenceBody, { today, driving }: KnownFacts): FieldProblem[] {
  const at = (code: string, facts: RefusalFacts = {}): FieldProblem => ({ step: 'class', field: 'class', code, facts });
  if (wanted === '') return [at('missing')];
  if (!driver || !driving) return [];
  const certificate = certificateOf(driver, wanted, driving);
  if (!certificate) return [at('driver.no-certificate', { class: wanted })];
  const { number, until, given } = certificate;
  if (given) return [at('driver.holds-interim', { class: wanted, until: given.until ?? '' })];
  return until < today ? [at('driver.certificate-ended', { number, until })] : [];
}

/** The certificate of competence of a class: its number, its end, and the licence that it was already good for. */
export interface Certificate {
  readonly number: string;
  readonly passedOn: Day;
  readonly until: Day;
  /** Null while nothing longer than the certificate itself was given for the class. */
  readonly given: { readonly until: Day | null } | null;
}

/** The newest pass of a class counts; its certificate ends as the rules of that day have it. */
export function certificateOf({ tests, licences }: Driver, wanted: string, { rules }: Pick<DrivingReference, 'rules'>): Certificate | null {
  const [pass] = tests
    .filter((test) => test.class === wanted && test.outcome === 'passed')
    .toSorted((one, other) => (one.day < other.day ? 1 : -1));
  if (!pass) return null;
  const until = lastDayOfMonths(pass.day, drivingRulesOn(rules, pass.day).certificateMonths);
  const longer = licences.find((held) => held.class === wanted && (held.until === null || held.until > until));
  return { number: pass.resultNumber ?? pass.bookingNumber, passedOn: pass.day, until, given: longer ? { until: longer.until } : null };
}

/** The last day of an interim licence that is approved on a day. */
export function interimUntil({ interimMonths }: Pick<DrivingRules, 'interimMonths'>, approvedOn: Day): Day {
  return lastDayOfMonths(approvedOn, interimMonths);
}

/** The class is held longer, from the day of its pass on; phone and PIN as they were told now. */
function approveInterim(
  { driver: sent, parties, class: wanted }: InterimLicenceBody,
  { driver, at, rules }: DriverApprovalFacts,
): DriverApproval | null {
  const record = driver ?? sent;
  if (!record) return null;
  const { phone, kraPin } = parties.driver;
  const until = interimUntil(rules, dayOf(at));
  const licences = record.licences.map((held) => (held.class === wanted && held.until !== null ? { ...held, until } : held));
  return { driver: { ...record, phone, kraPin, licences, source: { from: 'registry', asOf: at } }, provisional: null };
}
