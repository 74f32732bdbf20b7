import { headingOf } from '#shared/domain/batch/batch-columns.ts';
import { stockFields } from '#shared/domain/batch/stock-fields.ts';
import { instantOf } from '#shared/base/instant.ts';
import { isRoadTime } from '#shared/domain/trade-plate.ts';
import { expectAccessible } from './access.ts';
import type { Keyboard } from './keyboard.ts';
import { goTo, words } from './office.ts';
import { expect } from './test.ts';

const { stock, batches, tradePlates, platePacks } = words;

/** A delivery of an invented dealer: nobody has bought any of it, and the third row has a slip. */
function delivery(): Buffer {
  const rows = [1, 2, 3, 4].map((n) => ({
    chassis: `MD2A57AZ30000000${n}`,
    engineNumber: `DZZWTE0000${n}`,
    make: 'Bajaj',
    model: 'Boxer BM150',
    ratingCc: '150',
    year: n === 3 ? '2O26' : '2026',
    colour: 'Red',
    customsEntry: '2026MSA4410021',
    invoice: 'INV-88120',
  }));
  const lines = rows.map((row) => stockFields.map((field) => row[field]).join(';'));
  return Buffer.from([stockFields.map(headingOf).join(';'), ...lines].join('\r\n'));
}

export async function addDealer(keys: Keyboard): Promise<void> {
  await goTo(keys, 'batches');
  await keys.press('d');
  await expect(keys.page.getByRole('textbox', { name: batches.dealer.name })).toBeFocused();
  await keys.page.keyboard.type('Boda Mashinani Limited');
  await keys.press('Tab');
  await keys.page.keyboard.type('P099000014D');
  await keys.press('Tab');
  await keys.page.keyboard.type('0190 000 014');
  await keys.finish();
  await expect(keys.page.getByRole('dialog')).toBeHidden();
}

/** Reads the file, and stops where a person is told what would be taken in. */
export async function readDelivery(keys: Keyboard): Promise<void> {
  const { page } = keys;
  await goTo(keys, 'stock');
  await expect(page.getByText(stock.emptyTitle)).toBeVisible();
  await keys.press('d');
  const dialog = page.getByRole('dialog', { name: stock.file.title });
  await expect(dialog.getByLabel(stock.takeIn.dealer)).toContainText('Boda Mashinani Limited');
  const chooser = page.waitForEvent('filechooser');
  await keys.finish();
  await (await chooser).setFiles({ name: 'delivery.csv', mimeType: 'text/csv', buffer: delivery() });
  await expect(dialog.getByRole('status')).toContainText(
    `4 ${stock.file.rows} =3 ${stock.file.fresh}+ 0 ${stock.file.known}+ 1 ${stock.file.faulty}`,
  );
}

/** The mended motorcycle by hand: a scanner ends each code with Enter. */
export async function scanOne(keys: Keyboard): Promise<void> {
  const { page } = keys;
  await keys.press('i');
  const dialog = page.getByRole('dialog', { name: stock.takeIn.title });
  await expect(dialog.getByLabel(batches.field.chassis, { exact: true })).toBeFocused();
  await dialog.getByLabel(stock.takeIn.model).selectOption({ label: 'BAJAJ BOXER BM150' });
  for (const [field, text] of [
    ['year', '2026'],
    ['colour', 'Red'],
    ['customsEntry', '2026MSA4410021'],
    ['invoice', 'INV-88120'],
  ] as const) {
    await dialog.getByLabel(batches.field[field], { exact: true }).focus();
    await page.keyboard.type(text);
  }
  await dialog.getByLabel(batches.field.chassis, { exact: true }).focus();
  await page.keyboard.type('MD2A57AZ300000003\n');
  await expect(dialog.getByLabel(batches.field.engineNumber, { exact: true })).toBeFocused();
  await page.keyboard.type('DZZWTE00003\n');
  await expect(page.getByText(stock.takeIn.done('MD2A57AZ300000003'))).toBeVisible();
  await keys.press('Escape');
  await expect(dialog).toBeHidden();
}

/** Chooses two of four motorcycles and types who buys them, up to the last key. */
export async function nameBuyer(keys: Keyboard): Promise<void> {
  const { page } = keys;
  await keys.press('j', 'x', 'j', 'x');
  await expect(page.getByText(stock.chosen(2), { exact: true })).toBeVisible();
  await keys.press('s');
  const dialog = page.getByRole('dialog', { name: stock.sell.title(2) });
  await expect(dialog.getByLabel(stock.sell.field.name, { exact: true })).toBeFocused();
  for (const text of ['Juma Barasa Wekesa', '27104433', 'A004416331M', '0722 000 111']) {
    await page.keyboard.type(text);
    await keys.press('Tab');
  }
  await dialog.getByLabel(stock.sell.collection).selectOption('Nairobi');
}

/** Types who takes a motorcycle where on a KD plate, up to the last key. */
export async function typeJourney(keys: Keyboard, plate: string, chassis: string): Promise<void> {
  const { page } = keys;
  await keys.press('o');
  await expect(page.getByRole('dialog').getByLabel(tradePlates.goOut.plate, { exact: true })).toBeFocused();
  await page.keyboard.type(plate);
  await keys.press('Tab');
  await page.keyboard.type(chassis);
  await keys.press('Tab');
  await keys.press('Tab');
  for (const text of ['Athi River', 'Otieno Ouma', '27104433']) {
    await page.keyboard.type(text);
    await keys.press('Tab');
  }
}

/** A motorcycle leaves on a KD plate and comes back. By night nobody may, which is what the dialog says then. */
export async function sendOutAndBack(keys: Keyboard): Promise<void> {
  const { page } = keys;
  await keys.press('2');
  await expect(page.getByText(tradePlates.emptyTitle)).toBeVisible();
  await typeJourney(keys, 'KD 123A', '00004');
  await keys.finish();
  const dialog = page.getByRole('dialog');
  if (!isRoadTime(instantOf(Date.now()))) {
    await expect(dialog.getByText(words.refusals['trade-plate.hours']({ plate: 'KD 123A' }))).toBeVisible();
    await keys.press('Escape');
    return;
  }
  await expect(dialog).toBeHidden();
  const register = page.getByRole('table', { name: tradePlates.print.title });
  await expect(register).toContainText('MD2A57AZ300000004');
  await expectAccessible(page, 'the register of KD plates');
  await keys.press('b');
  await expect(dialog.getByLabel(tradePlates.comeBack.note)).toBeFocused();
  await keys.finish();
  await expect(dialog).toBeHidden();
  await expect(register.getByText(tradePlates.isOut, { exact: true })).toBeHidden();
}

/** A pack of ten plates, by the serials of its first and its last. */
export async function receivePlates(keys: Keyboard): Promise<void> {
  const { page } = keys;
  await keys.press('3');
  await expect(page.getByText(platePacks.emptyTitle)).toBeVisible();
  await keys.press('r');
  const dialog = page.getByRole('dialog', { name: platePacks.receiveTitle });
  await expect(dialog.getByLabel(platePacks.from)).toBeFocused();
  await page.keyboard.type('np-000101');
  await keys.press('Tab');
  await page.keyboard.type('np-000110');
  await keys.finish();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(platePacks.left(10))).toBeVisible();
  await expectAccessible(page, 'the packs of plates');
}
