import type { Locator } from '@playwright/test';
import { formatAmount, formatKes } from '#shared/base/money.ts';
import { checkKraPin } from '#shared/domain/kra-pin.ts';
import { checkPlate, displayPlate } from '#shared/domain/plate.ts';
import type { FieldProblem } from '#shared/domain/refusal.ts';
import { partyOfOwner } from '#shared/domain/services/owner-part.ts';
import type { CoreClient } from '../support/desk.ts';
import { encryptedPdf, notAPdf } from '../support/pdf-samples.ts';
import { people } from '../support/transfer-body.ts';
import { pay, transferReadyToPay, type ReadyToPay } from '../support/transfer-case.ts';
import { openCase } from './support/case.ts';
import { askAs } from './support/contract.ts';
import type { Keyboard } from './support/keyboard.ts';
import { choosePerson, heading, passwordOf, setLine, signIn, staff, words } from './support/office.ts';
import { buyers, sellers } from './support/people.ts';
import { expect, test } from './support/test.ts';
import * as at from './support/transfer.ts';

const { problems, refusals, services, transfer } = words;

/** The sentence that a person reads for a problem. */
function sentence({ code, facts }: Pick<FieldProblem, 'code' | 'facts'>): string {
  return problems.sentences[code]?.(facts) ?? problems.other(code);
}

function problemOf<P>(checked: { readonly ok: true } | { readonly ok: false; readonly problem: P }): P {
  if (checked.ok) throw new Error('There is nothing wrong with it');
  return checked.problem;
}

/** What stands in red at a field. */
async function errorOf(field: Locator): Promise<Locator> {
  const id = await field.getAttribute('id');
  return field.page().locator(`[id="${id}-error"]`);
}

test('a plate with letters that plates never carry is asked about, with what it may be', async ({ keys }) => {
  await signIn(keys, staff.clerk);
  await at.openTransfer(keys);
  const box = at.field(keys.page, transfer.vehicle.find);
  for (const typed of ['KDT1O1A', 'KMFI324B']) {
    await keys.press('Control+a');
    await keys.answer(box, typed);
    await expect(await errorOf(box)).toHaveText(sentence(problemOf(checkPlate(typed))));
    await expect(box).toHaveValue(typed);
  }
});

test('the seller’s own ID and a PIN with a slip stand in red at their fields, and stay as typed', async ({ keys }) => {
  const { page } = keys;
  await signIn(keys, staff.clerk);
  await at.openTransfer(keys);
  await at.typeUpToOwners(keys, { plate: 'KMFP324B', ownership: 'individual', seller: sellers.achieng, owners: {}, mpesaCode: '' });
  const party = { ...buyers.kamau, idNumber: sellers.achieng.idNumber, kraPin: 'A09OOOOOO3D' };
  await at.typeParty(keys, 'buyer', party);
  for (const [name, problem] of [
    ['idNumber', { code: 'party.is-seller', facts: {} }],
    ['kraPin', problemOf(checkKraPin(party.kraPin))],
  ] as const) {
    const box = at.partyField(page, { role: 'buyer', party, name });
    await expect(await errorOf(box)).toHaveText(sentence(problem));
    await expect(box).toHaveValue(party[name]);
  }
  await keys.enter();
  await keys.pass(at.collectorField(page));
  await at.stepIs(page, 'buyer');
  await expect(page.getByRole('alert')).toContainText(sentence({ code: 'party.is-seller', facts: {} }));
});

test('a text named .pdf and a locked PDF are turned away with their reasons', async ({ keys }) => {
  const { page } = keys;
  const { papers } = words.application;
  await signIn(keys, staff.clerk);
  await at.openTransfer(keys);
  await at.findVehicle(keys, 'KMFP324B');
  await keys.press('Escape');
  await openCase(keys, 'KMFP324B');
  await keys.press('F2');
  await at.pageDownTo(keys, 'papers');
  for (const [name, file, code] of [
    ['logbook.pdf', notAPdf(), 'scan.not-a-pdf'],
    ['locked.pdf', await encryptedPdf(), 'scan.encrypted'],
  ] as const) {
    await page
      .getByLabel(papers.kind.logbook)
      .locator('input[type="file"]')
      .setInputFiles({ name, mimeType: 'application/pdf', buffer: file });
    const refusal = page.getByRole('alert').filter({ hasText: papers.refused(name) });
    await expect(refusal).toContainText(sentence({ code, facts: {} }));
  }
  await expect(page.getByRole('button', { name: papers.practice })).toBeVisible();
});

test('a second transfer of a vehicle names the first and leads to it', async ({ keys }) => {
  const { page } = keys;
  await signIn(keys, staff.clerk);
  await at.openTransfer(keys);
  await at.findVehicle(keys, 'KMFU845G');
  const first = await page.getByText(/^T-NRB01-/u).textContent();
  await keys.press('Escape');
  await expect(heading(page, words.work.title)).toBeVisible();
  await at.openTransfer(keys);
  await at.findVehicle(keys, 'KMFU845G');
  const stop = page.getByRole('alert').filter({ hasText: services.transfer.subject.stopTitle });
  await expect(stop).toContainText(`Application ${first ?? '?'} already holds it`);
  await expect(page.getByText(services.transfer.subject.sayStopped)).toBeVisible();
  await keys.press('F9');
  await expect(page.getByRole('region', { name: words.casePage.timeline })).toBeVisible();
  await expect(page.getByText(first ?? '?')).toBeVisible();
});

test('with the hub gone an unknown vehicle is typed from its logbook', async ({ keys }) => {
  const { page } = keys;
  const plate = 'KMYZ999Z';
  await signIn(keys, staff.clerk);
  await setLine(keys, 'cut');
  await at.openTransfer(keys);
  const box = at.field(page, transfer.vehicle.find);
  await keys.answer(box, plate);
  const note = page.getByRole('alert');
  await expect(note).toContainText(transfer.vehicle.notHere(plate));
  await expect(note).toContainText(transfer.vehicle.lineDown);
  await expect(box).toHaveValue(plate);
  await keys.press('F6');
  const { fact } = transfer;
  await keys.pass(at.field(page, fact.plate));
  await keys.pass(page.getByRole('combobox', { name: fact.plateClass }));
  await keys.pass(page.getByRole('combobox', { name: fact.kind }));
  await keys.answer(at.field(page, fact.chassis), 'MD2A11CY8JWO00417');
  await expect(at.field(page, fact.plate)).toHaveValue(plate);
  await expect(page.getByRole('main')).toContainText('Is it MD2A11CY8JW000417?');
  await expect(at.field(page, fact.chassis)).toHaveValue('MD2A11CY8JWO00417');
});

/** The name in `resources/reference/fee-schedules.json`. */
const defaultSchedule = '2026 transfer charges';

/** Plate and transfer fee in shillings; the e-sticker adds 750 (DOMAIN §1.2, table A). */
const bands = [
  ['KDT101A', 1500],
  ['KDT102A', 2000],
  ['KDT103A', 2000],
  ['KDT104A', 2500],
  ['KDT113A', 4500],
  ['KDT114A', 5000],
  ['ZC1234', 3000],
] as const;

test('both sides of the fee bands, and the stop where the schedule has no row', async ({ keys }) => {
  const { page } = keys;
  const summary = page.getByRole('complementary').getByRole('table');
  await signIn(keys, staff.clerk);
  await at.openTransfer(keys);
  for (const [plate, kes] of bands) {
    await at.findVehicle(keys, plate);
    await expect(summary).toContainText(formatAmount(kes * 100));
    await expect(summary).toContainText(formatKes((kes + 750) * 100));
    await keys.press('F6');
  }
  await at.findVehicle(keys, 'ZC1235');
  await expect(page.getByRole('complementary')).toContainText(words.money.noRowTitle);
  await at.pageDownTo(keys, 'money');
  const stop = page.getByRole('alert').filter({ hasText: words.money.noRowTitle });
  await expect(stop).toContainText(`“${defaultSchedule}” has no row for trailer, wheels 2`);
  await expect(page.getByRole('button', { name: words.money.take })).toHaveCount(0);
});

test('a payment code is taken once', async ({ keys }) => {
  const { page } = keys;
  const code = 'UKM7TW1CE0';
  await signIn(keys, staff.clerk);
  const receiptNumber = await askAs(page, async (client) => {
    const [first] = [await readyToPay(client, 'KMFP324B'), await readyToPay(client, 'KMFS201V')];
    return pay({ client }, first, code);
  });
  await openCase(keys, 'KMFS201V');
  await payWith(keys, code);
  await expect(page.getByRole('alert')).toContainText(refusals['payment.code-used']({ receiptNumber }));
  await expect(at.field(page, words.money.code.mpesa)).toHaveValue(code);
});

/** Everything but the money, by the commands that a screen gives. */
async function readyToPay(client: CoreClient, plate: string): Promise<ReadyToPay> {
  const { vehicle } = await client.vehicles.find({ text: plate });
  const owner = vehicle?.owners[0];
  if (!vehicle || !owner) throw new Error(`This office does not know ${displayPlate(plate)}`);
  return transferReadyToPay({ client }, { vehicle, parties: { ...people, seller: partyOfOwner(owner) } });
}

/** From the case page to the money step, the code, and Ctrl+Enter. */
async function payWith(keys: Keyboard, code: string): Promise<void> {
  const { page } = keys;
  await keys.press('F2');
  await at.pageDownTo(keys, 'money');
  await keys.answer(at.field(page, words.money.code.mpesa), code);
  await keys.finish();
}

/** DESIGN §8. */
const triesBeforeLock = 5;

test('wrong passwords are told, and after five the name is locked for a minute', async ({ keys }) => {
  const { page } = keys;
  const box = passwordOf(page, staff.clerk);
  await choosePerson(keys, staff.clerk);
  for (let left = triesBeforeLock - 1; left > 0; left -= 1) {
    await keys.press('Control+a');
    await keys.answer(box, `guess ${left}`);
    await expect(page.getByRole('alert')).toHaveText(refusals['sign-in.wrong']({}));
    await expect(box).toHaveValue(`guess ${left}`);
  }
  await keys.press('Control+a');
  await keys.answer(box, 'guess 0');
  await expect(page.getByRole('alert')).toContainText(/^Too many wrong passwords\. You can try again at \d\d:\d\d\.$/u);
});
