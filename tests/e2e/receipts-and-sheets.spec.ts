import type { Locator, Page } from '@playwright/test';
import { displayPlate } from '#shared/domain/plate.ts';
import { textOfPages } from '#core/paper/pdf-text.ts';
import { act } from '../support/desk.ts';
import { expectAccessible } from './support/access.ts';
import { goToRow, savePaper } from './support/case.ts';
import { askAs } from './support/contract.ts';
import type { Keyboard } from './support/keyboard.ts';
import { goTo, setLine, signIn, signOut, staff, words } from './support/office.ts';
import { sellVehicle } from './support/sale.ts';
import { expect, test } from './support/test.ts';

const { logbooks, sheets } = words;
const { receipts, voidReason, reprintReason } = words.money;

/** Sold, approved, and printed twice; the other was sold to the wrong case and never reaches the hub. */
const printed = { plate: 'KMFP324B', mpesaCode: 'UKM1SHEETS' } as const;
const mistaken = { plate: 'KMFU845G', mpesaCode: 'UKM2MISTAK' } as const;
const serials = { first: 'KE-0004001', second: 'KE-0004002', ninth: 'KE-0004009', last: 'KE-0004010' } as const;

test.setTimeout(240_000);

test('a receipt is void, another printed again, and the day’s sheets add up, all by keys', async ({ keys }) => {
  const { page } = keys;
  await signIn(keys, staff.clerk);
  const kept = await askAs(page, (client) => sellVehicle(client, printed));
  await signOut(keys);
  await signIn(keys, staff.registrar);
  await approve(page);
  await signOut(keys);

  await test.step('a supervisor receives a pack of ten sheets', async () => {
    await signIn(keys, staff.supervisor);
    await goToSheets(keys);
    await expect(page.getByText(sheets.emptyTitle)).toBeVisible();
    await typeRange(keys, { button: sheets.receive, key: 'r', title: sheets.receiveTitle, from: serials.first, to: serials.last });
    await expect(page.getByText(sheets.next(serials.first))).toBeVisible();
    await signOut(keys);
  });

  await signIn(keys, staff.clerk);
  await setLine(keys, 'cut');
  const wrong = await askAs(page, (client) => sellVehicle(client, mistaken));
  await test.step('a receipt is void with its reason and a supervisor, and keeps its number', () => voidReceipt(keys, wrong));
  await test.step('another is printed again and takes no number', () => printAgain(keys, kept));
  await test.step('every number of the series is there', () => readSeries(keys, { first: kept, last: wrong }));
  await test.step('a copy takes the next sheet', () => printCopy(keys, serials.first));
  await test.step('the sheet is spoiled, and the same copy comes out on the next one', () => spoilAndPrintAgain(keys));
  await signOut(keys);

  await test.step('two sheets go back, and received = used + spoiled + given back + left', async () => {
    await signIn(keys, staff.supervisor);
    await goToSheets(keys);
    await typeRange(keys, { button: sheets.giveBack, key: 'b', title: sheets.giveBackTitle, from: serials.ninth, to: serials.last });
    const dayEnd = page.getByRole('region', { name: sheets.dayEnd });
    await expect(dayEnd.locator('dl')).toContainText('Received10Used1Spoiled1Given back2Left6');
    await expect(dayEnd).toContainText(sheets.adds);
    await expectAccessible(page, 'sheets, day end');
    const report = (await textOfPages(await savedBy(keys, 'Control+p', sheets.dayEnd))).join(' ');
    expect(report).toContain(`${serials.first} – ${serials.last} 0 10 1 1 2 6`);
  });
});

/** The register's word for a case, past the screen. */
async function approve(page: Page): Promise<void> {
  await askAs(page, async (client) => {
    await expect.poll(async () => (await client.registrar.list({})).length).toBe(1);
    for (const { applicationId } of await client.registrar.list({})) {
      await act(client.registrar.decide, { applicationId, outcome: 'approved', reasons: [], note: '' });
    }
  });
}

/** The pages of paper logbooks start in the field of their list; a digit typed there is looked for. */
async function goToTab(keys: Keyboard, key: string): Promise<void> {
  await goTo(keys, 'logbooks');
  await keys.press('Escape', key);
}

async function goToSheets(keys: Keyboard): Promise<void> {
  await goToTab(keys, '3');
}

interface Range {
  readonly button: string;
  readonly key: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
}

/** A pack by its first and last number. */
async function typeRange(keys: Keyboard, { button, key, title, from, to }: Range): Promise<void> {
  await expect(keys.page.getByRole('button', { name: button })).toBeVisible();
  await keys.press(key);
  const dialog = keys.page.getByRole('dialog', { name: title });
  await expect(dialog.getByLabel(sheets.from)).toBeFocused();
  await keys.page.keyboard.type(from);
  await keys.press('Tab');
  await keys.page.keyboard.type(to);
  await expectAccessible(keys.page, title);
  await keys.finish();
  await expect(dialog).toBeHidden();
}

async function voidReceipt(keys: Keyboard, receiptNumber: string): Promise<void> {
  const { page } = keys;
  await goTo(keys, 'money');
  const row = await goToRow(keys, words.frame.nav.money, mistaken.plate);
  await keys.press('v');
  const dialog = page.getByRole('dialog', { name: receipts.voidTitle(receiptNumber) });
  await choose(keys, dialog.getByLabel(receipts.reason), voidReason['paid-twice']);
  await keys.press('Tab', 'Tab');
  await bringSupervisor(keys, dialog);
  await expectAccessible(page, 'void a receipt');
  await keys.finish();
  const form = await savePaper(keys, `${receipts.voidForm} ${receiptNumber}`);
  expect((await textOfPages(form)).join(' ')).toContain(voidReason['paid-twice']);
  await expect(row).toContainText(receiptNumber);
  await expect(row).toContainText(receipts.void);
  await keys.press('i');
  const history = page.getByRole('dialog', { name: `${receiptNumber} · ${receipts.history}` });
  await expect(history).toContainText(staff.supervisor);
  await expectAccessible(page, 'history of a receipt');
  await keys.press('Escape');
  await expect(history).toBeHidden();
}

async function printAgain(keys: Keyboard, receiptNumber: string): Promise<void> {
  const row = await goToRow(keys, words.frame.nav.money, printed.plate);
  await keys.press('p');
  const dialog = keys.page.getByRole('dialog', { name: receipts.reprintTitle(receiptNumber) });
  await choose(keys, dialog.getByLabel(receipts.reason), reprintReason['not-readable']);
  await expectAccessible(keys.page, 'print a receipt again');
  await keys.finish();
  const text = (await textOfPages(await savePaper(keys, receipts.reprintPaper(receiptNumber, 1)))).join(' ');
  for (const part of ['REPRINT 1', receiptNumber]) expect(text).toContain(part);
  await expect(row).toContainText(receipts.reprints(1));
}

async function readSeries(keys: Keyboard, { first, last }: { readonly first: string; readonly last: string }): Promise<void> {
  await keys.press('e');
  const dialog = keys.page.getByRole('dialog', { name: receipts.seriesTitle });
  await expect(dialog).toContainText(receipts.noneMissing);
  const cells = dialog.getByRole('row').nth(1).getByRole('cell');
  await expect(cells).toHaveText(['A', first, last, '2', '1', '0', /^\d/u]);
  await expectAccessible(keys.page, 'receipt series');
  await keys.press('Escape');
  await expect(dialog).toBeHidden();
}

async function printCopy(keys: Keyboard, serial: string): Promise<void> {
  await goTo(keys, 'logbooks');
  const row = await goToRow(keys, words.frame.nav.logbooks, printed.plate);
  const number = await numberOf(row);
  await keys.press('c');
  const dialog = keys.page.getByRole('dialog', { name: logbooks.copyTitle(displayPlate(printed.plate)) });
  await expect(dialog).toContainText(logbooks.sheetNext(serial));
  await expect(dialog.getByLabel(logbooks.sheetSerial)).toBeFocused();
  await keys.page.keyboard.type(serial);
  await expect(dialog).toContainText(logbooks.sheetMatches);
  await expectAccessible(keys.page, 'print a logbook copy');
  await keys.finish();
  await savePaper(keys, words.casePage.paper.copy(number));
}

async function spoilAndPrintAgain(keys: Keyboard): Promise<void> {
  const { page } = keys;
  await keys.press('3', 'x');
  const spoil = page.getByRole('dialog', { name: sheets.spoilTitle });
  await expect(spoil.getByLabel(sheets.serial)).toBeFocused();
  await page.keyboard.type(serials.first);
  await keys.press('Tab');
  await choose(keys, spoil.getByLabel(sheets.reason), sheets.spoilReason.jam);
  await expect(spoil.getByLabel(words.application.supervisorLogin)).toBeVisible();
  await keys.press('Tab', 'Tab');
  await bringSupervisor(keys, spoil);
  await expectAccessible(page, 'spoil a sheet');
  await keys.finish();
  await expect(spoil).toBeHidden();

  await goTo(keys, 'logbooks');
  const row = await goToRow(keys, words.frame.nav.logbooks, printed.plate);
  await keys.press('i');
  const copies = page.getByRole('dialog', { name: logbooks.historyTitle(displayPlate(printed.plate)) });
  await expect(copies).toContainText(logbooks.spoiledSheet(sheets.spoilReason.jam));
  await expect(copies).toContainText(logbooks.sheetNext(serials.second));
  await expectAccessible(page, 'copies of a logbook');
  await keys.finish();
  await savePaper(keys, words.casePage.paper.copy(await numberOf(row)));
  await expect(row).toContainText(logbooks.copies(1));
}

async function numberOf(row: Locator): Promise<string> {
  return /EL-\d{4}-\d{8}/u.exec((await row.textContent()) ?? '')?.[0] ?? '';
}

/** A list that the keys stand in takes the first letters of its line. */
async function choose(keys: Keyboard, list: Locator, line: string): Promise<void> {
  await expect(list).toBeFocused();
  await keys.page.keyboard.type(line);
  await expect(list.locator('option:checked')).toHaveText(line);
}

/** A supervisor comes to this desk; the keys stand in their login. */
async function bringSupervisor(keys: Keyboard, dialog: Locator): Promise<void> {
  await expect(dialog.getByLabel(words.application.supervisorLogin)).toBeFocused();
  await keys.page.keyboard.type('chebet');
  await keys.press('Tab');
  await keys.page.keyboard.type('practice');
}

/** The paper that a key shows, saved. */
async function savedBy(keys: Keyboard, key: string, title: string): Promise<Uint8Array> {
  await keys.press(key);
  return savePaper(keys, title);
}
