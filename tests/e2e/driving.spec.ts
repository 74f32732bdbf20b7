import { addDays, type Day } from '#shared/base/instant.ts';
import type { CounterServiceId } from '#shared/domain/application.ts';
import { shortName, type PartyField } from '#shared/domain/party-fields.ts';
import { partyLabel } from '#renderer/features/party/party-words.ts';
import { dayText } from '#renderer/ui/time-words.ts';
import { completeLearner } from '#tests/support/learner-body.ts';
import { expectAccessible } from './support/access.ts';
import { expectState, savePaper } from './support/case.ts';
import { askAs } from './support/contract.ts';
import type { Keyboard } from './support/keyboard.ts';
import { goTo, goToTests, heading, setLine, signIn, signOut, staff, words } from './support/office.ts';
import { expect, test } from './support/test.ts';
import { attachPapers, confirmByName, field, payByMpesa, stepIs } from './support/transfer.ts';

const learner = completeLearner();
const { casePage, interimLicence, provisionalLicence, registrar, services, testBooking, testDay, tests } = words;

const labelOf = (one: PartyField) => partyLabel(words.transfer, { role: 'driver', field: one, isOrganisation: false });

test.setTimeout(240_000);

test('a learner gets a provisional licence, and with the line down a seat, another one, and none, by keys alone', async ({ keys }) => {
  const { page } = keys;
  const { name, idNumber } = learner.parties.driver;
  await signIn(keys, staff.clerk);
  await takeLearner(keys);
  await test.step('seats are kept at hand, and the line is cut', async () => {
    await goToTests(keys);
    await expect(page.getByRole('button', { name: tests.calendar.keep })).toBeVisible();
    await expectAccessible(page, 'calendar of tests');
    await keys.press('F7');
    await expect(page.getByRole('button', { name: tests.calendar.state.final(5) }).first()).toBeVisible();
    await setLine(keys, 'cut');
  });
  const place = (label: keyof typeof testBooking.place & ('class' | 'centre' | 'day' | 'session')) =>
    page.getByRole('combobox', { name: testBooking.place[label], exact: true });
  await test.step('a day that a guide calls too early is asked about', async () => {
    await keys.press('n', 's');
    await takeKnownDriver(keys, 'test-booking', idNumber);
    await stepIs(page, 'place', 'test-booking');
    await expect(place('class')).toHaveValue('A2');
    await keys.pass(place('class'));
    await keys.answer(place('centre'), 'Nairobi');
    await keys.press('ArrowDown');
    await keys.pass(place('day'));
    await keys.press('ArrowDown');
    await expect(page.getByText(/^By one guide the first test of this learner comes from/u)).toBeVisible();
    await expectAccessible(page, 'day of a test');
  });
  const reference = await test.step('a later one is FINAL with its seat, and the slip says so', async () => {
    await keys.press('Shift+Tab', 'ArrowDown');
    await keys.pass(place('day'));
    await keys.press('ArrowDown');
    await expect(page.getByText(/^FINAL at once/u)).toBeVisible();
    await keys.press('PageDown', 'PageDown');
    await confirmDriver(keys, name);
    await stepIs(page, 'money', 'test-booking');
    await payByMpesa(keys, 'UKM1TEST02');
    await expectState(page, 'approved', 'confirmed');
    const booked = (await page.getByText(/^S-/u).first().textContent()) ?? '';
    await expect(page.getByText('Nairobi Driving Test Unit')).toBeVisible();
    await expectAccessible(page, 'case of a test');
    await keys.press('p');
    expect((await savePaper(keys, casePage.paper.testSlip(booked))).length).toBeGreaterThan(1_000);
    return booked;
  });
  await test.step('it is moved to another day, and the first seat is free', async () => {
    await keys.press('m');
    const dialog = page.getByRole('dialog', { name: testBooking.reschedule.title });
    const day = dialog.getByRole('combobox', { name: testBooking.place.day });
    await expect(day).toBeFocused();
    await expect(day.getByRole('option').nth(1)).toBeAttached();
    await keys.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Tab', 'ArrowDown');
    await expect(dialog.getByText(/^FINAL at once/u)).toBeVisible();
    await keys.press('Tab');
    await page.keyboard.type('At a funeral upcountry on that day');
    await expectAccessible(page, 'moving a test');
    await keys.finish();
    await said(keys, testBooking.reschedule.done(1));
    await expectState(page, 'approved', 'confirmed');
  });
  await test.step('it is given up, and its slip counts for nothing', async () => {
    await keys.press('x');
    await expect(page.getByRole('dialog', { name: casePage.cancel.title })).toBeVisible();
    await page.keyboard.type('Learns with another school now');
    await keys.finish();
    await expectState(page, 'cancelled', 'ended');
    await goToTests(keys);
    await expect(page.getByRole('region', { name: tests.lists.label })).not.toContainText(reference);
    await expectAccessible(page, 'tests with nothing booked');
  });
});

/** A learner who is new to the register, from the ID in the clerk's hand to the number of the provisional licence. */
async function takeLearner(keys: Keyboard): Promise<void> {
  const { page } = keys;
  const { name } = learner.parties.driver;
  const service = 'provisional-licence';
  const own = services[service];
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
    await keys.answer(page.getByRole('combobox', { name: provisionalLicence.class.class }), 'A2');
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
  await confirmDriver(keys, name);
  await stepIs(page, 'money', service);
  await payByMpesa(keys, 'UKM1PDLCT1');
  await expect(page.getByText(learner.school).first()).toBeVisible();
  const reference = (await page.getByText(/^P-/u).first().textContent()) ?? '';
  await test.step('the registrar sees class and school, and approves', async () => {
    await openForApproval(keys, name);
    await expect(page.getByRole('region', { name: registrar.section.checks })).toContainText(learner.school);
    await expectAccessible(page, 'provisional licence');
    await approve(keys, service, name);
  });
  await reopen(keys, reference);
  await expectState(page, 'approved', 'confirmed');
  await expect(page.getByText(/^PDL-/u)).toBeVisible();
  await expectAccessible(page, 'provisional licence');
}

test('candidates are checked in, fail and pass, wait for the resit, and drive on an interim licence, by keys alone', async ({ keys }) => {
  const { page } = keys;
  await signIn(keys, staff.clerk);
  await openTestDay(keys);
  const today = (await askAs(page, (client) => client.testDay.choices({}))).today;
  const [first, second, third] = await candidates(keys, today);
  await test.step('the list for the examiner comes out of the printer', async () => {
    await expect(page.getByText(testDay.counted(6, 0, 0), { exact: false })).toBeVisible();
    await expectAccessible(page, 'test day');
    await keys.press('l');
    const [centre] = (await askAs(page, (client) => client.testDay.choices({}))).centres;
    await savePaper(keys, await titleOf(keys, testDay.listPaper(centre?.name ?? '', '')));
  });
  const code = page.getByRole('textbox', { name: testDay.code });
  await test.step('two are checked in by their ID, one does not come', async () => {
    await toField(keys, code);
    await keys.answer(code, first.idNumber);
    await said(keys, testDay.checkedIn(first.name, 1));
    await keys.answer(code, second.idNumber);
    await said(keys, testDay.checkedIn(second.name, 2));
    await toRow(keys, third.name);
    await keys.press('x');
    await expect(page.getByRole('dialog', { name: testDay.absentTitle(third.name) })).toBeVisible();
    await keys.finish();
    await said(keys, testDay.absentDone(third.name));
  });
  await test.step('one fails on the yard and takes the slip along', async () => {
    await toRow(keys, first.name);
    await keys.press('m');
    const dialog = page.getByRole('dialog', { name: testDay.marksTitle(first.name) });
    await expect(dialog.getByRole('textbox').first()).toBeFocused();
    await page.keyboard.type('90');
    await keys.enter();
    await page.keyboard.type('40');
    await expect(dialog.getByText(/do not pass/u)).toBeVisible();
    await expectAccessible(page, 'marks');
    await keys.finish();
    await savePaper(keys, await titleOf(keys, testDay.slipPaper('')));
  });
  const certificate = await test.step('one passes and takes the certificate along', async () => {
    await toRow(keys, second.name);
    await keys.press('m');
    const dialog = page.getByRole('dialog', { name: testDay.marksTitle(second.name) });
    await expect(dialog.getByRole('textbox').first()).toBeFocused();
    for (const marks of ['90', '85', '80']) {
      await page.keyboard.type(marks);
      await keys.enter();
    }
    const title = await titleOf(keys, testDay.certificatePaper(''));
    expect((await savePaper(keys, title)).length).toBeGreaterThan(1_000);
    return title.slice(testDay.certificatePaper('').length);
  });
  await expect(page.getByText(testDay.counted(6, 2, 3), { exact: false })).toBeVisible();
  await expectAccessible(page, 'test day with results');
  await test.step('a resit before the wait is over is refused with the day from which it may be', async () => {
    await keys.press('n', 's');
    await takeKnownDriver(keys, 'test-booking', first.idNumber);
    await stepIs(page, 'place', 'test-booking');
    const { place } = words.testBooking;
    const chosen = (label: string) => page.getByRole('combobox', { name: label, exact: true });
    await keys.pass(chosen(place.class));
    await keys.answer(chosen(place.centre), 'Nairobi');
    await keys.press('ArrowDown');
    await keys.pass(chosen(place.day));
    await keys.press('ArrowDown');
    await keys.pass(chosen(place.session));
    await expect(page.getByText(`may be taken again from ${dayText(addDays(today, 21), 'en')}`).first()).toBeVisible();
    await expectAccessible(page, 'resit too early');
  });
  await test.step('who passed asks for the interim licence', async () => {
    await keys.press('Escape');
    await stepIs(page, 'driver', 'test-booking');
    await keys.press('Escape');
    await expect(page.getByRole('heading', { level: 1, name: services['test-booking'].name })).toBeHidden();
    await keys.press('n', 'i');
    await takeKnownDriver(keys, 'interim-licence', second.idNumber);
    await stepIs(page, 'class', 'interim-licence');
    const wanted = page.getByRole('combobox', { name: interimLicence.class.class });
    await expect(wanted).toHaveValue('A2');
    await expectAccessible(page, 'interim licence');
    await keys.press('PageDown', 'PageDown');
    await confirmDriver(keys, second.name);
    await stepIs(page, 'money', 'interim-licence');
    await payByMpesa(keys, 'UKM1TEST01');
    await expect(page.getByRole('button', { name: casePage.action.interimLicence, exact: true })).toBeVisible();
    await keys.press('p');
    await savePaper(keys, await titleOf(keys, interimLicence.paperTitle('')));
  });
  const reference = (await page.getByText(/^I-/u).first().textContent()) ?? '';
  await test.step('the registrar approves it', async () => {
    await openForApproval(keys, second.name);
    await approve(keys, 'interim-licence', second.name);
  });
  await reopen(keys, reference);
  await expectState(page, 'approved', 'confirmed');
  await keys.press('p');
  await savePaper(keys, await titleOf(keys, interimLicence.paperTitle('')));
  expect(certificate).toMatch(/^E-/u);
});

async function openTestDay(keys: Keyboard): Promise<void> {
  await goToTests(keys);
  await expect(keys.page.getByRole('navigation', { name: tests.tabs.label })).toBeVisible();
  await keys.press('2');
  await expect(heading(keys.page, testDay.title)).toBeVisible();
}

interface Candidate {
  readonly name: string;
  readonly idNumber: string;
}

/** The first three of the list that the practice register makes for every day, with their IDs, which the screen hides. */
async function candidates(keys: Keyboard, today: Day): Promise<readonly [Candidate, Candidate, Candidate]> {
  const { page } = keys;
  const rows = page.getByRole('table', { name: testDay.title }).getByRole('row');
  await expect(rows).toHaveCount(7, { timeout: 60_000 });
  const list = await askAs(page, async (client) => {
    const { centres, sessions } = await client.testDay.choices({});
    return client.testDay.list({ centre: centres[0]?.code ?? '', day: today, session: sessions[0]?.id ?? '' });
  });
  const idOf = async (name: string) => {
    const hits = await askAs(page, (client) => client.search.find({ text: name, limit: 20 }));
    return (
      hits
        .find(({ kind, title }) => kind === 'driver' && title === name)
        ?.id.split(':')
        .at(-1) ?? ''
    );
  };
  const known = await Promise.all(list.candidates.slice(0, 3).map(async ({ name }) => ({ name, idNumber: await idOf(name) })));
  const [first, second, third] = known;
  if (!first || !second || !third) throw new Error('Nobody is booked for today');
  return [first, second, third];
}

/** The whole title of the paper that is on screen, by what it begins with. */
async function titleOf(keys: Keyboard, begin: string): Promise<string> {
  const title = keys.page
    .getByRole('dialog')
    .getByRole('heading')
    .filter({ hasText: begin.trim().replace(/,\s*$/u, '') });
  await expect(title).toBeVisible();
  return (await title.textContent()) ?? '';
}

function said({ page }: Keyboard, sentence: string): Promise<void> {
  return expect(page.getByRole('status').filter({ hasText: sentence })).toBeVisible();
}

async function toField(keys: Keyboard, target: ReturnType<Keyboard['page']['locator']>): Promise<void> {
  for (let left = 40; left > 0 && !(await target.evaluate((one) => one === document.activeElement)); left -= 1) await keys.press('Tab');
  await expect(target).toBeFocused();
}

/** Out of the check-in field and down the list to this candidate. */
async function toRow(keys: Keyboard, name: string): Promise<void> {
  const row = keys.page.getByRole('table', { name: testDay.title }).getByRole('row').filter({ hasText: name });
  const isTyping = () => keys.page.evaluate(() => document.activeElement instanceof HTMLInputElement);
  while (await isTyping()) await keys.press('Tab');
  await keys.press('ArrowDown', 'Home');
  for (let left = 10; left > 0 && !(await row.evaluate((one) => one === document.activeElement)); left -= 1) await keys.press('ArrowDown');
  await expect(row).toBeFocused();
}

/** Takes over the record of who stands at the counter, by the number of their ID. */
async function takeKnownDriver(keys: Keyboard, service: CounterServiceId, idNumber: string): Promise<void> {
  const { page } = keys;
  await expect(heading(page, services[service].name)).toBeVisible();
  await stepIs(page, 'driver', service);
  await keys.pass(page.getByRole('combobox', { name: labelOf('idKind'), exact: true }));
  await keys.answer(field(page, labelOf('idNumber')), idNumber);
  await expect(page.getByRole('button', { name: words.provisionalLicence.driver.take })).toBeVisible();
  await keys.press('F7');
  await keys.press('PageDown');
}

async function confirmDriver(keys: Keyboard, name: string): Promise<void> {
  await confirmByName(keys, words.transfer.role.driver, name);
  await keys.enter();
}

/** The registrar takes the clerk's place at the desk and opens what was asked for somebody. */
async function openForApproval(keys: Keyboard, name: string): Promise<void> {
  const { page } = keys;
  await signOut(keys);
  await signIn(keys, staff.registrar);
  await goTo(keys, 'approve');
  const row = page
    .getByRole('table', { name: words.frame.nav.approve })
    .getByRole('row')
    .filter({ hasText: shortName(name) });
  await expect(row).toBeVisible();
  await keys.press('ArrowDown', 'Home');
  for (let left = 40; left > 0 && !(await row.evaluate((one) => one === document.activeElement)); left -= 1) await keys.press('ArrowDown');
  await keys.enter();
}

async function approve(keys: Keyboard, service: 'provisional-licence' | 'interim-licence', name: string): Promise<void> {
  const { page } = keys;
  await expect(page.getByRole('region', { name: registrar.section.checks })).toBeVisible();
  await keys.press('a');
  await expect(page.getByRole('dialog', { name: services[service].registrar.approveTitle(shortName(name)) })).toBeVisible();
  await keys.finish();
  await said(keys, registrar.decided.approved);
}

/** The clerk is back and finds the case by its reference. */
async function reopen(keys: Keyboard, reference: string): Promise<void> {
  await signOut(keys);
  await signIn(keys, staff.clerk);
  await keys.press('/');
  await keys.page.keyboard.type(reference);
  await expect(keys.page.getByRole('listbox', { name: words.search.results }).getByRole('option').first()).toContainText(reference);
  await keys.enter();
}
