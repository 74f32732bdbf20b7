import { v7 as newId } from 'uuid';
import { csvOf, goodCells } from '../batches/dealer-file.ts';
import { dayOf, instantOf } from '#shared/base/instant.ts';
import { act } from '#tests/support/desk.ts';
import { mpesaCode } from '#tests/support/transfer-body.ts';
import { askAs } from '../e2e/support/contract.ts';
import type { Keyboard } from '../e2e/support/keyboard.ts';
import { goTo, setLine, signIn, signOut, staff, words } from '../e2e/support/office.ts';
import { addDealer, nameBuyer, readDelivery, scanOne, typeJourney } from '../e2e/support/stock.ts';
import { expect, newPcTest as test } from '../e2e/support/test.ts';
import { drawPaper, inAllLooks, takePicture } from './picture.ts';

test.setTimeout(120_000);

test('the stock of a dealer, with the line down', async ({ keys }) => {
  const { page } = keys;
  await signIn(keys, staff.supervisor);
  await setLine(keys, 'cut');
  await addDealer(keys);
  await goTo(keys, 'stock');
  await expect(page.getByText(words.stock.emptyTitle)).toBeVisible();
  await inAllLooks(page, 'stock-empty');
  await readDelivery(keys);
  await inAllLooks(page, 'stock-delivery');
  await keys.finish();
  await expect(page.getByRole('dialog')).toBeHidden();
  await keys.press('i');
  await expect(page.getByRole('dialog', { name: words.stock.takeIn.title })).toBeVisible();
  await page.keyboard.type('MD2\n');
  await page.keyboard.type('DZZWTE00003\n');
  await expect(
    page
      .getByRole('dialog')
      .getByText(words.problems.sentences['missing']?.({}) ?? '')
      .first(),
  ).toBeVisible();
  await inAllLooks(page, 'stock-take-in-error');
  await keys.press('Escape');
  await scanOne(keys);
  await nameBuyer(keys);
  await inAllLooks(page, 'stock-sell');
  await keys.finish();
  await expect(page.getByRole('dialog')).toBeHidden();
  await inAllLooks(page, 'stock-full');
});

/** By day only: by night nobody may send a plate out. */
test('the register of KD plates, with the line down', async ({ keys }) => {
  const { page } = keys;
  await signIn(keys, staff.supervisor);
  await setLine(keys, 'cut');
  await addDealer(keys);
  await readDelivery(keys);
  await keys.finish();
  await expect(page.getByRole('dialog')).toBeHidden();
  await keys.press('2');
  await expect(page.getByText(words.tradePlates.emptyTitle)).toBeVisible();
  await inAllLooks(page, 'kd-plates-empty');
  const { title } = words.tradePlates.print;
  for (const [plate, chassis] of [
    ['KD 123A', '00001'],
    ['KD 204', '00002'],
  ] as const) {
    await typeJourney(keys, plate, chassis);
    await keys.finish();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByRole('table', { name: title })).toContainText(chassis);
  }
  await keys.press('j', 'Home', 'b');
  await page.getByRole('dialog').getByLabel(words.tradePlates.comeBack.note).fill('Left mirror broken');
  await inAllLooks(page, 'kd-plates-back');
  await keys.finish();
  await expect(page.getByRole('dialog')).toBeHidden();
  await inAllLooks(page, 'kd-plates');
  await typeJourney(keys, 'KD 123A', '00004');
  await keys.finish();
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
  await inAllLooks(page, 'kd-plates-refused');
  await keys.press('Escape');
  await keys.press('Control+p');
  await inAllLooks(page, 'kd-plates-print');
  for (const locale of ['en', 'sw'] as const) {
    const today = dayOf(instantOf(Date.now()));
    const made = await askAs(page, async ({ batches, paper }) => {
      const dealerId = (await batches.dealers({})).dealers[0]?.id ?? '';
      return paper.get({ paper: { kind: 'trade-register', dealerId, from: today, to: today }, width: 'a4', locale });
    });
    drawPaper(new Uint8Array(await made.arrayBuffer()), `paper-kd-plates-${locale}`);
  }
});

const longStock = 20_000;
const longestFile = 2_000;

test('a stock of twenty thousand', async ({ keys }) => {
  const { page } = keys;
  await signIn(keys, staff.supervisor);
  await setLine(keys, 'cut');
  await addDealer(keys);
  for (let first = 0; first < longStock; first += longestFile) {
    const rows = Array.from({ length: longestFile }, (_, n) => goodCells(first + n + 1));
    await askAs(page, async ({ batches, stock }) => {
      const [dealerId, readId] = [(await batches.dealers({})).dealers[0]?.id ?? '', newId()];
      await stock.readFile({ dealerId, file: csvOf(rows), readId });
      await act(stock.takeInFile, { dealerId, readId });
    });
  }
  await goTo(keys, 'stock');
  await expect(page.getByText(words.stock.pages.shown(1, 200, longStock))).toBeVisible();
  await keys.press(']');
  await expect(page.getByText(words.stock.pages.shown(201, 400, longStock))).toBeVisible();
  await inAllLooks(page, 'stock-long');
  await keys.press('}');
  await expect(page.getByText(words.stock.pages.shown(longStock - 199, longStock, longStock))).toBeVisible();
  await keys.press('End');
  await takePicture(page, 'stock-long-end');
  await page.getByLabel(words.stock.find).fill('100012345');
  await expect(page.getByText(words.stock.units(1), { exact: true })).toBeVisible();
  await takePicture(page, 'stock-long-found');
});

test('plates of registered motorcycles', async ({ keys }) => {
  const { page } = keys;
  await signIn(keys, staff.supervisor);
  await addDealer(keys);
  await readDelivery(keys);
  await keys.finish();
  await expect(page.getByRole('dialog')).toBeHidden();
  await keys.press('3');
  await expect(page.getByText(words.platePacks.emptyTitle)).toBeVisible();
  await inAllLooks(page, 'plates-empty');
  await signOut(keys);
  await registerStock(keys);
  await signIn(keys, staff.supervisor);
  await goTo(keys, 'stock');
  await keys.press('3');
  await expect(page.getByText(words.platePacks.emptyTitle)).toBeVisible();
  await keys.press('r');
  await page.getByRole('dialog').getByLabel(words.platePacks.from).fill('NP-000101');
  await page.getByRole('dialog').getByLabel(words.platePacks.to).fill('NP-000150');
  await takePicture(page, 'plates-receive');
  await keys.finish();
  await expect(page.getByText(words.platePacks.left(50))).toBeVisible();
  await inAllLooks(page, 'plates');
  await keys.press('1');
  await expect(page.getByText(words.stock.state.registered).nth(3)).toBeVisible();
  await keys.press('j', 'a', 'b');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(words.shelf.place).fill('P-1');
  await dialog.getByRole('textbox').nth(1).fill('NP-000101');
  await inAllLooks(page, 'plates-put');
  await keys.finish();
  await expect(dialog).toBeHidden();
  await inAllLooks(page, 'stock-plated');
  await keys.press('Home', 'h');
  await expect(dialog.getByLabel(words.shelf.handOver.name)).toBeVisible();
  await inAllLooks(page, 'plates-hand-over');
});

/** The whole stock is sold to one buyer, looked over by a second person, paid for and registered. */
async function registerStock(keys: Keyboard): Promise<void> {
  const { page } = keys;
  await signIn(keys, staff.clerk);
  const batchId = await askAs(page, async ({ stock }) => {
    const { units } = await stock.list({ text: '', state: null, age: null, model: null, lacksPlates: false, from: 'start', beyond: null });
    const sold = await act(stock.sell, {
      unitIds: units.map(({ id }) => id),
      buyer: {
        name: 'Juma Barasa Wekesa',
        idNumber: '27104433',
        kraPin: 'A004416331M',
        phone: '0722000111',
        financier: '',
        ownership: 'single',
      },
      collectionPoint: 'Nairobi',
      batchId: null,
    });
    return sold.batchId;
  });
  await signOut(keys);
  await signIn(keys, staff.otherClerk);
  await askAs(page, async ({ batches }) => {
    await act(batches.check, { id: batchId });
    const { totalCents } = await batches.fee({ id: batchId });
    await act(batches.submit, { id: batchId, payment: { method: 'mpesa', code: mpesaCode(801), amountCents: totalCents } });
  });
  await signOut(keys);
  await signIn(keys, staff.registrar);
  await expect(async () => {
    await askAs(page, async ({ registrar }) => act(registrar.decideBatch, { applicationId: batchId, returned: [] }));
  }).toPass();
  await signOut(keys);
}
