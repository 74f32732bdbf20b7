import { isIdentityDocumentKind } from '../identity-document.ts';
import { emptyParty, fieldsOf, isBody, isOrganisation, isSameParty, partyProblems } from '../party-fields.ts';
import type { Party, PartyRole } from '../party.ts';
import type { FieldProblem } from '../refusal.ts';
import type { Vehicle, VehicleOwner } from '../vehicle.ts';

/** One party in the step that asks for it. */
export interface SeatedParty {
  readonly step: string;
  readonly role: PartyRole;
  readonly party: Party;
}

/** What is missing or mistyped in a party who must be a registered owner of the vehicle, and whether they are one. */
export function ownerProblems({ step, role, party }: SeatedParty, vehicle: Vehicle | null): FieldProblem[] {
  const own = partyProblems(step, role, party);
  const owners = vehicle?.source.from === 'registry' ? vehicle.owners : [];
  const proof = `parties.${role}.${isOrganisation(role, party) ? 'kraPin' : 'idNumber'}`;
  const knows = own.every(({ field }) => field !== proof);
  const isOwner = owners.length === 0 || owners.some((owner) => isSameParty(party, partyOfOwner(owner)));
  const stranger = knows && !isOwner ? [{ step, field: proof, code: 'party.not-owner', facts: { plate: vehicle?.plate ?? '' } }] : [];
  return inCounterOrder(role, party, [...own, ...stranger]);
}

/** As the fields of a party are asked one after the other. */
export function inCounterOrder(role: PartyRole, party: Party, problems: readonly FieldProblem[]): FieldProblem[] {
  const order = fieldsOf(role, party).map((field) => `parties.${role}.${field}`);
  return problems.toSorted((one, other) => order.indexOf(one.field) - order.indexOf(other.field));
}

/** A registered owner as a party, to fill in who is at the counter and to compare papers. */
export function partyOfOwner(owner: VehicleOwner): Party {
  const { name, idKind, idNumber, kraPin, phone } = owner;
  if (isIdentityDocumentKind(idKind)) return { ...emptyParty, name, idKind, idNumber, kraPin, phone };
  return { ...emptyParty, organisation: name, organisationNumber: idNumber, kraPin, phone };
}

/** A party as the register writes it down as an owner. */
export function ownerOfParty(role: PartyRole, party: Party): VehicleOwner {
  const { name, idKind, idNumber, kraPin, phone, organisation, organisationNumber } = party;
  if (!isOrganisation(role, party)) return { name, idKind, idNumber, kraPin, phone };
  return { name: organisation, idKind: 'organisation', idNumber: organisationNumber, kraPin, phone };
}

/** Whether somebody in the register is a body and not a person. */
export function isBodyOwner(owner: VehicleOwner): boolean {
  return isBody(partyOfOwner(owner));
}
