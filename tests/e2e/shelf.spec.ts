import { expectAccessible } from './support/access.ts';
import type { Keyboard } from './support/keyboard.ts';
import { goTo, signIn, staff, words } from './support/office.ts';
import { expect, test } from './support/test.ts';

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
async function putPlates({ page, press, finish }: Keyboard, place: string, plates: readonly string[]): Promise<void> {
  await press('p');
  const dialog = page.getByRole('dialog', { name: shelf.put.title });
  await expect(dialog.getByLabel(shelf.place)).toBeFocused();
  await page.keyboard.type(place);
  await press('Enter');
  await dialog.getByLabel(shelf.put.what).selectOption({ label: shelf.kind.plates });
  for (const plate of plates) {
    await dialog.getByLabel(shelf.code).focus();
    await page.keyboard.type(plate);
    await press('Enter');
    const owner = dialog.getByLabel(shelf.put.owner);
    await expect(owner).toBeVisible();
    await owner.focus();
    await page.keyboard.type('Otieno Karanja');
    await dialog.getByLabel(shelf.put.idNumber).focus();
    await page.keyboard.type('29876543');
    await finish();
    await expect(dialog.getByRole('list', { name: shelf.put.listed })).toContainText(place);
    await expect(owner).toBeHidden();
  }
  await expectAccessible(page, 'put on the shelf');
  await press('Escape');
  await expect(dialog).toBeHidden();
}

test('plates are put on the shelf; one is found missing and the other handed over, all by keys', async ({ keys }) => {
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
  await page.keyboard.type('Otieno Karanja');
  await handOver.getByLabel(shelf.handOver.idNumber).focus();
  await page.keyboard.type('29876543');
  await handOver.getByRole('radio', { name: words.application.confirm.method['typed-name'] }).press('Space');
  await expectAccessible(page, 'hand over');
  await handOver.getByRole('textbox', { name: words.application.confirm.typedName }).focus();
  await page.keyboard.type('Otieno Karanja');
  await keys.finish();
  await expect(handOver).toBeHidden();
  await expect(page.getByRole('img', { name: words.casePage.paper.page(1, 1) })).toBeVisible();
  await keys.press('Escape');
  await expect(page.getByText(shelf.emptyTitle)).toBeVisible();
});
