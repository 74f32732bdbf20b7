import type { Locator } from '@playwright/test';
import { displayPlate } from '#shared/domain/plate.ts';
import { shelfStates } from '#shared/domain/shelf.ts';
import { expectAccessible } from './support/access.ts';
import { goToRow, savePaper } from './support/case.ts';
import type { Keyboard } from './support/keyboard.ts';
import { goTo, signIn, signOut, staff, words } from './support/office.ts';
import { buyers, sellers } from './support/people.ts';
import { decide } from './support/registrar.ts';
import { expect, test } from './support/test.ts';
import * as at from './support/transfer.ts';

const { shelf } = words;

/** A clerk at the shelf, with nothing on it. */
async function goToShelf(keys: Keyboard): Promise<void> {
  await signIn(keys, staff.clerk);
  await goTo(keys, 'logbooks');
  // Digits typed into the list's own field are what is looked for.
  await keys.press('Escape', '2');
  await expect(keys.page.getByText(shelf.emptyTitle)).toBeVisible();
  await keys.press('Escape');
}

/** Scans plates one after the other at one place. */
async function putPlates(keys: Keyboard, place: string, plates: readonly string[]): Promise<void> {
  const { page } = keys;
  await keys.press('p');
  const dialog = page.getByRole('dialog', { name: shelf.put.title });
  await expect(dialog.getByLabel(shelf.place)).toBeFocused();
  await page.keyboard.type(place);
  await dialog.getByLabel(shelf.put.what).selectOption({ label: shelf.kind.plates });
  await dialog.getByLabel(shelf.place).focus();
  await keys.press('Enter');
  for (const plate of plates) {
    await page.keyboard.type(plate);
    await keys.press('Enter');
    const owner = dialog.getByLabel(shelf.put.owner);
    await expect(owner).toBeFocused();
    await page.keyboard.type('Otieno Karanja');
    await keys.press('Tab');
    await page.keyboard.type('29876543');
    await keys.finish();
    await expect(dialog.getByRole('list', { name: shelf.put.listed })).toContainText(place);
    await expect(owner).toBeHidden();
    await expect(dialog.getByLabel(shelf.code)).toBeFocused();
  }
  await expectAccessible(page, 'put on the shelf');
  await keys.press('Escape');
  await expect(dialog).toBeHidden();
}

test('plates are put on the shelf; one is found missing and the other handed to a messenger with a letter, all by keys', async ({
  keys,
}) => {
  const { page } = keys;
  await goToShelf(keys);
  await expectAccessible(page, 'shelf, empty');
  await putPlates(keys, 'B-14-3', ['KMZZ101A', 'KMZZ102A']);
  const table = page.getByRole('table', { name: words.sheets.tabs.shelf });
  await expect(table.getByRole('row', { name: 'KMZZ 101A' })).toContainText('B-14-3');
  await expect(table.getByRole('row', { name: 'KMZZ 102A' })).toContainText('Otieno Karanja');
  await expectAccessible(page, 'shelf');

  await keys.press('t');
  const stock = page.getByRole('dialog', { name: shelf.stock.title });
  await expect(stock.getByLabel(shelf.place)).toBeFocused();
  await page.keyboard.type('B-14-3');
  await keys.press('Enter');
  await expect(stock.getByLabel(shelf.code)).toBeFocused();
  await page.keyboard.type('KMZZ101A');
  await keys.press('Enter');
  await keys.finish();
  await expect(stock.getByRole('region', { name: shelf.stock.missing })).toContainText('KMZZ 102A');
  await expectAccessible(page, 'stock taken');
  await keys.press('Escape');
  await expect(table.getByRole('row', { name: 'KMZZ 102A' })).toBeHidden();

  await keys.press('a');
  const ageing = page.getByRole('dialog', { name: shelf.ageing.title });
  await expect(ageing.getByRole('row', { name: shelf.ageing.band['0-7'] })).toContainText('1');
  await expectAccessible(page, 'ageing');
  await keys.press('Escape');
  await expect(ageing).toBeHidden();

  await keys.press('h');
  const handOver = page.getByRole('dialog', { name: shelf.handOver.title(shelf.kind.plates, 'KMZZ 101A') });
  await expect(handOver.getByLabel(shelf.handOver.name)).toBeFocused();
  await page.keyboard.type('Wafula Simiyu');
  await keys.press('Tab');
  await page.keyboard.type('31234567');
  await bringLetter(keys, handOver);
  await handOver.getByRole('radio', { name: words.application.confirm.method['typed-name'] }).press('Space');
  await expectAccessible(page, 'hand over');
  await handOver.getByRole('textbox', { name: words.application.confirm.typedName }).focus();
  await page.keyboard.type('Wafula Simiyu');
  await keys.finish();
  await expect(handOver).toBeHidden();
  await expect(page.getByRole('img', { name: words.casePage.paper.page(1, 1) })).toBeVisible();
  await keys.press('Escape');
  await expect(page.getByText(shelf.emptyTitle)).toBeVisible();
  await openAgain(keys);
});

/** A messenger's letter: without its scan nothing is handed over. */
async function bringLetter(keys: Keyboard, dialog: Locator): Promise<void> {
  await keys.press('Tab', 'Space', 'Tab');
  await expect(dialog.getByLabel(shelf.handOver.signedBy)).toBeFocused();
  await keys.page.keyboard.type('Otieno Karanja');
  await keys.press('Tab');
  await keys.page.keyboard.type('11202026');
  await keys.finish();
  const scan = dialog.getByRole('group', { name: shelf.handOver.scan });
  await expect(scan).toContainText(words.frame.required);
  await keys.press('F9');
  await expect(scan).toContainText('practice-letter.pdf');
}

/** The line of an open list that Enter would take. */
async function isUnderKeys(option: Locator): Promise<boolean> {
  return (await option.getAttribute('data-combobox-selected')) !== null;
}

/** What was handed over shows its slip and its letter whenever it is asked for. */
async function openAgain(keys: Keyboard): Promise<void> {
  const { page } = keys;
  await page.getByRole('combobox', { name: shelf.stateLabel }).focus();
  const handedOver = page.getByRole('option', { name: shelf.state['handed-over'] });
  await keys.press('ArrowDown');
  await expect(handedOver).toBeVisible();
  for (let left = shelfStates.length; left > 0 && !(await isUnderKeys(handedOver)); left -= 1) await keys.press('ArrowDown');
  await keys.enter();
  await keys.press('Escape');
  await expect(page.getByRole('button', { name: shelf.handOver.showLetter })).toBeVisible();
  for (const [key, title] of [
    ['s', /H-NRB01-1A-000001/u],
    ['l', shelf.handOver.letterTitle('KMZZ 101A')],
  ] as const) {
    await keys.press(key);
    const paper = page.getByRole('dialog', { name: title });
    await expect(paper.getByRole('img', { name: words.casePage.paper.page(1, 1) })).toBeVisible();
    await keys.press('Escape');
    await expect(paper).toBeHidden();
  }
}

const sold = {
  plate: 'KMFP324B',
  ownership: 'individual',
  seller: sellers.achieng,
  owners: { buyer: buyers.kamau },
  mpesaCode: 'UKM1SHELF1',
} as const;
const plate = displayPlate(sold.plate);

test('a printed copy is put on the shelf, found by its plate, refused to a stranger and given to its owner', async ({ keys }) => {
  test.setTimeout(240_000);
  const { page } = keys;
  await test.step('a transfer is approved and its copy printed', async () => {
    await signIn(keys, staff.clerk);
    await takeTransfer(keys);
    await signOut(keys);
    await signIn(keys, staff.registrar);
    await decide(keys, sold.plate, { outcome: 'approved' });
    await signOut(keys);
    await signIn(keys, staff.clerk);
    await printCopy(keys);
  });
  await test.step('it is scanned onto the shelf, and a second scan says where it lies', async () => {
    await keys.press('2');
    await expect(page.getByText(shelf.emptyTitle)).toBeVisible();
    await keys.press('Escape', 'p');
    const dialog = page.getByRole('dialog', { name: shelf.put.title });
    await scan(keys, dialog.getByLabel(shelf.place), 'C-1');
    await scan(keys, dialog.getByLabel(shelf.code), sold.plate);
    await expect(dialog.getByRole('list', { name: shelf.put.listed })).toContainText(shelf.put.done(plate, 'C-1'));
    await scan(keys, dialog.getByLabel(shelf.code), sold.plate);
    await expect(dialog.getByRole('alert')).toContainText(shelf.put.there(plate, 'C-1'));
    await keys.press('Escape');
    await expect(dialog).toBeHidden();
  });
  await test.step('a place that is scanned through holds it', async () => {
    await keys.press('t');
    const dialog = page.getByRole('dialog', { name: shelf.stock.title });
    await scan(keys, dialog.getByLabel(shelf.place), 'C-1');
    await scan(keys, dialog.getByLabel(shelf.code), sold.plate);
    await keys.finish();
    await expect(dialog).toContainText(shelf.stock.clean);
    await keys.press('Escape');
    await expect(dialog).toBeHidden();
  });
  await test.step('its plate is scanned into the find box and leads to it', async () => {
    await page.getByRole('textbox', { name: shelf.find }).focus();
    await scan(keys, page.getByRole('textbox', { name: shelf.find }), sold.plate);
    await expect(page.getByRole('table', { name: words.sheets.tabs.shelf }).getByRole('row').nth(1)).toBeFocused();
    await expect(page.getByRole('row', { name: plate })).toContainText('C-1');
  });
  await test.step('a stranger without a letter is refused, the owner is not', async () => {
    await keys.press('h');
    const dialog = page.getByRole('dialog', { name: shelf.handOver.title(shelf.kind['elogbook-copy'], plate) });
    await collectAs(keys, dialog, { ...sold.owners.buyer, idNumber: '90990099' });
    await expect(dialog.getByRole('alert')).toBeVisible();
    await dialog.getByLabel(shelf.handOver.idNumber).focus();
    await keys.press('Control+a');
    await page.keyboard.type(sold.owners.buyer.idNumber);
    await keys.finish();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('img', { name: words.casePage.paper.page(1, 1) })).toBeVisible();
    await keys.press('Escape');
    await expect(page.getByText(shelf.nothingFound(sold.plate))).toBeVisible();
  });
});

async function takeTransfer(keys: Keyboard): Promise<void> {
  await at.openTransfer(keys);
  await at.typeUpToOwners(keys, sold);
  await at.typeOwners(keys, sold);
  await at.attachPapers(keys);
  await at.confirmAll(keys, sold);
  await at.payByMpesa(keys, sold.mpesaCode);
}

async function printCopy(keys: Keyboard): Promise<void> {
  await goTo(keys, 'logbooks');
  const row = await goToRow(keys, words.frame.nav.logbooks, sold.plate);
  const number = /EL-\d{4}-\d{8}/u.exec((await row.textContent()) ?? '')?.[0] ?? '';
  await keys.press('c');
  await expect(keys.page.getByRole('dialog', { name: words.logbooks.copyTitle(plate) })).toBeVisible();
  await keys.finish();
  await savePaper(keys, words.casePage.paper.copy(number));
}

/** As a scanner does it: every sign at once, and Enter right behind them. */
async function scan(keys: Keyboard, field: Locator, code: string): Promise<void> {
  await expect(field).toBeFocused();
  await keys.page.keyboard.type(code);
  await keys.press('Enter');
}

async function collectAs(keys: Keyboard, dialog: Locator, { name, idNumber }: { readonly name: string; readonly idNumber: string }) {
  await expect(dialog.getByLabel(shelf.handOver.name)).toBeFocused();
  await keys.page.keyboard.type(name);
  await keys.press('Tab');
  await keys.page.keyboard.type(idNumber);
  await dialog.getByRole('radio', { name: words.application.confirm.method['typed-name'] }).press('Space');
  await dialog.getByRole('textbox', { name: words.application.confirm.typedName }).focus();
  await keys.page.keyboard.type(name);
  await keys.finish();
}
