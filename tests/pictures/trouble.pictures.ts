import path from 'node:path';
import { askAs } from '../e2e/support/contract.ts';
import { startHubProcess } from '../e2e/support/hub-process.ts';
import { goTo, heading, signIn, signOut, staff, words } from '../e2e/support/office.ts';
import { expect, newPcTest, test } from '../e2e/support/test.ts';
import * as at from '../e2e/support/transfer.ts';
import { clerk, damage, openOffice, sell, sellElsewhere, withOtherOwner } from '../e2e/support/trouble.ts';
import { startWebHost } from '../support/web-host.ts';
import { takePicture } from './picture.ts';

test.setTimeout(600_000);

test('what the hub refuses, the drill, and a damaged file', async ({ keys, host, dataDir, hostArgs }) => {
  const { page } = keys;
  await signIn(keys, staff.clerk);
  await askAs(page, (client) => sell(client, 'UKM7REFVSD', withOtherOwner));
  await goTo(keys, 'queue');
  await expect(page.getByRole('table', { name: words.queue.table })).toContainText(words.queue.states.refused);
  await takePicture(page, 'queue-refused');
  await keys.press('j');
  await keys.enter();
  await at.stepIs(page, 'seller');
  await takePicture(page, 'case-refused');
  await keys.press('Escape', 'Escape');
  await signOut(keys);
  await signIn(keys, staff.admin);
  await goTo(keys, 'system');
  await expect(page.getByRole('region', { name: words.system.copies.title })).toBeVisible();
  await takePicture(page, 'system-state');
  await keys.press('d');
  await expect(page.getByText(/nothing that was acknowledged was lost/u)).toBeVisible({ timeout: 90_000 });
  await page.getByText(/nothing that was acknowledged was lost/u).scrollIntoViewIfNeeded();
  await takePicture(page, 'system-drill');
  await host.kill();
  await damage(path.join(dataDir, 'practice'));
  const next = await startWebHost({ dataDir, args: [...hostArgs, '--port', new URL(host.url).port] });
  await page.goto(next.url);
  await expect(heading(page, words.start.recovery.title.damaged)).toBeVisible();
  await takePicture(page, 'recovery');
  await keys.press('r');
  await expect(page.getByRole('alert').filter({ hasText: words.start.restored.title })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('radiogroup', { name: words.signIn.who })).toBeVisible({ timeout: 60_000 });
  await takePicture(page, 'recovery-done');
  await next.stop();
});

newPcTest.describe('two offices', () => {
  newPcTest.use({ hostArgs: [] });

  newPcTest('sell one vehicle', async ({ keys }) => {
    const { page } = keys;
    const hub = await startHubProcess(['--practice']);
    await openOffice(page, { hubUrl: hub.url, code: await hub.issueCode('NRB01') });
    await signIn(keys, clerk.name, clerk.password);
    await sellElsewhere(page, hub);
    await askAs(page, (client) => sell(client, 'UKM7DVBLE7'));
    await goTo(keys, 'queue');
    await expect(page.getByRole('table', { name: words.queue.table })).toContainText(words.queue.states.conflict);
    await keys.press('j');
    await keys.enter();
    await expect(page.getByRole('region', { name: words.casePage.conflictCard.label })).toBeVisible();
    await takePicture(page, 'case-conflict');
    await hub.stop();
  });
});
