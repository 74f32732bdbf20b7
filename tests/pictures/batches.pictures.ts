import { headingOf } from '#shared/domain/batch/batch-columns.ts';
import { batchFields, type BatchCells } from '#shared/domain/batch/batch-row.ts';
import { goodCells } from '../batches/dealer-file.ts';
import { askAs } from '../e2e/support/contract.ts';
import type { Keyboard } from '../e2e/support/keyboard.ts';
import { goTo, setLine, signIn, signOut, staff, waitForVehicle, words } from '../e2e/support/office.ts';
import { expect, newPcTest as test } from '../e2e/support/test.ts';
import { act, type CoreClient } from '../support/desk.ts';
import { inAllLooks } from './picture.ts';

const { batches, batchSent } = words;
const rowCount = 200;
const longFile = 40_000;
const waitMs = 90_000;

test.setTimeout(600_000);

interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Rows as a dealer sends them, with three slips. */
function dealerFile(rows: number): ChosenFile {
  const slips: Readonly<Record<number, BatchCells>> = { 2: { year: '2O26' }, 5: { ratingCc: '125' }, 9: { ownership: 'pair' } };
  const lines = Array.from({ length: rows }, (_, n) => {
    const cells = { ...goodCells(n + 1), ...slips[n] };
    return batchFields.map((field) => cells[field] ?? '').join(';');
  });
  return fileOf('delivery.csv', [batchFields.map(headingOf).join(';'), ...lines].join('\r\n'));
}

function fileOf(name: string, text: string): ChosenFile {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
}

async function chooseFile({ page }: Keyboard, file: ChosenFile): Promise<void> {
  await page.getByLabel(batches.file.choose, { exact: true }).and(page.locator('input')).setInputFiles(file);
}

test('a dealer’s batch from its file to what became of each motorcycle', async ({ keys }) => {
  const { page } = keys;
  await expect(page.getByRole('radiogroup', { name: words.signIn.who })).toBeVisible({ timeout: waitMs });
  await signIn(keys, staff.supervisor);
  await waitForVehicle(keys, 'KDM303C');
  const id = await askAs(page, openBatch);
  await openPage(keys);
  await expect(page.getByText(batches.file.title)).toBeVisible();
  await inAllLooks(page, 'batch-empty');
  await chooseFile(keys, dealerFile(rowCount));
  await expect(page.getByRole('heading', { name: batches.mapping.title })).toBeVisible();
  await inAllLooks(page, 'batch-mapping');
  await keys.finish();
  await expect(page.getByRole('grid', { name: batches.sheet.label })).toBeFocused();
  await keys.press('F4');
  await inAllLooks(page, 'batch-problems');
  await askAs(page, async (client) => {
    const { rows } = await client.batches.get({ id });
    const bad = rows.filter(({ state }) => state === 'bad').map((row) => ({ id: row.id, cells: goodCells(row.position - 1) }));
    // A row is named by its line in the file, whose first holds the headings.
    await client.batches.keepRows({ id, rows: bad });
  });
  await keys.press('Escape');
  await signOut(keys);
  await signIn(keys, staff.clerk);
  await askAs(page, async (client) => {
    await act(client.batches.check, { id });
  });
  await openPage(keys);
  await expect(page.getByRole('grid', { name: batches.sheet.label })).toBeVisible();
  await inAllLooks(page, 'batch-good');
  await expect(page.getByRole('button', { name: batchSent.pay.action, exact: true })).toBeVisible();
  await showPayment(keys, id);
  await showReview(keys, id);
  await showResult(keys);
});

test('what may go wrong with a dealer’s file, with the line down', async ({ keys }) => {
  const { page } = keys;
  await signIn(keys, staff.supervisor);
  await setLine(keys, 'cut');
  await goTo(keys, 'batches');
  await expect(page.getByText(batches.emptyTitle)).toBeVisible();
  await inAllLooks(page, 'batches-none');
  await askAs(page, openBatch);
  await openPage(keys);
  await chooseFile(keys, fileOf('order.csv', `Chassis;Engine\r\n${'MD2A57AZ100000001;"DZZWTK00001\r\n'.repeat(40_000)}`));
  await expect(page.getByRole('alert')).toBeVisible();
  await inAllLooks(page, 'batch-fault');
  await chooseFile(keys, dealerFile(longFile));
  await expect(page.getByRole('heading', { name: batches.mapping.title })).toBeVisible({ timeout: waitMs });
  await keys.finish();
  await expect(page.getByRole('progressbar')).toHaveAttribute('value', /^[1-9]/u);
  await inAllLooks(page, 'batch-progress');
  await keys.press('Escape');
  await expect(page.getByText(batches.file.cancelled)).toBeVisible();
  await inAllLooks(page, 'batch-stopped');
  for (const again of [false, true]) {
    if (again) await keys.press('Alt+f');
    await chooseFile(keys, dealerFile(rowCount));
    await expect(page.getByRole('heading', { name: batches.mapping.title })).toBeVisible();
    await keys.finish();
    await expect(page.getByRole('grid', { name: batches.sheet.label })).toBeFocused();
  }
  await inAllLooks(page, 'batch-same-file');
});

async function openBatch(client: CoreClient): Promise<string> {
  const { id: dealerId } = await act(client.batches.addDealer, {
    name: 'Simba Pikipiki Dealers Limited',
    kraPin: 'P051238838Z',
    phone: '0722000111',
  });
  return (await act(client.batches.open, { dealerId })).id;
}

async function openPage(keys: Keyboard): Promise<void> {
  await goTo(keys, 'batches');
  await expect(keys.page.getByRole('table', { name: words.frame.nav.batches })).toBeVisible();
  await keys.enter();
  await expect(keys.page.getByRole('heading', { level: 1, name: /^B-/u })).toBeVisible();
}

async function showPayment(keys: Keyboard, id: string): Promise<void> {
  const { page } = keys;
  await keys.press('Alt+m');
  await expect(page.getByRole('textbox', { name: words.money.code.mpesa })).toBeFocused();
  await page.keyboard.type('UKM1BATCH1');
  await inAllLooks(page, 'batch-payment');
  await keys.finish();
  const states = page.getByRole('status', { name: batchSent.page.states });
  await expect(states).toBeVisible();
  await inAllLooks(page, 'batch-sent');
  await expect(states).toHaveText(`${rowCount} ${batchSent.state['in-review']}`, { timeout: waitMs });
  await askAs(page, (client) => client.batches.units({ id }));
  await signOut(keys);
}

async function showReview(keys: Keyboard, id: string): Promise<void> {
  const { page } = keys;
  await signIn(keys, staff.registrar);
  await goTo(keys, 'approve');
  await expect(page.getByRole('table', { name: words.frame.nav.approve })).toContainText('Simba Pikipiki', { timeout: waitMs });
  await keys.enter();
  await expect(page.getByRole('table', { name: batchSent.page.list })).toBeVisible();
  for (let left = 3; left > 0; left -= 1) {
    await keys.press('ArrowDown', 'x');
    await expect(page.getByRole('dialog').getByRole('checkbox').first()).toBeFocused();
    await keys.press('Tab', 'Space');
    if (left === 1) await inAllLooks(page, 'batch-goes-back');
    await keys.finish();
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  await inAllLooks(page, 'batch-registrar');
  await askAs(page, async (client) => {
    const { units } = await client.registrar.units({ applicationId: id });
    const returned = units
      .slice(1, 4)
      .map(({ unit }) => ({ unitId: unit.id, reasons: ['engine-differs' as const], note: 'Seen on the frame' }));
    await act(client.registrar.decideBatch, { applicationId: id, returned });
  });
  await signOut(keys);
}

async function showResult(keys: Keyboard): Promise<void> {
  const { page } = keys;
  await signIn(keys, staff.clerk);
  await openPage(keys);
  await expect(page.getByRole('note')).toContainText(batchSent.page.cameBack(3, rowCount), { timeout: waitMs });
  await inAllLooks(page, 'batch-result');
  await keys.press('m');
  await expect(page.getByRole('grid', { name: batches.sheet.label })).toBeFocused();
  await inAllLooks(page, 'batch-mend');
}
