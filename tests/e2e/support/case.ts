import { expect, type Locator, type Page } from '@playwright/test';
import { displayPlate } from '#shared/domain/plate.ts';
import type { ApplicationState } from '#shared/domain/application.ts';
import type { Keyboard } from './keyboard.ts';
import { words } from './office.ts';

/** Opens the case of a vehicle from anywhere: `/`, its plate, Enter. Its reference begins with the letter of its service. */
export async function openCase(keys: Keyboard, plate: string, letter = 'T'): Promise<void> {
  const { search } = words;
  const found = keys.page.getByRole('listbox', { name: search.results }).getByRole('option').first();
  await keys.press('/');
  await expect(keys.page.getByRole('combobox', { name: search.label })).toBeFocused();
  await keys.page.keyboard.type(plate);
  await expect(found).toContainText(`${letter}-`);
  await expect(found).toContainText(displayPlate(plate));
  await keys.enter();
  await expect(keys.page.getByRole('region', { name: words.casePage.timeline })).toBeVisible();
  await expect(plateOf(keys.page, plate)).toBeVisible();
}

function plateOf(page: Page, plate: string): Locator {
  return page
    .getByRole('main')
    .getByRole('img', { name: words.frame.plateLabel(displayPlate(plate)) })
    .first();
}

/** The state and the standing of the case that is open. */
export async function expectState(page: Page, state: ApplicationState, standing: keyof typeof words.states.standing): Promise<void> {
  const main = page.getByRole('main');
  await expect(main.getByText(words.states.standing[standing], { exact: true })).toBeVisible();
  await expect(main.getByText(words.states.label[state], { exact: true })).toBeVisible();
}

/** Walks down a list to the line of this vehicle. */
export async function goToRow(keys: Keyboard, table: string, plate: string): Promise<Locator> {
  const list = keys.page.getByRole('table', { name: table });
  const row = list.getByRole('row').filter({ has: keys.page.getByRole('img', { name: words.frame.plateLabel(displayPlate(plate)) }) });
  await expect(row).toBeVisible();
  await keys.press('ArrowDown', 'Home');
  for (let left = await list.getByRole('row').count(); left > 0 && !(await hasFocus(row)); left -= 1) await keys.press('ArrowDown');
  await expect(row).toBeFocused();
  return row;
}

function hasFocus(element: Locator): Promise<boolean> {
  return element.evaluate((one) => one === document.activeElement);
}

/** Goes on with Enter until the keys stand in this field. */
export async function walkTo(keys: Keyboard, field: Locator): Promise<void> {
  for (let left = 30; left > 0 && !(await hasFocus(field)); left -= 1) await keys.enter();
  await expect(field).toBeFocused();
}

/** Saves the paper that is on screen and gives its bytes. */
export async function savePaper(keys: Keyboard, title: string): Promise<Uint8Array> {
  const dialog = keys.page.getByRole('dialog', { name: title });
  await expect(dialog.getByRole('button', { name: words.casePage.paper.save })).toBeEnabled();
  const download = keys.page.waitForEvent('download');
  await keys.press('Control+s');
  const chunks: Buffer[] = [];
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
  await keys.press('Escape');
  await expect(dialog).toBeHidden();
  return Buffer.concat(chunks);
}
