import { openReceiptSink } from '../printing/receipt-sink.ts';
import { act } from '../support/desk.ts';
import { expectAccessible } from './support/access.ts';
import { askAs } from './support/contract.ts';
import { goTo, heading, signIn, staff, words } from './support/office.ts';
import { expect, test } from './support/test.ts';

test('a printer is set once; what it took is asked about in a corner, and what it lacks stands in the bar', async ({ keys }) => {
  const { page } = keys;
  const { printing } = words;
  const sink = await openReceiptSink();
  await signIn(keys, staff.supervisor);
  const printerId = await askAs(page, async (client) => {
    const printer = { way: 'network', address: sink.address, name: 'Epson', width: '80mm', opensDrawer: true } as const;
    const { id } = await act(client.printing.addPrinter, printer);
    await act(client.printing.setPaper, { use: 'receipt', printerId: id, locale: 'en' });
    return id;
  });
  const testPage = () => askAs(page, async (client) => act(client.printing.testPage, { printerId, locale: 'en' }));
  await expect(page.getByRole('button', { name: printing.bar.ready('Epson') })).toBeVisible();
  await goTo(keys, 'settings');
  await expect(page.getByRole('combobox', { name: printing.use.receipt, exact: true })).toHaveValue('Epson');
  await expectAccessible(page, 'settings with printers');

  await testPage();
  const question = page.getByRole('region', { name: printing.ask.label });
  await expect(question).toContainText(printing.ask.question(printing.paper['test-page']));
  await keys.press('Alt+n');
  await expect(question.getByRole('group', { name: printing.ask.why })).toBeVisible();
  await expectAccessible(page, 'why it did not come out');
  await keys.press('1');
  await expect(question).toContainText(printing.ask.spoiled);
  await keys.press('Alt+y');
  await expect(question).toContainText(printing.ask.question(printing.paper['test-page']));
  await keys.press('Alt+y');
  await expect(question).toBeHidden();
  expect(sink.jobs()).toHaveLength(2);

  sink.mood = 'paper-out';
  await testPage();
  await expect(page.getByRole('button', { name: printing.bar.notReady('Epson', printing.short['paper-out']) })).toBeVisible();
  await keys.press('p');
  await expect(heading(page, printing.title)).toBeVisible();
  const states = page.getByRole('table', { name: printing.title }).getByRole('row');
  await expect(states).toHaveCount(4);
  await expect(states.nth(1)).toContainText(printing.state.failed);
  await expect(states.nth(2)).toContainText(printing.state.done);
  await expect(states.nth(3)).toContainText(printing.state.spoiled);
  await expectAccessible(page, 'print jobs');
  sink.mood = 'ready';
  await keys.press('Control+p');
  await expect(question).toContainText(printing.ask.question(printing.paper['test-page']));
  await expect(page.getByRole('button', { name: printing.bar.ready('Epson') })).toBeVisible();
  await sink.close();
});
