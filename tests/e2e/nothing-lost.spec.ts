import path from 'node:path';
import { displayPlate } from '#shared/domain/plate.ts';
import { textOfPages } from '#core/paper/pdf-text.ts';
import { expectAccessible } from './support/access.ts';
import { expectState, savePaper } from './support/case.ts';
import { askAs } from './support/contract.ts';
import { startHubProcess } from './support/hub-process.ts';
import { goTo, heading, signIn, signOut, staff, words } from './support/office.ts';
import { expect, newPcTest, test } from './support/test.ts';
import * as at from './support/transfer.ts';
import { clerk, damage, openOffice, plate, sell, sellElsewhere, withOtherOwner } from './support/trouble.ts';

const { queue, system, start, casePage } = words;

test('what the hub refuses opens at its field, keeps its number and first time, and leaves the queue only by a supervisor’s word', async ({
  keys,
}) => {
  const { page } = keys;
  await signIn(keys, staff.clerk);
  const receiptNumber = await askAs(page, (client) => sell(client, 'UKM7REFVSD', withOtherOwner));
  await goTo(keys, 'queue');
  const row = page.getByRole('table', { name: queue.table }).getByRole('row').nth(1);
  await expect(row).toContainText(queue.states.refused);
  await expect(page.getByText(queue.discard.needsSupervisor)).toBeVisible();
  await keys.press('j');
  await keys.enter();
  await at.stepIs(page, 'seller');
  const field = at.field(page, words.transfer.field.idNumber);
  await expect(field).toBeFocused();
  const reason = words.application.hubSays(words.problems.sentences['party.not-owner']?.({}) ?? '');
  await expect(page.locator(`[id="${await field.getAttribute('id')}-error"]`)).toHaveText(reason);
  await expect(page.getByText(casePage.decision.hub)).toBeVisible();
  await expect(page.getByText(receiptNumber)).toBeVisible();
  await expectAccessible(page, 'refused case');
  await keys.press('Escape', 'Escape');
  await signOut(keys);
  await signIn(keys, staff.supervisor);
  await goTo(keys, 'queue');
  await expect(row).toContainText(queue.states.refused);
  await keys.press('d');
  const dialog = page.getByRole('dialog', { name: queue.discard.title(words.records.kinds['applications.submit'] ?? '') });
  await expect(dialog).toContainText(staff.clerk);
  await expect(at.field(dialog, queue.discard.reason)).toBeFocused();
  await keys.finish();
  await expect(dialog).toContainText(queue.discard.reasonShort);
  await expectAccessible(page, 'discard');
  await page.keyboard.type('Sold by somebody else');
  await keys.finish();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(queue.emptyTitle)).toBeVisible();
  await goTo(keys, 'records');
  const line = page.getByRole('row').filter({ hasText: words.records.kinds['queue.discard'] ?? '' });
  await expect(line).toContainText('Sold by somebody else');
  await expect(line).toContainText(staff.supervisor);
});

test('a damaged data file is brought back from its copies with every receipt, and numbers go on under another letter', async ({
  keys,
  dataDir,
  powerCut,
}) => {
  const { page } = keys;
  await signIn(keys, staff.clerk);
  const receiptNumber = await askAs(page, (client) => sell(client, 'UKM7DAMAGE'));
  await powerCut(() => damage(path.join(dataDir, 'practice')));
  await expect(heading(page, start.recovery.title.damaged)).toBeVisible();
  await expect(page.getByRole('button', { name: /delete|erase|remove/iu })).toHaveCount(0);
  await expect(page.getByRole('region', { name: start.recovery.restore.title })).toContainText(start.recovery.restore.whole);
  await expectAccessible(page, 'recovery');
  await keys.press('r');
  const told = page.getByRole('alert').filter({ hasText: start.restored.title });
  await expect(told).toContainText(start.restored.letter('B'));
  await signIn(keys, staff.clerk);
  await goTo(keys, 'money');
  await expect(page.getByRole('table', { name: words.frame.nav.money })).toContainText(receiptNumber);
});

test('an admin walks the System page by keys: backs up, checks, makes the code for the safe and cuts the power', async ({ keys }) => {
  const { page } = keys;
  await signIn(keys, staff.admin);
  await goTo(keys, 'system');
  await expect(page.getByRole('region', { name: system.copies.title })).toBeVisible();
  await expectAccessible(page, 'system of an admin');
  await keys.press('b');
  await expect(page.getByRole('status').filter({ hasText: /^Backed up and checked/u })).toBeVisible({ timeout: 30_000 });
  await keys.press('v');
  await expect(page.getByRole('status').filter({ hasText: system.copies.checked })).toBeVisible({ timeout: 30_000 });
  await keys.press('r');
  const dialog = page.getByRole('dialog', { name: system.keys.dialog.title });
  await expect(dialog).toBeVisible();
  await keys.finish();
  await expect(dialog.getByLabel(system.keys.dialog.code)).toHaveText(/^[A-Z0-9]{4}(-[A-Z0-9]{4})+$/u);
  await expect(dialog.getByRole('button', { name: system.keys.dialog.done })).toBeDisabled();
  await dialog.getByRole('checkbox').press('Space');
  await keys.finish();
  await expect(dialog).toBeHidden();
  await keys.press('d');
  await expect(page.getByText(/nothing that was acknowledged was lost/u)).toBeVisible({ timeout: 60_000 });
});

newPcTest.describe('two offices sell one vehicle', () => {
  newPcTest.use({ hostArgs: [] });

  newPcTest('the second gets a card with both acts, a slip to print, and lawful ways on', async ({ keys }) => {
    const { page } = keys;
    const hub = await startHubProcess(['--practice']);
    try {
      await openOffice(page, { hubUrl: hub.url, code: await hub.issueCode('NRB01') });
      await signIn(keys, clerk.name, clerk.password);
      const other = await sellElsewhere(page, hub);
      const receiptNumber = await askAs(page, (client) => sell(client, 'UKM7DVBLE7'));
      await goTo(keys, 'queue');
      await expect(page.getByRole('table', { name: queue.table }).getByRole('row').nth(1)).toContainText(queue.states.conflict);
      await keys.press('j');
      await keys.enter();
      await expectState(page, 'conflict', 'provisional');
      const card = page.getByRole('region', { name: casePage.conflictCard.label });
      for (const part of [clerk.name, other.clerk.name, 'Kisumu', receiptNumber]) await expect(card).toContainText(part);
      await expectAccessible(page, 'conflict card');
      await keys.press('s');
      const reference =
        (await page
          .getByText(/^T-NRB01-/u)
          .first()
          .textContent()) ?? '';
      const [text = ''] = await textOfPages(await savePaper(keys, casePage.paper.conflictSlip(reference)));
      for (const part of ['NOT CONFIRMED', 'PROVISIONAL', receiptNumber, displayPlate(plate), other.clerk.name])
        expect(text).toContain(part);
      await keys.press('x');
      await expect(page.getByRole('dialog', { name: casePage.cancel.title })).toBeVisible();
      await keys.finish();
      await expectState(page, 'cancelled', 'ended');
    } finally {
      await hub.stop();
    }
  });
});
