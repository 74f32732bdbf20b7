import { expectAccessible } from './support/access.ts';
import { setLine, signIn, staff, words } from './support/office.ts';
import { addDealer, nameBuyer, readDelivery, scanOne, receivePlates, sendOutAndBack } from './support/stock.ts';
import { expect, test } from './support/test.ts';

const { stock, batches } = words;

test('with the line down, a delivery comes in without buyers, one is scanned, two are sold into a batch, the counts add up, and one goes out on a KD plate and comes back, and a pack of plates is received', async ({
  keys,
}) => {
  const { page } = keys;
  await signIn(keys, staff.supervisor);
  await setLine(keys, 'cut');
  await addDealer(keys);
  await readDelivery(keys);
  await expectAccessible(page, 'a delivery that was read');
  await keys.finish();
  await expect(page.getByRole('dialog')).toBeHidden();
  const sum = page.getByLabel(stock.counts);
  await expect(sum).toContainText(`3 =3 ${stock.state['in-stock']}`);
  await scanOne(keys);
  await expect(sum).toContainText(`4 =4 ${stock.state['in-stock']}`);
  await nameBuyer(keys);
  await expectAccessible(page, 'the buyer of stock');
  await keys.finish();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(sum).toContainText(`4 =2 ${stock.state['in-stock']}+ 2 ${stock.state.sold}`);
  await expectAccessible(page, 'the stock with rows');
  await sendOutAndBack(keys);
  await receivePlates(keys);
  await keys.press('1');
  await expect(sum).toContainText('4 =');
  await keys.press('Home', 'j');
  await keys.enter();
  await expect(page.getByRole('grid', { name: batches.sheet.label })).toBeVisible();
  await expect(page.getByRole('grid', { name: batches.sheet.label })).toContainText('Juma Barasa Wekesa');
});
