import { expect, type Locator, type Page } from '@playwright/test';
import type { ServiceId } from '#shared/domain/application.ts';
import { confirmationMethods, type Party, type PartyRole } from '#shared/domain/party.ts';
import { fieldsOf, isOrganisation, type PartyField } from '#shared/domain/party-fields.ts';
import { displayPlate } from '#shared/domain/plate.ts';
import { ownershipTypes, type OwnershipType } from '#shared/domain/services/ownership.ts';
import { newOwnersOf, transferRules } from '#shared/domain/services/transfer.ts';
import { stepName } from '#shared/text/text.ts';
import { partyLabel } from '#renderer/features/party/party-words.ts';
import type { Keyboard } from './keyboard.ts';
import { heading, words } from './office.ts';

/** A transfer as it comes to the counter. */
export interface Transfer {
  readonly plate: string;
  readonly ownership: OwnershipType;
  readonly seller: Party;
  /** Who becomes owner, by role. */
  readonly owners: Partial<Readonly<Record<PartyRole, Party>>>;
  readonly mpesaCode: string;
}

/** The field of a step or dialog by its label. */
export function field(within: Page | Locator, label: string): Locator {
  return within.getByRole('textbox', { name: label, exact: true });
}

export function stepIs(page: Page, step: string, service: ServiceId = 'transfer'): Promise<void> {
  return expect(stepButton(page, stepName(words, service, step))).toHaveAttribute('aria-current', 'step');
}

/** Walks through the steps without answering anything, from the first. */
export async function pageDownTo(keys: Keyboard, step: string): Promise<void> {
  await stepIs(keys.page, 'vehicle');
  for (const next of transferRules.steps.slice(1, transferRules.steps.indexOf(step) + 1)) {
    await keys.press('PageDown');
    await stepIs(keys.page, next);
  }
}

function stepButton(page: Page, name: string): Locator {
  return page.getByRole('navigation', { name: words.application.steps }).getByRole('button', { name });
}

/** Opens a new transfer by its keys. */
export async function openTransfer(keys: Keyboard): Promise<void> {
  await keys.press('n', 't');
  await expect(heading(keys.page, words.services.transfer.name)).toBeVisible();
  await stepIs(keys.page, 'vehicle');
}

/** Finds a vehicle that this office knows. */
export async function findVehicle(keys: Keyboard, plate: string): Promise<void> {
  await keys.answer(field(keys.page, words.transfer.vehicle.find), plate);
  await expect(keys.page.getByRole('region', { name: words.transfer.vehicle.facts })).toContainText(displayPlate(plate));
}

export async function typeMileage(keys: Keyboard): Promise<void> {
  await keys.answer(field(keys.page, words.transfer.vehicle.mileage), '41200');
  await stepIs(keys.page, 'seller');
}

/** The seller stands there from the register; every field is looked at and left. */
export async function passSeller(keys: Keyboard, { name }: Party): Promise<void> {
  await expect(field(keys.page, words.transfer.field.name)).toHaveValue(name);
  await passFields(keys, 5);
  await stepIs(keys.page, 'buyer');
}

async function passFields(keys: Keyboard, count: number): Promise<void> {
  for (let left = count; left > 0; left -= 1) await keys.enter();
}

export async function chooseOwnership(keys: Keyboard, ownership: OwnershipType): Promise<void> {
  const radios = keys.page.getByRole('radiogroup', { name: words.transfer.buyer.ownership }).getByRole('radio');
  await expect(radios.first()).toBeFocused();
  await keys.press('Space');
  for (let down = ownershipTypes.indexOf(ownership); down > 0; down -= 1) await keys.press('ArrowDown');
  const chosen = radios.nth(ownershipTypes.indexOf(ownership));
  await expect(chosen).toBeChecked();
  await keys.pass(chosen);
}

/** From the vehicle to the form of ownership; the keys then stand in the first field of the first new owner. */
export async function typeUpToOwners(keys: Keyboard, { plate, seller, ownership }: Transfer): Promise<void> {
  await findVehicle(keys, plate);
  await typeMileage(keys);
  await passSeller(keys, seller);
  await chooseOwnership(keys, ownership);
}

/** Types everything that this form of ownership asks of its new owners, field by field. */
export async function typeOwners(keys: Keyboard, { ownership, owners }: Transfer): Promise<void> {
  for (const role of newOwnersOf(ownership)) await typeParty(keys, role, partyOf(owners, role));
  await passCollection(keys);
}

/** One party's fields in counter order, but for those that are typed already. */
export async function typeParty(keys: Keyboard, role: PartyRole, party: Party, typed: readonly PartyField[] = []): Promise<void> {
  for (const name of fieldsOf(role, party).filter((field) => !typed.includes(field))) await typeField(keys, { role, party, name });
}

/** This office is offered first for collection, and nobody else collects. */
export async function passCollection(keys: Keyboard): Promise<void> {
  await keys.enter();
  await keys.pass(collectorField(keys.page));
  await stepIs(keys.page, 'papers');
}

/** The last field of the buyer's step. */
export function collectorField(page: Page): Locator {
  return field(page, `${words.transfer.buyer.collector} (${words.transfer.optional})`);
}

function partyOf(owners: Transfer['owners'], role: PartyRole): Party {
  const party = owners[role];
  if (party === undefined) throw new Error(`Nobody to type as ${role}`);
  return party;
}

interface PartyAnswer {
  readonly role: PartyRole;
  readonly party: Party;
  readonly name: PartyField;
}

async function typeField(keys: Keyboard, { role, party, name }: PartyAnswer): Promise<void> {
  const box = partyField(keys.page, { role, party, name });
  if (name !== 'idKind') return keys.answer(box, party[name]);
  // A list takes the first letters of its line.
  return keys.answer(box, words.transfer.idKind[party.idKind as keyof typeof words.transfer.idKind]);
}

export function partyField(page: Page, { role, party, name }: PartyAnswer): Locator {
  const group = page.getByRole('group', { name: words.transfer.role[role], exact: true });
  const label = partyLabel(words.transfer, { role, field: name, isOrganisation: isOrganisation(role, party) });
  return name === 'idKind' ? group.getByRole('combobox', { name: label, exact: true }) : field(group, label);
}

/** Attaches a practice scan for each paper that is asked for. */
export async function attachPapers(keys: Keyboard): Promise<void> {
  const { papers } = words.application;
  const use = keys.page.getByRole('button', { name: papers.practice });
  await expect(use.first()).toBeVisible();
  for (let missing = await use.count(); missing > 0; missing -= 1) {
    await keys.press('p');
    await expect(use).toHaveCount(missing - 1);
  }
  await keys.enter();
  await stepIs(keys.page, 'confirm');
}

/** Each side ticks the declaration and types its own name. */
export async function confirmAll(
  keys: Keyboard,
  { seller, ownership, owners }: Pick<Transfer, 'seller' | 'ownership' | 'owners'>,
): Promise<void> {
  const parties = [['seller', seller], ...newOwnersOf(ownership).map((role) => [role, partyOf(owners, role)] as const)] as const;
  for (const [role, { name }] of parties) await confirmByName(keys, words.transfer.role[role], name);
  await keys.enter();
  await stepIs(keys.page, 'money');
}

/** One party confirms by typing the own name, the clerk being witness; ends when the confirmation stands. */
export async function confirmByName({ page, ...keys }: Keyboard, role: string, name: string): Promise<void> {
  const { confirm } = words.application;
  const card = page.getByRole('region', { name: new RegExp(`^${role}: `, 'u') });
  const declaration = card.getByRole('checkbox', { name: confirm.declaration });
  await expect(declaration).toBeFocused();
  await keys.press('Space');
  await keys.pass(declaration);
  const typed = card.getByRole('radiogroup', { name: confirm.methodLabel }).getByRole('radio', { name: confirm.method['typed-name'] });
  for (let left = confirmationMethods.length; left > 0 && !(await typed.isChecked()); left -= 1) await keys.press('ArrowDown');
  await keys.pass(typed);
  await keys.answer(field(card, confirm.typedName), name);
  // Before the answer is here Enter would confirm once more instead of going on.
  await expect(declaration).toBeHidden();
}

/** Takes the money by M-Pesa code; ends on the case page. */
export async function payByMpesa(keys: Keyboard, code: string): Promise<void> {
  const { page } = keys;
  await keys.answer(field(page, words.money.code.mpesa), code);
  await expect(field(page, words.money.amountTaken)).toBeFocused();
  await keys.finish();
  await expect(page.getByRole('region', { name: words.casePage.timeline })).toBeVisible();
}
