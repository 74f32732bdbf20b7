import { displayPlate } from '#shared/domain/plate.ts';
import { textOfPages } from '#core/paper/pdf-text.ts';
import { expectState, goToRow, openCase, savePaper } from './support/case.ts';
import { openDuplicate, proveDuplicate, typeDuplicate } from './support/duplicate-logbook.ts';
import { goTo, signIn, signOut, staff, words } from './support/office.ts';
import { sellers } from './support/people.ts';
import { expect, test } from './support/test.ts';
import { payByMpesa } from './support/transfer.ts';

const lost = { plate: 'KMFP324B', reason: 'lost', owner: sellers.achieng } as const;
const { services, registrar } = words;
const own = services['duplicate-logbook'];

test.setTimeout(240_000);

test('a lost logbook is asked for, paid, approved and freed for printing, by keys alone', async ({ keys }) => {
  const { page } = keys;
  await signIn(keys, staff.clerk);
  await openDuplicate(keys);
  await typeDuplicate(keys, lost);
  await proveDuplicate(keys, lost);
  await expect(page.getByText('2,550').first()).toBeVisible();
  await payByMpesa(keys, 'UKM1DPLCT1');
  await expect(page.getByText(words.duplicateLogbook.reason.lost.label)).toBeVisible();
  await test.step('the application on paper says what it is, why, and nothing of a sale', async () => {
    const reference = (await page.getByText(/^D-/u).first().textContent()) ?? '';
    await keys.press('a');
    const text = (await textOfPages(await savePaper(keys, words.casePage.paper.application(reference)))).join(' ');
    for (const part of [own.name, words.duplicateLogbook.reason.lost.label, own.paper.mayNot[0]]) expect(text).toContain(part);
    expect(text).not.toContain(services.transfer.paper.mayNot[1]);
  });
  await signOut(keys);
  await test.step('the registrar sees the three papers and approves', async () => {
    await signIn(keys, staff.registrar);
    await goTo(keys, 'approve');
    await goToRow(keys, words.frame.nav.approve, lost.plate);
    await keys.enter();
    await expect(page.getByRole('region', { name: registrar.section.checks })).toContainText(words.duplicateLogbook.reason.lost.label);
    await keys.press('a');
    await expect(page.getByRole('dialog', { name: own.registrar.approveTitle(displayPlate(lost.plate)) })).toBeVisible();
    await keys.finish();
    await expect(page.getByRole('status').filter({ hasText: registrar.decided.approved })).toBeVisible();
    await signOut(keys);
  });
  await signIn(keys, staff.clerk);
  await openCase(keys, lost.plate, 'D');
  await expectState(page, 'ready', 'confirmed');
});
