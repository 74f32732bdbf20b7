import { isDay, toDay, type Day } from '../../base/instant.ts';
import type { Driver } from '../driver.ts';
import { ageOn, isOfAnother, provisionalOn } from '../driver.ts';
import { drivingRulesOn, mayLearn } from '../driving-class.ts';
import type { Party } from '../party.ts';
import { emptyParty, partyProblems, shortName, type KnownFacts } from '../party-fields.ts';
import type { FieldProblem, RefusalFacts } from '../refusal.ts';
import type { DriverApproval, DriverApprovalFacts } from './approval.ts';
import { driverHold } from './hold.ts';
import { inCounterOrder } from './owner-part.ts';
import type { DriverService } from './service.ts';

/** What the clerk types for a provisional driving licence. */
export interface ProvisionalLicenceBody {
  readonly service: 'provisional-licence';
  /** The register's record; null while it was not asked, and for who has none yet, whose papers lie on the counter. */
  readonly driver: Driver | null;
  /** As on the identity document; empty while not typed. */
  readonly dateOfBirth: string;
  /** Id of a driving class; empty while none is chosen. */
  readonly class: string;
  /** The licensed driving school at which the learner is enrolled. */
  readonly school: string;
  readonly parties: Readonly<{ driver: Party }>;
}

/** More years than anybody who learns to drive has lived. */
const mostYears = 110;

/** Leave to learn to drive one class (PDL; DOMAIN §6; FEATURES S13). */
export const provisionalLicenceRules: DriverService<ProvisionalLicenceBody> = {
  id: 'provisional-licence',
  seriesKind: 'P',
  feeService: 'provisional-licence',
  about: 'driver',
  steps: ['driver', 'class', 'papers', 'confirm', 'money'],
  emptyBody: () => ({
    service: 'provisional-licence',
    driver: null,
    dateOfBirth: '',
    class: '',
    school: '',
    parties: { driver: emptyParty },
  }),
  driverOf: ({ driver }) => driver,
  withDriver: (body, driver) => ({ ...body, driver, ...(driver && { dateOfBirth: driver.dateOfBirth }) }),
  holdKeys: ({ parties }) => driverHold('provisional-licence', parties.driver),
  heldUntil: () => null,
  partiesOf: () => ['driver'],
  applicant: 'driver',
  isSale: false,
  scansNeeded: () => ['medical-form'],
  rejectionReasons: ['paper-unreadable', 'paper-is-another-paper', 'driver-details-wrong', 'school-unknown'],
  who: ({ parties: { driver } }) => shortName(driver.name) || '?',
  gist: ({ class: wanted }) => ({ of: 'class', class: wanted, day: '' }),
  problems: (body, known) => [...identityProblems(body, known), ...classProblems(body, known)],
  warnings: () => [],
  confirmedFacts: (body) => ({
    dateOfBirth: body.dateOfBirth,
    class: body.class,
    school: body.school,
    parties: [['driver', body.parties.driver]],
  }),
  approval: approveProvisional,
};

function identityProblems(body: ProvisionalLicenceBody, { today, openApplication: open }: KnownFacts): FieldProblem[] {
  const at = (field: string, code: string, facts: RefusalFacts = {}): FieldProblem => ({ step: 'driver', field, code, facts });
  const held = open ? [at('parties.driver.idNumber', 'driver.open-application', { ...open })] : [];
  const { driver } = body.parties;
  return [
    ...held,
    ...inCounterOrder('driver', driver, partyProblems('driver', 'driver', driver)),
    ...(isOfAnother(body.driver, driver) ? [at('parties.driver.idNumber', 'driver.differs')] : []),
    ...birthFaults(body.dateOfBirth, today).map((code) => at('dateOfBirth', code)),
  ];
}

function birthFaults(dateOfBirth: string, today: Day): readonly string[] {
  if (dateOfBirth.trim() === '') return ['missing'];
  if (!isDay(dateOfBirth)) return ['birth.malformed'];
  const age = ageOn(toDay(dateOfBirth), today);
  return age < 0 || age > mostYears ? ['birth.unlikely'] : [];
}

function classProblems(body: ProvisionalLicenceBody, known: KnownFacts): FieldProblem[] {
  const at = (field: string, code: string, facts: RefusalFacts = {}): FieldProblem => ({ step: 'class', field, code, facts });
  const school = body.school.trim() === '' ? [at('school', 'missing')] : [];
  if (body.class === '') return [at('class', 'missing'), ...school];
  const { driver } = body;
  // Only one class may be studied at a time (DOMAIN §6.1).
  const learns = driver && provisionalOn(driver, known.today);
  const busy = learns
    ? [at('class', 'driver.learns-already', { class: learns.class, number: learns.number, until: learns.validUntil })]
    : [];
  return [...busy, ...eligibility(body, known).map(({ code, facts }) => at('class', code, facts)), ...school];
}

function eligibility(body: ProvisionalLicenceBody, { today, driving }: KnownFacts): readonly Pick<FieldProblem, 'code' | 'facts'>[] {
  if (!driving || !isDay(body.dateOfBirth)) return [];
  const learner = { dateOfBirth: toDay(body.dateOfBirth), licences: body.driver?.licences ?? [] };
  const rules = drivingRulesOn(driving.rules, today);
  const decision = mayLearn(learner, { class: body.class, day: today }, { classes: driving.classes, rules });
  return decision.ok ? [] : [decision.problem];
}

/** The record as it was, or a new one of who had none; phone and PIN as they were told now. */
function approveProvisional(
  { parties, dateOfBirth, class: wanted, school }: ProvisionalLicenceBody,
  { driver, at }: DriverApprovalFacts,
): DriverApproval {
  const { idKind, idNumber, name, phone, kraPin } = parties.driver;
  const source = { from: 'registry', asOf: at } as const;
  const before: Driver = driver ?? {
    idKind,
    idNumber,
    name,
    phone,
    kraPin,
    dateOfBirth: toDay(dateOfBirth),
    provisional: null,
    licences: [],
    tests: [],
    source,
  };
  return { driver: { ...before, phone, kraPin, source }, provisional: { class: wanted, school } };
}
