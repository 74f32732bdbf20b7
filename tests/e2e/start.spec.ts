import type { Locator, Page } from '@playwright/test';
import { texts } from '#shared/text/text.ts';
import { startHubProcess } from './support/hub-process.ts';
import type { Keyboard } from './support/keyboard.ts';
import { choosePerson, goTo, heading, passwordOf, signIn, signOut, staff, words } from './support/office.ts';
import { buyers, sellers } from './support/people.ts';
import { expect, newPcTest, test } from './support/test.ts';
import * as at from './support/transfer.ts';

const { start, signIn: signInWords, people } = words;

newPcTest.describe('a new PC', () => {
  newPcTest.use({ hostArgs: [] });

  newPcTest('offers two choices, and Practice leads to the people of the practice office', async ({ keys }) => {
    const { page } = keys;
    await expect(heading(page, start.title)).toBeVisible();
    await expect(page.getByRole('heading', { level: 2 })).toHaveText([start.practice.title, start.enrol.title]);
    await keys.press('p');
    await signIn(keys, staff.clerk);
    await expect(page.getByRole('button', { name: words.frame.bar.why(words.frame.bar.practice) })).toBeVisible();
  });

  newPcTest('is enrolled at a hub, makes its admin, who adds a clerk, who chooses an own password', async ({ keys }) => {
    const { page } = keys;
    const hub = await startHubProcess();
    try {
      await expect(heading(page, start.title)).toBeVisible();
      await keys.press('e');
      const passphrase = 'mti wa mwembe mbichi';
      await fill(keys, [
        [box(page, start.enrol.hubUrl), hub.url],
        [box(page, start.enrol.code), await hub.issueCode('KSM01')],
        [box(page, start.enrol.passphrase), passphrase],
        [box(page, start.enrol.passphraseAgain), passphrase],
      ]);
      await expect(heading(page, start.admin.title)).toBeVisible();
      await fill(keys, [
        [box(page, start.admin.name), 'Wanjiru Njeri Kamau'],
        [box(page, start.admin.login), 'wanjiru'],
        [box(page, start.admin.password), 'ndizi tatu mbivu'],
        [box(page, start.admin.passwordAgain), 'ndizi tatu mbivu'],
      ]);
      await signIn(keys, 'Wanjiru Njeri Kamau', 'ndizi tatu mbivu');
      await addPerson(keys);
      await signOut(keys);
      await firstSignIn(keys);
    } finally {
      await hub.stop();
    }
  });
});

/** A field by its label, also where a password hides what is typed. */
function box(page: Page | Locator, label: string): Locator {
  return page.getByLabel(label, { exact: true });
}

/** Fills the fields of a form that begins in its first one and is sent by Enter in its last. */
async function fill(keys: Keyboard, answers: readonly (readonly [Locator, string])[]): Promise<void> {
  for (const [index, [field, text]] of answers.entries()) {
    if (index > 0) await keys.press('Tab');
    await expect(field).toBeFocused();
    await keys.page.keyboard.type(text);
  }
  await keys.enter();
}

async function addPerson(keys: Keyboard): Promise<void> {
  await goTo(keys, 'people');
  await keys.press('a');
  const dialog = keys.page.getByRole('dialog', { name: people.addTitle });
  const answers = [
    [box(dialog, people.fullName), 'Otieno Ouma Okello'],
    [box(dialog, people.login), 'otieno'],
    [box(dialog, people.firstPassword), 'neno la kwanza'],
  ] as const;
  for (const [index, [field, text]] of answers.entries()) {
    if (index > 0) await keys.press('Tab');
    await expect(field).toBeFocused();
    await keys.page.keyboard.type(text);
  }
  await keys.finish();
  await expect(keys.page.getByRole('row').filter({ hasText: 'Otieno Ouma Okello' })).toContainText(people.states.mustChange);
}

async function firstSignIn(keys: Keyboard): Promise<void> {
  const { page } = keys;
  const { change } = signInWords;
  await choosePerson(keys, 'Otieno Ouma Okello');
  await keys.answer(passwordOf(page, 'Otieno Ouma Okello'), 'neno la kwanza');
  await expect(heading(page, change.title)).toBeVisible();
  await fill(keys, [
    [box(page, change.current), 'neno la kwanza'],
    [box(page, change.next), 'neno langu mwenyewe'],
    [box(page, change.again), 'neno langu mwenyewe'],
  ]);
  await expect(heading(page, words.work.title)).toBeVisible();
}

/** A transfer with the buyer’s name half typed. */
async function typeHalfAName(keys: Keyboard): Promise<Locator> {
  await signIn(keys, staff.clerk);
  await at.openTransfer(keys);
  await at.typeUpToOwners(keys, { plate: 'KMFP324B', ownership: 'individual', seller: sellers.achieng, owners: {}, mpesaCode: '' });
  const name = at.partyField(keys.page, { role: 'buyer', party: buyers.kamau, name: 'name' });
  await keys.enter();
  await keys.answer(at.partyField(keys.page, { role: 'buyer', party: buyers.kamau, name: 'idNumber' }), buyers.kamau.idNumber);
  await expect(name).toBeFocused();
  await keys.page.keyboard.type('Kamau Pe');
  return name;
}

test('the desk locks itself when nobody touches a key, and the half-typed name is still there', async ({ keys }) => {
  const { page } = keys;
  const { lock } = signInWords;
  await page.clock.install();
  await page.reload();
  const name = await typeHalfAName(keys);
  await page.clock.fastForward('02:00:00');
  await expect(heading(page, lock.title)).toBeVisible();
  await page.keyboard.type('not the password');
  await keys.enter();
  await expect(page.getByRole('alert')).toBeVisible();
  await keys.press('Control+a');
  await keys.answer(box(page, lock.password(staff.clerk)), 'practice');
  await expect(heading(page, lock.title)).toBeHidden();
  await expect(name).toBeFocused();
  await page.keyboard.type('ter');
  await expect(name).toHaveValue('Kamau Peter');
});

test('Swahili and the dark screen come at once and leave the form as it is', async ({ keys }) => {
  const { page } = keys;
  await typeHalfAName(keys);
  const root = page.locator('html');
  const before = await root.getAttribute('data-mantine-color-scheme');
  await toFindBox(keys);
  await keys.press('Tab', 'ArrowRight');
  await expect(heading(page, texts.sw.services.transfer.name)).toBeVisible();
  await expect(root).toHaveAttribute('lang', 'sw');
  await keys.press('Tab', 'Enter');
  await expect(root).not.toHaveAttribute('data-mantine-color-scheme', before ?? '');
  const group = page.getByRole('group', { name: texts.sw.transfer.role.buyer, exact: true });
  await expect(at.field(group, texts.sw.transfer.field.name)).toHaveValue('Kamau Pe');
  await page.reload();
  await expect(heading(page, texts.sw.services.transfer.name)).toBeVisible();
  await expect(at.field(group, texts.sw.transfer.field.name)).toHaveValue('Kamau Pe');
});

/** Back over the page to the box on top, beside which the switches stand. */
async function toFindBox(keys: Keyboard): Promise<void> {
  const find = keys.page.getByRole('combobox', { name: words.search.label });
  for (let left = 40; left > 0 && !(await find.evaluate((one) => one === document.activeElement)); left -= 1) await keys.press('Shift+Tab');
  await expect(find).toBeFocused();
}
