import { displayPlate } from '#shared/domain/plate.ts';
import { textOfPages } from '#core/paper/pdf-text.ts';
import { refusalOf } from '../support/refused.ts';
import { expectState, goToRow, openCase, savePaper, walkTo } from './support/case.ts';
import { askAs } from './support/contract.ts';
import type { Keyboard } from './support/keyboard.ts';
import { goTo, setLine, signIn, signOut, staff, waitForVehicle, words } from './support/office.ts';
import { buyers, sellers } from './support/people.ts';
import { decide } from './support/registrar.ts';
import { expect, newPcTest as test } from './support/test.ts';
import * as at from './support/transfer.ts';

const { achieng, mutua } = sellers;

/** One for each form of ownership, with vehicles that everybody in the practice office knows. */
const individual = {
  plate: 'KMFP324B',
  ownership: 'individual',
  seller: achieng,
  owners: { buyer: buyers.kamau },
  mpesaCode: 'UKM1INDVD1',
} as const;
const joint = {
  plate: 'KMFU845G',
  ownership: 'joint',
  seller: achieng,
  owners: { buyer: buyers.kamau, 'second-owner': buyers.chebet },
  mpesaCode: 'UKM2JQNT22',
} as const;
const financed = {
  plate: 'KMFS201V',
  ownership: 'financier',
  seller: achieng,
  owners: { buyer: buyers.halima, financier: buyers.lender },
  mpesaCode: 'UKM3FNNCR3',
} as const;
const mission = {
  plate: 'KDT101A',
  ownership: 'diplomatic-mission',
  seller: mutua,
  owners: { mission: buyers.mission },
  mpesaCode: 'UKM4MSSN44',
} as const;
const company = {
  plate: 'KDT102A',
  ownership: 'company',
  seller: mutua,
  owners: { company: buyers.company },
  mpesaCode: 'UKM5CMPNY5',
} as const;
const all: readonly at.Transfer[] = [individual, joint, financed, mission, company];

test.setTimeout(300_000);

test('five transfers are taken with the line down, outlive a power cut, and are approved, returned and refused', async ({
  keys,
  powerCut,
}) => {
  const { page } = keys;
  await test.step('the clerk signs in and the line goes down', async () => {
    await signIn(keys, staff.clerk);
    await waitForVehicle(keys, company.plate);
    await setLine(keys, 'cut');
  });
  for (const transfer of [individual, joint]) {
    await test.step(`a transfer to ${transfer.ownership} is provisional on screen and on its receipt`, () => takeTransfer(keys, transfer));
  }
  await test.step('the host is killed in the middle of a word, and the form and the field come back with it', async () => {
    await at.openTransfer(keys);
    await at.typeUpToOwners(keys, financed);
    const half = financed.owners.financier.organisation.slice(0, 9);
    const lender = at.partyField(page, { role: 'financier', party: financed.owners.financier, name: 'organisation' });
    await at.typeParty(keys, 'buyer', financed.owners.buyer);
    await expect(lender).toBeFocused();
    await page.keyboard.type(half);
    await page.waitForTimeout(1_200);
    await expect(page.getByText(words.application.kept, { exact: true })).toBeVisible();
    await powerCut();
    await signIn(keys, staff.clerk);
    await expect(lender).toBeFocused();
    await expect(lender).toHaveValue(half);
    await keys.answer(lender, financed.owners.financier.organisation.slice(half.length));
    await expect(lender).toHaveValue(financed.owners.financier.organisation);
  });
  // A start joins a line that was cut for practice, so this one reaches the hub at once.
  await test.step('the transfer to a financier goes on where it stopped', async () => {
    await at.typeParty(keys, 'financier', financed.owners.financier, ['organisation']);
    await at.passCollection(keys);
    await finish(keys, financed, 'in-review');
  });
  await setLine(keys, 'cut');
  for (const transfer of [mission, company]) {
    await test.step(`a transfer to ${transfer.ownership} is provisional on screen and on its receipt`, () => takeTransfer(keys, transfer));
  }
  await test.step('the line comes back, the queue empties and every case is with the registrar', async () => {
    await goTo(keys, 'queue');
    await expect(page.getByRole('table', { name: words.queue.table }).getByRole('row').nth(1)).toContainText(
      words.queue.reasons['line-cut'](),
    );
    await setLine(keys, 'joined');
    await goTo(keys, 'queue');
    await expect(page.getByText(words.queue.emptyTitle)).toBeVisible();
    for (const { plate } of all) {
      await openCase(keys, plate);
      await expectState(page, 'in-review', 'provisional');
    }
  });
  const receipts = await receiptLines(keys);
  await test.step('the registrar approves one, returns one and refuses one', async () => {
    await signOut(keys);
    await signIn(keys, staff.registrar);
    await decide(keys, individual.plate, { outcome: 'approved' });
    await decide(keys, financed.plate, { outcome: 'returned', reason: 'buyer-details-wrong', note: 'The box number is not hers.' });
    await decide(keys, mission.plate, { outcome: 'refused', reason: 'logbook-of-another-vehicle', note: 'The chassis number differs.' });
    await signOut(keys);
  });
  await test.step('the clerk sees each state with its words', async () => {
    await signIn(keys, staff.clerk);
    await openCase(keys, individual.plate);
    await expectState(page, 'ready', 'confirmed');
    await openCase(keys, mission.plate);
    await expectState(page, 'refused', 'ended');
    await expect(page.getByText(words.registrar.reason['logbook-of-another-vehicle'])).toBeVisible();
    await expect(page.getByText('The chassis number differs.')).toBeVisible();
    await openCase(keys, financed.plate);
    await expectState(page, 'returned', 'provisional');
    await expect(page.getByText(words.registrar.reason['buyer-details-wrong'])).toBeVisible();
    await expect(page.getByText('The box number is not hers.')).toBeVisible();
  });
  await test.step('the returned one is mended and sent again with no second fee', async () => {
    await mend(keys);
    expect(await receiptLines(keys)).toEqual(receipts);
    await signOut(keys);
    await signIn(keys, staff.registrar);
    await decide(keys, financed.plate, { outcome: 'approved' });
    await signOut(keys);
  });
  await test.step('the copy of an approved eLogbook opens as a PDF, and of nothing else', async () => {
    await signIn(keys, staff.clerk);
    await printCopy(keys, individual.plate);
    for (const { plate } of [joint, mission]) await expectNoCopy(keys, plate);
  });
});

/** A whole transfer from `N T` to its receipt, and what the clerk and the customer then hold. */
async function takeTransfer(keys: Keyboard, transfer: at.Transfer): Promise<void> {
  await at.openTransfer(keys);
  await at.typeUpToOwners(keys, transfer);
  await at.typeOwners(keys, transfer);
  await finish(keys, transfer);
}

async function finish(
  keys: Keyboard,
  { plate, ownership, owners, seller, mpesaCode }: at.Transfer,
  state: 'queued' | 'in-review' = 'queued',
): Promise<void> {
  await at.attachPapers(keys);
  await at.confirmAll(keys, { seller, ownership, owners });
  await at.payByMpesa(keys, mpesaCode);
  await expectState(keys.page, state, 'provisional');
  await expect(keys.page.getByText(words.states.meaning[state])).toBeVisible();
  const receiptNumber = await keys.page.getByRole('region', { name: words.casePage.section.money }).getByText(/^R-/u).textContent();
  await keys.press('Control+p');
  const [text = ''] = await textOfPages(await savePaper(keys, words.casePage.paper.receipt(receiptNumber ?? '')));
  for (const part of ['PRACTICE', 'PROVISIONAL', receiptNumber ?? '', displayPlate(plate), mpesaCode]) expect(text).toContain(part);
}

/** The receipts of the office as the money page lists them. */
async function receiptLines(keys: Keyboard): Promise<readonly string[]> {
  await goTo(keys, 'money');
  const rows = keys.page.getByRole('table', { name: words.frame.nav.money }).getByRole('row');
  await expect(rows).toHaveCount(all.length + 1);
  // Out of the box in which receipts are looked for, so that letters are keys again.
  await keys.press('Escape');
  return (await rows.allTextContents()).map((line) => /R-\S+?\d{6}/u.exec(line)?.[0] ?? '');
}

/** The buyer’s address is put right, so both sides confirm again; the receipt stays. */
async function mend(keys: Keyboard): Promise<void> {
  const { page } = keys;
  const { buyer } = financed.owners;
  await keys.press('F2');
  // The reason speaks of the buyer, so that is the step which opens.
  await at.stepIs(page, 'buyer');
  const address = at.partyField(page, { role: 'buyer', party: buyer, name: 'postalAddress' });
  await walkTo(keys, address);
  await keys.press('Control+a');
  await page.keyboard.type('P.O. Box 78-70100, Garissa');
  await walkTo(keys, at.collectorField(page));
  await keys.enter();
  await at.stepIs(page, 'papers');
  await keys.enter();
  await at.confirmAll(keys, financed);
  await at.stepIs(page, 'money');
  await keys.finish();
  await expect(page.getByText(words.casePage.resubmitted)).toBeVisible();
  await expect(page.getByText(words.states.label['in-review'], { exact: true })).toBeVisible();
}

async function printCopy(keys: Keyboard, plate: string): Promise<void> {
  const { page } = keys;
  await goTo(keys, 'logbooks');
  const row = await goToRow(keys, words.frame.nav.logbooks, plate);
  const number = /EL-\d{4}-\d{8}/u.exec((await row.textContent()) ?? '')?.[0] ?? '';
  await keys.press('c');
  await expect(page.getByRole('dialog', { name: words.logbooks.copyTitle(displayPlate(plate)) })).toBeVisible();
  await keys.finish();
  const [text = ''] = await textOfPages(await savePaper(keys, words.casePage.paper.copy(number)));
  for (const part of ['PRACTICE', displayPlate(plate), number]) expect(text).toContain(part);
}

/** No key offers the copy, and who asks past the screen is refused. */
async function expectNoCopy(keys: Keyboard, plate: string): Promise<void> {
  const { page } = keys;
  await openCase(keys, plate);
  await keys.press('?');
  const overlay = page.getByRole('dialog', { name: words.frame.keys.title });
  await expect(overlay).toContainText(words.casePage.action.receipt);
  await expect(overlay).not.toContainText(words.casePage.action.copy);
  await keys.press('Escape');
  await expect(overlay).toBeHidden();
  const id = /cases\/([^/]+)/u.exec(page.url())?.[1] ?? '';
  await askAs(page, async (client) => {
    const refusals = [
      await refusalOf(
        client.logbooks.issueCopy({ entryId: crypto.randomUUID(), act: { id, sheetSerial: null, further: null, locale: 'en' } }),
      ),
      await refusalOf(client.paper.get({ paper: { kind: 'logbook-copy', id, copy: 1 }, width: 'a4', locale: 'en' })),
    ];
    expect(refusals.map(({ code }) => code)).toEqual(['paper.not-approved', 'paper.not-approved']);
  });
}
