import type { PartyField } from '#shared/domain/party-fields.ts';
import { expectState, goToRow, openCase, savePaper } from '../e2e/support/case.ts';
import { askAs } from '../e2e/support/contract.ts';
import type { Keyboard } from '../e2e/support/keyboard.ts';
import { goTo, setLine, signIn, signOut, staff, waitForVehicle, words } from '../e2e/support/office.ts';
import { buyers, sellers } from '../e2e/support/people.ts';
import { decide } from '../e2e/support/registrar.ts';
import { expect, newPcTest as test } from '../e2e/support/test.ts';
import * as at from '../e2e/support/transfer.ts';
import { takePicture } from './picture.ts';

const { achieng, mutua } = sellers;
const approved = {
  plate: 'KMFP324B',
  ownership: 'individual',
  seller: achieng,
  owners: { buyer: buyers.kamau },
  mpesaCode: 'UKM1PQTRS1',
} as const;
const waiting = {
  plate: 'KDT101A',
  ownership: 'individual',
  seller: mutua,
  owners: { buyer: buyers.chebet },
  mpesaCode: 'UKM2PQTRS2',
} as const;
const returned = {
  plate: 'KMFS201V',
  ownership: 'individual',
  seller: achieng,
  owners: { buyer: buyers.halima },
  mpesaCode: 'UKM3PQTRS3',
} as const;
const stolenPlate = 'KDM303C';

/** A page of a paper takes this long to be drawn on a busy PC. */
const drawingMs = 1_500;

test.setTimeout(600_000);

test('a day at the practice office', async ({ keys }) => {
  const { page } = keys;
  const picture = (name: string) => takePicture(page, name);
  await test.step('the clerk comes', async () => {
    await expect(page.getByRole('radiogroup', { name: words.signIn.who })).toBeVisible({ timeout: 90_000 });
    await picture('sign-in');
    await signIn(keys, staff.clerk);
    await waitForVehicle(keys, stolenPlate);
    await expect(page.getByText(words.work.emptyTitle)).toBeVisible();
    await picture('work-empty');
    await keys.press('n');
    await expect(page.getByRole('heading', { level: 1, name: words.newCase.title })).toBeVisible();
    await picture('new');
    await goTo(keys, 'work');
    await keys.press('?');
    const overlay = page.getByRole('dialog', { name: words.frame.keys.title });
    await expect(overlay).toBeVisible();
    await picture('keys');
    await keys.press('Escape');
    await expect(overlay).toBeHidden();
  });
  await test.step('a stolen vehicle stops at the counter', async () => {
    await at.openTransfer(keys);
    await picture('transfer-vehicle');
    await at.findVehicle(keys, stolenPlate);
    await expect(page.getByText(words.services.transfer.subject.stopTitle)).toBeVisible();
    await expect(page.getByText(words.application.kept, { exact: true })).toBeVisible();
    await picture('transfer-vehicle-stop');
    await keys.press('Escape');
    await expect(page.getByRole('heading', { level: 1, name: words.work.title })).toBeVisible();
  });
  await setLine(keys, 'cut');
  await test.step('a transfer, step by step', () => walkTransfer(keys));
  await test.step('its papers', () => showPapers(keys));
  for (const transfer of [waiting, returned]) await test.step(`a transfer of ${transfer.plate}`, () => takeTransfer(keys, transfer));
  await test.step('the queue while the line is cut', async () => {
    await goTo(keys, 'queue');
    await expect(page.getByRole('table', { name: words.queue.table }).getByRole('row').nth(3)).toBeVisible();
    await picture('queue-line-down');
    await setLine(keys, 'joined');
    await goTo(keys, 'queue');
    await expect(page.getByText(words.queue.emptyTitle)).toBeVisible();
    await signOut(keys);
  });
  await test.step('the registrar decides', () => decideCases(keys));
  await test.step('what the clerk sees then', () => showOutcomes(keys));
  await test.step('what the admin sees', async () => {
    await signOut(keys);
    await signIn(keys, staff.admin);
    await goTo(keys, 'records');
    await keys.press('v');
    await expect(page.getByText(words.records.verified(0).split(':')[0] ?? '')).toBeVisible();
    await picture('records-verify');
    for (const place of ['people', 'settings', 'system'] as const) {
      await goTo(keys, place);
      await page.waitForTimeout(300);
      await keys.press('Escape');
      await picture(place);
    }
  });
});

async function walkTransfer(keys: Keyboard): Promise<void> {
  const { page } = keys;
  await at.openTransfer(keys);
  await at.typeUpToOwners(keys, approved);
  await at.typeParty(keys, 'buyer', approved.owners.buyer);
  await takePicture(page, 'transfer-buyer');
  await at.passCollection(keys);
  await keys.press('p');
  await expect(page.getByRole('button', { name: words.application.papers.practice })).toBeHidden();
  await expect(page.getByRole('main').getByRole('img', { name: words.casePage.paper.page(1, 1) })).toBeVisible();
  await page.waitForTimeout(drawingMs);
  await takePicture(page, 'transfer-papers');
  await keys.enter();
  await at.stepIs(page, 'confirm');
  await takePicture(page, 'transfer-confirm');
  await at.confirmAll(keys, approved);
  await at.field(page, words.money.code.mpesa).fill(approved.mpesaCode);
  await takePicture(page, 'transfer-money');
  await at.field(page, words.money.code.mpesa).fill('');
  await at.payByMpesa(keys, approved.mpesaCode);
  await expectState(page, 'queued', 'provisional');
  await takePicture(page, 'case-provisional');
}

/** The receipt on screen in both widths; papers.pictures.ts draws papers as they are printed. */
async function showPapers(keys: Keyboard): Promise<void> {
  const { page } = keys;
  const { paper } = words.casePage;
  const receiptNumber = (await page.getByRole('region', { name: words.casePage.section.money }).getByText(/^R-/u).textContent()) ?? '';
  for (const [width, name] of [
    ['a4', 'receipt'],
    ['80mm', 'receipt-80mm'],
  ] as const) {
    await keys.press('Control+p');
    await page.getByRole('dialog').getByRole('radio', { name: paper[width] }).press('Space');
    await page.waitForTimeout(drawingMs);
    await takePicture(page, name);
    await savePaper(keys, paper.receipt(receiptNumber));
  }
}

async function takeTransfer(keys: Keyboard, transfer: at.Transfer): Promise<void> {
  await at.openTransfer(keys);
  await at.typeUpToOwners(keys, transfer);
  if (transfer === waiting) await typeWrongBuyer(keys);
  await at.typeOwners(keys, transfer);
  await at.attachPapers(keys);
  await at.confirmAll(keys, transfer);
  await at.payByMpesa(keys, transfer.mpesaCode);
}

/** The seller as the buyer, and half a phone number; then the fields are empty again. */
async function typeWrongBuyer({ page }: Keyboard): Promise<void> {
  const field = (name: PartyField) => at.partyField(page, { role: 'buyer', party: waiting.owners.buyer, name });
  await field('idNumber').fill(waiting.seller.idNumber);
  await field('phone').fill('0190');
  await page.getByRole('button', { name: words.application.next(words.application.step.papers) }).press('Enter');
  await expect(page.getByText(/things to put right/u)).toBeVisible();
  await takePicture(page, 'transfer-buyer-problems');
  for (const name of ['idNumber', 'phone'] as const) await field(name).fill('');
  await field('idKind').focus();
}

async function decideCases(keys: Keyboard): Promise<void> {
  const { page } = keys;
  await signIn(keys, staff.registrar);
  await goTo(keys, 'approve');
  await expect(page.getByRole('table', { name: words.frame.nav.approve }).getByRole('row')).toHaveCount(4);
  await takePicture(page, 'registrar-list');
  await goToRow(keys, words.frame.nav.approve, waiting.plate);
  await keys.enter();
  await expect(page.getByRole('region', { name: words.application.papers.kind.logbook }).getByRole('img')).toBeVisible();
  await page.waitForTimeout(drawingMs);
  await takePicture(page, 'registrar-case');
  await decide(keys, approved.plate, { outcome: 'approved' });
  await decide(keys, returned.plate, { outcome: 'returned', reason: 'buyer-details-wrong', note: 'The box number is not hers.' });
  await signOut(keys);
}

async function showOutcomes(keys: Keyboard): Promise<void> {
  const { page } = keys;
  const setScreen = (locale: 'en' | 'sw', scheme: 'light' | 'dark') =>
    askAs(page, (client) => client.settings.setScreen({ locale, scheme }));
  await signIn(keys, staff.clerk);
  await openCase(keys, returned.plate);
  await expectState(page, 'returned', 'provisional');
  await takePicture(page, 'case-returned');
  await openCase(keys, approved.plate);
  await expectState(page, 'ready', 'confirmed');
  await takePicture(page, 'case-confirmed');
  await setScreen('en', 'dark');
  await page.reload();
  await expect(page.getByRole('region', { name: words.casePage.timeline })).toBeVisible();
  await takePicture(page, 'case-dark');
  await setScreen('en', 'light');
  await page.reload();
  await expect(page.getByRole('region', { name: words.casePage.timeline })).toBeVisible();
  for (const [place, name] of [
    ['logbooks', 'logbooks'],
    ['money', 'receipts'],
    ['work', 'work'],
  ] as const) {
    await goTo(keys, place);
    await expect(page.getByRole('main').getByRole('table')).toBeVisible();
    await keys.press('Escape');
    await takePicture(page, name);
  }
  await setScreen('sw', 'light');
  await page.reload();
  await expect(page.getByRole('main').getByRole('table')).toBeVisible();
  await takePicture(page, 'work-swahili');
  await setScreen('en', 'light');
  await page.reload();
  await expect(page.getByRole('main').getByRole('table')).toBeVisible();
}
