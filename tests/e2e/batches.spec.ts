import type { Locator, Page } from '@playwright/test';
import { batchFields, type BatchCells } from '#shared/domain/batch/batch-row.ts';
import { headingOf } from '#shared/domain/batch/column-match.ts';
import type { Keyboard } from './support/keyboard.ts';
import { goTo, setLine, signIn, staff, words } from './support/office.ts';
import { expect, test } from './support/test.ts';

const { batches } = words;
const unitCount = 200;

/** A motorcycle as an invented dealer writes it; formats of DOMAIN §2.2 and §2.3. */
function cellsOf(index: number): BatchCells {
  const number = String(index).padStart(5, '0');
  return {
    chassis: `MD2A57AZ1000${number}`,
    engineNumber: `DZZWTK${number}`,
    make: 'Bajaj',
    model: 'Boxer BM150',
    ratingCc: '150',
    year: '2026',
    colour: 'Red',
    customsEntry: '2026MSA4410021',
    invoice: 'INV-88120',
    ownerName: 'Juma Barasa Wekesa',
    ownerIdNumber: '27104433',
    ownerKraPin: 'A004416331M',
    ownerPhone: '0722 000 111',
    collectionPoint: 'Nairobi',
  };
}

/** The seven slips of the issue: each is one cell that a key or a few put right. */
const slips: ReadonlyMap<number, BatchCells> = new Map([
  [11, { chassis: cellsOf(11).engineNumber ?? '', engineNumber: cellsOf(11).chassis ?? '' }],
  [40, { chassis: 'MD2A57AZ1OOO00040' }],
  [67, { year: '2O26' }],
  [90, { ownerPhone: '722000111' }],
  [120, { ratingCc: '125' }],
  [151, { ownership: 'pair' }],
  [188, { chassis: cellsOf(187).chassis ?? '' }],
]);

function dealerFile(): Buffer {
  const lines = Array.from({ length: unitCount }, (_, index) => {
    const cells = { ...cellsOf(index + 1), ...slips.get(index + 1) };
    return batchFields.map((field) => cells[field] ?? '').join(';');
  });
  return Buffer.from([batchFields.map(headingOf).join(';'), ...lines].join('\r\n'));
}

async function newBatch(keys: Keyboard): Promise<void> {
  await goTo(keys, 'batches');
  await keys.press('d');
  await expect(keys.page.getByRole('textbox', { name: batches.dealer.name })).toBeFocused();
  await keys.page.keyboard.type('Boda Mashinani Limited');
  await keys.press('Tab');
  await keys.page.keyboard.type('P099000013D');
  await keys.press('Tab');
  await keys.page.keyboard.type('0190 000 013');
  await keys.finish();
  await expect(keys.page.getByRole('dialog')).toBeHidden();
  await keys.press('b');
  await expect(keys.page.getByRole('combobox', { name: batches.open.dealer })).toContainText('Boda Mashinani Limited');
  await keys.finish();
  await expect(keys.page.getByText(batches.file.title)).toBeVisible();
}

async function bringFile(keys: Keyboard): Promise<void> {
  const chooser = keys.page.waitForEvent('filechooser');
  await keys.press('c');
  await (await chooser).setFiles({ name: 'delivery.csv', mimeType: 'text/csv', buffer: dealerFile() });
  await expect(keys.page.getByRole('heading', { name: batches.mapping.title })).toBeVisible();
  await keys.finish();
  await expect(keys.page.getByRole('grid', { name: batches.sheet.label })).toBeFocused();
}

/** Six slips have a way out by keys of their own; the doubled row is set aside. */
async function mendSlips(keys: Keyboard): Promise<void> {
  const { page } = keys;
  const isMended = (left: number) => expect(countsOf(page)).toContainText(`${unitCount - left} good+${left} to mend`);
  for (const left of [6, 5, 4, 3, 2]) {
    await keys.press('F4', 'Alt+1');
    await isMended(left);
  }
  await keys.press('F4');
  await page.keyboard.type('single');
  await keys.enter();
  await isMended(1);
  await keys.press('F4', 'Alt+a');
  await expect(countsOf(page)).toContainText('199 good+0 to mend+1 set aside=200 rows');
}

function countsOf(page: Page): Locator {
  return page.getByLabel(words.grid.counts);
}

test('with the line down, two hundred motorcycles with seven slips come in, are mended by keys, and stand there after a power cut', async ({
  keys,
  powerCut,
}, testInfo) => {
  const { page } = keys;
  await signIn(keys, staff.supervisor);
  await setLine(keys, 'cut');
  const startedMs = Date.now();
  await newBatch(keys);
  await bringFile(keys);
  await expect(countsOf(page)).toContainText('193 good+7 to mend+0 set aside=200 rows');
  await mendSlips(keys);
  testInfo.annotations.push({ type: 'time', description: `file to 199 good rows: ${Date.now() - startedMs} ms` });
  const { url } = await powerCut();
  await page.goto(url);
  await signIn(keys, staff.supervisor);
  await goTo(keys, 'batches');
  await expect(page.getByRole('table', { name: words.frame.nav.batches })).toContainText(batches.counts(199, 0, 1, unitCount));
});
