import { expect } from '@playwright/test';
import type { Party } from '#shared/domain/party.ts';
import { duplicateLogbookRules, duplicateReasons, type DuplicateReason } from '#shared/domain/services/duplicate-logbook.ts';
import type { Keyboard } from './keyboard.ts';
import { heading, words } from './office.ts';
import { attachPapers, collectorField, confirmByName, field, findVehicle, stepIs } from './transfer.ts';

const service = 'duplicate-logbook';

export interface Duplicate {
  readonly plate: string;
  readonly reason: DuplicateReason;
  readonly owner: Party;
}

/** Opens a new duplicate logbook by its keys. */
export async function openDuplicate(keys: Keyboard): Promise<void> {
  await keys.press('n', 'd');
  await expect(heading(keys.page, words.services[service].name)).toBeVisible();
  await stepIs(keys.page, 'vehicle', service);
}

/** The vehicle, what happened to its book, where the copy is fetched, and the owner whom the register filled in. */
export async function typeDuplicate(keys: Keyboard, { plate, reason, owner }: Duplicate): Promise<void> {
  await findVehicle(keys, plate);
  await keys.enter();
  await chooseReason(keys, reason);
  await keys.enter();
  await keys.pass(collectorField(keys.page));
  await stepIs(keys.page, 'owner', service);
  await passOwner(keys, owner);
}

async function chooseReason(keys: Keyboard, reason: DuplicateReason): Promise<void> {
  await stepIs(keys.page, 'reason', service);
  const radios = keys.page.getByRole('radiogroup', { name: words.duplicateLogbook.reason.question }).getByRole('radio');
  await expect(radios.first()).toBeFocused();
  await keys.press('Space');
  for (let down = duplicateReasons.indexOf(reason); down > 0; down -= 1) await keys.press('ArrowDown');
  const chosen = radios.nth(duplicateReasons.indexOf(reason));
  await expect(chosen).toBeChecked();
  await keys.pass(chosen);
}

/** The register knows all but the address. */
async function passOwner(keys: Keyboard, { name, postalAddress }: Party): Promise<void> {
  await expect(field(keys.page, words.transfer.field.name)).toHaveValue(name);
  for (let left = 5; left > 0; left -= 1) await keys.enter();
  await keys.answer(field(keys.page, words.transfer.field.postalAddress), postalAddress);
  await stepIs(keys.page, 'papers', service);
}

/** A practice scan for each paper, and the owner's own word. */
export async function proveDuplicate(keys: Keyboard, { reason, owner }: Duplicate): Promise<void> {
  const asked = duplicateLogbookRules.scansNeeded({ ...duplicateLogbookRules.emptyBody(), reason });
  for (const kind of asked)
    await expect(keys.page.getByRole('region', { name: words.application.papers.kind[kind], exact: true })).toBeVisible();
  await attachPapers(keys);
  await confirmByName(keys, words.transfer.role.owner, owner.name);
  await keys.enter();
  await stepIs(keys.page, 'money', service);
}
