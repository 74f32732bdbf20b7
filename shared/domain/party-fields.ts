import type { Day } from '../base/instant.ts';
import type { DrivingReference } from './driving-class.ts';
import { checkIdentityNumber, identityKey, isIdentityDocumentKind, normaliseIdentityNumber } from './identity-document.ts';
import { checkKraPin, normaliseKraPin } from './kra-pin.ts';
import { checkPhone } from './phone.ts';
import type { Party, PartyRole } from './party.ts';
import type { FieldProblem, RefusalFacts } from './refusal.ts';
import type { SessionState } from './seat-lease.ts';

/** What a party is asked for: a person their own papers, an organisation its own and those of whoever is sent for it (DOMAIN §4.3, §7). */
export type PartyField = keyof Party;

const personal: readonly PartyField[] = ['idKind', 'idNumber', 'name', 'kraPin', 'phone'];
const organisational: readonly PartyField[] = ['organisation', 'organisationNumber', 'kraPin', 'name', 'idKind', 'idNumber', 'phone'];
/** A mission has an accreditation number and no KRA PIN. */
const missionary: readonly PartyField[] = ['organisation', 'organisationNumber', 'name', 'idKind', 'idNumber', 'phone'];

/** An owner's postal address stands in the logbook (DOMAIN §3.1); a new owner's must be told to the Registrar (Traffic Act s.9; §4.2). */
const fieldsByRole: Readonly<Record<PartyRole, readonly PartyField[]>> = {
  seller: personal,
  buyer: [...personal, 'postalAddress'],
  'second-owner': personal,
  financier: organisational,
  mission: [...missionary, 'postalAddress'],
  company: [...organisational, 'postalAddress'],
  owner: [...personal, 'postalAddress'],
  driver: personal,
  dealer: ['organisation', 'kraPin', 'phone'],
  school: ['organisation', 'name', 'phone'],
};

export function fieldsOf(role: PartyRole, party: Party): readonly PartyField[] {
  if (!isOrganisation(role, party)) return fieldsByRole[role];
  if (role === 'seller') return organisational;
  return role === 'owner' ? [...organisational, 'postalAddress'] : fieldsByRole[role];
}

/** Some roles are always an organisation's; who owns already is one where the register says so, or the PIN does (P, DOMAIN §2.2). */
export function isOrganisation(role: PartyRole, party: Party): boolean {
  if (role === 'seller' || role === 'owner') return isBody(party);
  return role === 'financier' || role === 'mission' || role === 'company' || role === 'dealer' || role === 'school';
}

export const emptyParty: Party = {
  idKind: 'national-id',
  idNumber: '',
  name: '',
  kraPin: '',
  phone: '',
  postalAddress: '',
  organisation: '',
  organisationNumber: '',
};

/** What is missing or mistyped in one party, field by field in counter order. */
export function partyProblems(step: string, role: PartyRole, party: Party): FieldProblem[] {
  const at = (field: PartyField, code: string, facts: RefusalFacts = {}): FieldProblem => ({
    step,
    field: `parties.${role}.${field}`,
    code,
    facts: { ...facts, role },
  });
  return fieldsOf(role, party).flatMap((field) => {
    if (party[field].trim() === '') return [at(field, 'missing')];
    const problem = fieldProblem(role, party, field);
    return problem ? [at(field, problem.code, problem.facts)] : [];
  });
}

interface FieldFault {
  readonly code: string;
  readonly facts: RefusalFacts;
}

function fieldProblem(role: PartyRole, party: Party, field: PartyField): FieldFault | undefined {
  switch (field) {
    case 'idNumber':
      return identityFault(party);
    case 'idKind':
      return isIdentityDocumentKind(party.idKind) ? undefined : { code: 'missing', facts: {} };
    case 'kraPin':
      return pinFault(role, party);
    case 'phone': {
      const phone = checkPhone(party.phone);
      return phone.ok ? undefined : phone.problem;
    }
    case 'name':
      return /\p{L}{2}/u.test(party.name) ? undefined : { code: 'name.too-short', facts: {} };
    default:
      return undefined;
  }
}

function identityFault(party: Party): FieldFault | undefined {
  if (!isIdentityDocumentKind(party.idKind)) return undefined;
  const number = checkIdentityNumber(party.idKind, party.idNumber);
  return number.ok ? undefined : number.problem;
}

/** PINs of organisations begin with P, those of people with A (DOMAIN §2.2). */
function pinFault(role: PartyRole, party: Party): FieldFault | undefined {
  const pin = checkKraPin(party.kraPin);
  if (!pin.ok) return pin.problem;
  const wanted = isOrganisation(role, party) ? 'non-individual' : 'individual';
  return pin.value.holder === wanted ? undefined : { code: `kra-pin.${wanted}-expected`, facts: {} };
}

/**
 * Whether two parties are one: people by their papers or PIN, organisations by their PIN, or by their number where one has no PIN (a
 * mission). Whoever acts for an organisation is not it, so an owner may sell to their own company.
 */
export function isSameParty(one: Party, other: Party): boolean {
  if (isBody(one) !== isBody(other)) return false;
  const share = (mark: (party: Party) => string | undefined) => mark(one) !== undefined && mark(one) === mark(other);
  if (!isBody(one)) return share(pinOf) || share(identityOf);
  return pinOf(one) !== undefined && pinOf(other) !== undefined ? share(pinOf) : share(bodyNumberOf);
}

export function isBody({ organisation, kraPin }: Party): boolean {
  return organisation.trim() !== '' || /^p/iu.test(kraPin.trim());
}

function pinOf({ kraPin }: Party): string | undefined {
  return normaliseKraPin(kraPin) || undefined;
}

function bodyNumberOf({ organisationNumber }: Party): string | undefined {
  return normaliseIdentityNumber(organisationNumber) || undefined;
}

function identityOf({ idKind, idNumber }: Party): string | undefined {
  return idNumber.trim() !== '' && isIdentityDocumentKind(idKind) ? identityKey(idKind, idNumber) : undefined;
}

/** `Achieng Wanjiku Atieno` is `Achieng W.` in lists. */
export function shortName(name: string): string {
  const [first = '', second] = name.trim().split(/\s+/u);
  return second ? `${first} ${second.slice(0, 1)}.` : first;
}

/** What a rule may know beside what was typed. */
export interface KnownFacts {
  readonly today: Day;
  /** Classes and rules of driving; null where they are not at hand, and then nothing is asked of them. */
  readonly driving: DrivingReference | null;
  /** Another application that holds the vehicle, or what is asked for the driver, if any. */
  readonly openApplication: { readonly reference: string; readonly state: string; readonly since: string } | null;
  /** What the session that a test is typed for has at this PC now; missing where nobody looked, as when the seat itself is taken. */
  readonly session?: SessionState | undefined;
}
