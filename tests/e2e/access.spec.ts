import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { displayPlate } from '#shared/domain/plate.ts';
import { goToRow, openCase } from './support/case.ts';
import { askAs } from './support/contract.ts';
import { goTo, setLine, signIn, signOut, staff, words } from './support/office.ts';
import { buyers, sellers } from './support/people.ts';
import { expect, test } from './support/test.ts';
import * as at from './support/transfer.ts';

const transfer = {
  plate: 'KMFP324B',
  ownership: 'individual',
  seller: sellers.achieng,
  owners: { buyer: buyers.kamau },
  mpesaCode: 'UKM1ACCSS1',
} as const;

test.setTimeout(300_000);

/** What axe finds on the screen as it stands, in few words. */
async function violationsOn(page: Page, screen: string): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${screen}: ${id} at ${target.join(' ')}: ${any[0]?.message ?? ''}`),
  );
}

for (const scheme of ['light', 'dark'] as const) {
  test(`no screen keeps anybody out in the ${scheme} scheme`, async ({ keys }) => {
    const { page } = keys;
    const found: string[] = [];
    const look = async (screen: string) => {
      found.push(...(await violationsOn(page, screen)));
    };
    await expect(page.getByRole('radiogroup', { name: words.signIn.who })).toBeVisible();
    await askAs(page, (client) => client.settings.setScreen({ locale: 'en', scheme }));
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
    await look('sign-in');
    await signIn(keys, staff.clerk);
    await look('work, empty');
    await keys.press('n');
    await expect(page.getByRole('heading', { level: 1, name: words.newCase.title })).toBeVisible();
    await look('new');
    await goTo(keys, 'work');
    await setLine(keys, 'cut');
    await look('system');
    await at.openTransfer(keys);
    await look('transfer, vehicle');
    await at.typeUpToOwners(keys, transfer);
    await look('transfer, buyer');
    await at.typeOwners(keys, transfer);
    await look('transfer, papers');
    await at.attachPapers(keys);
    await look('transfer, confirm');
    await at.confirmAll(keys, transfer);
    await look('transfer, money');
    await at.payByMpesa(keys, transfer.mpesaCode);
    await look('case');
    await keys.press('Control+p');
    await expect(page.getByRole('dialog').getByRole('img')).toBeVisible();
    await look('receipt');
    await keys.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    for (const place of ['work', 'queue', 'money', 'logbooks', 'settings'] as const) {
      await goTo(keys, place);
      await page.keyboard.press('Escape');
      await look(place);
    }
    await setLine(keys, 'joined');
    await goTo(keys, 'queue');
    await expect(page.getByText(words.queue.emptyTitle)).toBeVisible();
    await openCase(keys, transfer.plate);
    await signOut(keys);
    await signIn(keys, staff.registrar);
    await goTo(keys, 'approve');
    await look('approve');
    await goToRow(keys, words.frame.nav.approve, transfer.plate);
    await keys.enter();
    await expect(page.getByRole('region', { name: words.application.papers.kind.logbook }).getByRole('img')).toBeVisible();
    await look('registrar’s case');
    await keys.press('x');
    await expect(page.getByRole('dialog', { name: words.registrar.refuseTitle(displayPlate(transfer.plate)) })).toBeVisible();
    await look('refusal');
    await keys.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await signOut(keys);
    await signIn(keys, staff.admin);
    for (const place of ['records', 'people', 'system'] as const) {
      await goTo(keys, place);
      await look(place);
    }
    expect(found).toEqual([]);
  });
}
