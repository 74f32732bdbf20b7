import { confirmationMethods } from '#shared/domain/party.ts';
import type { PartyField } from '#shared/domain/party-fields.ts';
import { partyLabel } from '#renderer/features/party/party-words.ts';
import { completeLearner } from '#tests/support/learner-body.ts';
import { expectAccessible } from './support/access.ts';
import { expectState } from './support/case.ts';
import { goTo, heading, signIn, signOut, staff, words } from './support/office.ts';
import { expect, test } from './support/test.ts';
import { attachPapers, field, payByMpesa, stepIs } from './support/transfer.ts';

const service = 'provisional-licence';
const learner = completeLearner();
const { name } = learner.parties.driver;
const { provisionalLicence, registrar, services } = words;
const own = services[service];

const labelOf = (one: PartyField) => partyLabel(words.transfer, { role: 'driver', field: one, isOrganisation: false });

test.setTimeout(240_000);

test('a provisional licence is typed from an ID, paid, approved and numbered, by keys alone', async ({ keys }) => {
  const { page } = keys;
  await signIn(keys, staff.clerk);
  await keys.press('n', 'p');
  await expect(heading(page, own.name)).toBeVisible();
  await stepIs(page, 'driver', service);
  await keys.pass(page.getByRole('combobox', { name: labelOf('idKind'), exact: true }));
  for (const one of ['idNumber', 'name', 'kraPin', 'phone'] as const)
    await keys.answer(field(page, labelOf(one)), learner.parties.driver[one]);
  await expect(page.getByText(provisionalLicence.driver.unknown)).toBeVisible();
  await expectAccessible(page, 'provisional licence');
  await keys.answer(field(page, provisionalLicence.driver.dateOfBirth), '2010-04-30');
  await stepIs(page, 'class', service);
  await test.step('a class for which the learner is too young is named with its age', async () => {
    await keys.answer(page.getByRole('combobox', { name: provisionalLicence.class.class }), 'B2');
    await keys.answer(field(page, provisionalLicence.class.school), learner.school);
    await expect(page.getByText(/asks for 18 years/u).first()).toBeVisible();
    await expectAccessible(page, 'provisional licence');
    await keys.press('PageUp');
    await stepIs(page, 'driver', service);
    await expect(page.getByRole('combobox', { name: labelOf('idKind'), exact: true })).toBeFocused();
    const born = field(page, provisionalLicence.driver.dateOfBirth);
    for (let left = 8; left > 0 && !(await born.evaluate((one) => one === document.activeElement)); left -= 1) await keys.press('Tab');
    await keys.press('Control+a');
    await keys.answer(born, learner.dateOfBirth);
    await stepIs(page, 'class', service);
    await keys.press('PageDown');
  });
  await attachPapers(keys);
  const card = page.getByRole('region', { name: new RegExp(`^${words.transfer.role.driver}: `, 'u') });
  const { confirm } = words.application;
  const declaration = card.getByRole('checkbox', { name: confirm.declaration });
  await expect(declaration).toBeFocused();
  await keys.press('Space');
  await keys.pass(declaration);
  const typed = card.getByRole('radiogroup', { name: confirm.methodLabel }).getByRole('radio', { name: confirm.method['typed-name'] });
  for (let left = confirmationMethods.length; left > 0 && !(await typed.isChecked()); left -= 1) await keys.press('ArrowDown');
  await keys.pass(typed);
  await keys.answer(field(card, confirm.typedName), name);
  await keys.enter();
  await stepIs(page, 'money', service);
  await payByMpesa(keys, 'UKM1PDLCT1');
  await expect(page.getByText(learner.school).first()).toBeVisible();
  const reference = (await page.getByText(/^P-/u).first().textContent()) ?? '';
  await signOut(keys);
  await test.step('the registrar sees class and school, and approves', async () => {
    await signIn(keys, staff.registrar);
    await goTo(keys, 'approve');
    const row = page.getByRole('table', { name: words.frame.nav.approve }).getByRole('row').filter({ hasText: 'Njoki W.' });
    await expect(row).toBeVisible();
    await keys.press('ArrowDown', 'Home');
    for (let left = 40; left > 0 && !(await row.evaluate((one) => one === document.activeElement)); left -= 1)
      await keys.press('ArrowDown');
    await keys.enter();
    await expect(page.getByRole('region', { name: registrar.section.checks })).toContainText(learner.school);
    await expectAccessible(page, 'provisional licence');
    await keys.press('a');
    await expect(page.getByRole('dialog', { name: own.registrar.approveTitle('Njoki W.') })).toBeVisible();
    await keys.finish();
    await expect(page.getByRole('status').filter({ hasText: registrar.decided.approved })).toBeVisible();
    await signOut(keys);
  });
  await signIn(keys, staff.clerk);
  await keys.press('/');
  await page.keyboard.type(reference);
  await expect(page.getByRole('listbox', { name: words.search.results }).getByRole('option').first()).toContainText(reference);
  await keys.enter();
  await expectState(page, 'approved', 'confirmed');
  await expect(page.getByText(/^PDL-/u)).toBeVisible();
  await expectAccessible(page, 'provisional licence');
});
