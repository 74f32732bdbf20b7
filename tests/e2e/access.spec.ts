import type { Page } from '@playwright/test';
import { partyOfOwner } from '#shared/domain/services/owner-part.ts';
import { people } from '../support/transfer-body.ts';
import { pay, transferReadyToPay } from '../support/transfer-case.ts';
import { expectAccessible } from './support/access.ts';
import { goToRow } from './support/case.ts';
import { askAs } from './support/contract.ts';
import { goTo, heading, setLine, signIn, signOut, staff, words } from './support/office.ts';
import { buyers, sellers } from './support/people.ts';
import { expect, newPcTest, test } from './support/test.ts';
import * as at from './support/transfer.ts';

newPcTest.describe('a new PC', () => {
  newPcTest.use({ hostArgs: [] });

  newPcTest('its first two screens are open to everybody', async ({ keys }) => {
    const { page } = keys;
    await expect(heading(page, words.start.title)).toBeVisible();
    await expectAccessible(page, 'first start');
    await keys.press('e');
    await expect(heading(page, words.start.enrol.formTitle)).toBeVisible();
    await keys.press('Enter');
    await expect(page.getByRole('alert')).toBeVisible();
    await expectAccessible(page, 'enrolment with errors');
  });
});

const transfer = {
  plate: 'KMFU845G',
  ownership: 'individual',
  seller: sellers.achieng,
  owners: { buyer: buyers.kamau },
  mpesaCode: 'UKM1ACCSS1',
} as const;

test('a transfer is open to everybody, from its first step to its receipt', async ({ keys }) => {
  const { page } = keys;
  await signIn(keys, staff.clerk);
  await expectAccessible(page, 'work, empty');
  await at.openTransfer(keys);
  await expectAccessible(page, 'vehicle, not found yet');
  await at.findVehicle(keys, transfer.plate);
  await expectAccessible(page, 'vehicle');
  await at.typeMileage(keys);
  await expectAccessible(page, 'seller');
  await at.passSeller(keys, transfer.seller);
  await at.chooseOwnership(keys, transfer.ownership);
  await expectAccessible(page, 'buyer');
  await at.typeOwners(keys, transfer);
  await expectAccessible(page, 'papers');
  await at.attachPapers(keys);
  await expectAccessible(page, 'confirm');
  await at.confirmAll(keys, transfer);
  await expectAccessible(page, 'money');
  await at.payByMpesa(keys, transfer.mpesaCode);
  await expectAccessible(page, 'case');
  await keys.press('Control+p');
  await expect(page.getByRole('img', { name: words.casePage.paper.page(1, 1) })).toBeVisible();
  await expectAccessible(page, 'paper');
});

test('the pages of the office are open to everybody', async ({ keys }) => {
  const { page } = keys;
  await expect(page.getByRole('radiogroup', { name: words.signIn.who })).toBeVisible();
  await expectAccessible(page, 'sign-in');
  await signIn(keys, staff.clerk);
  await setLine(keys, 'cut');
  await takeOne(page);
  await goTo(keys, 'work');
  await expect(page.getByRole('table', { name: words.work.table })).toBeVisible();
  await expectAccessible(page, 'work');
  await keys.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page, 'keys');
  await keys.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await keys.press('n');
  await expect(heading(page, words.newCase.title)).toBeVisible();
  await expectAccessible(page, 'new case');
  for (const place of ['logbooks', 'money', 'queue', 'settings', 'system'] as const) {
    await goTo(keys, place);
    await expectAccessible(page, place);
    await keys.press('Escape');
  }
  await keys.press('g', 'k');
  await expect(heading(page, words.signIn.lock.title)).toBeVisible();
  await expectAccessible(page, 'lock');
});

test('the pages of registrar, supervisor and admin are open to everybody', async ({ keys }) => {
  const { page } = keys;
  await signIn(keys, staff.clerk);
  await takeOne(page);
  await signOut(keys);
  await signIn(keys, staff.registrar);
  await goTo(keys, 'approve');
  await goToRow(keys, words.frame.nav.approve, 'KMFP324B');
  await expectAccessible(page, 'approve');
  await keys.enter();
  await expect(page.getByRole('img', { name: words.casePage.paper.page(1, 1) })).toBeVisible();
  await expectAccessible(page, 'case to decide');
  await keys.press('r');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page, 'decision');
  await keys.press('Escape');
  await signOut(keys);
  await signIn(keys, staff.admin);
  await goTo(keys, 'records');
  await keys.press('v');
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page, 'records');
  await goTo(keys, 'people');
  await expectAccessible(page, 'people');
  await keys.press('a');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page, 'new person');
});

/** One paid transfer, made past the screen. */
async function takeOne(page: Page): Promise<void> {
  await askAs(page, async (client) => {
    const { vehicle } = await client.vehicles.find({ text: 'KMFP324B' });
    const owner = vehicle?.owners[0];
    if (!vehicle || !owner) throw new Error('This office does not know its demonstration vehicle');
    const ready = await transferReadyToPay({ client }, { vehicle, parties: { ...people, seller: partyOfOwner(owner) } });
    await pay({ client }, ready, 'UKM8ACCE55');
  });
}
