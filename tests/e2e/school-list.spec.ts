import { expectAccessible } from './support/access.ts';
import type { Keyboard } from './support/keyboard.ts';
import { goToTests, setLine, signIn, staff, words } from './support/office.ts';
import { expect, test } from './support/test.ts';

const { schoolLists, tests, grid } = words;

/** Learners of the practice register who may be tested for A2; the second number is mistyped as a spreadsheet does it. */
const file = [
  'Simu;Jina kamili;KITAMBULISHO',
  ';Abdi Ali Jama;91000008',
  ';Wanjiku Lucy Waweru;9100OO10',
  ';Kazungu Said Kombe;91000018',
  ';Kazungu Said Kombe;91000018',
].join('\r\n');

test('with the line down, a driving school’s list comes in by keys, is mended and booked in one act with one payment', async ({ keys }) => {
  const { page } = keys;
  await signIn(keys, staff.clerk);
  await waitForLearner(keys, 'Kazungu Said Kombe');
  await goToTests(keys);
  await expect(page.getByRole('button', { name: tests.calendar.keep })).toBeVisible();
  await keys.press('F7');
  await expect(page.getByRole('button', { name: tests.calendar.state.final(5) }).first()).toBeVisible();
  await setLine(keys, 'cut');
  await goToTests(keys);
  await keys.press('3');
  await expect(page.getByText(schoolLists.emptyTitle)).toBeVisible();
  await expectAccessible(page, 'no school list');
  await keys.press('b');
  const school = page.getByRole('textbox', { name: schoolLists.open.school });
  await expect(school).toBeFocused();
  await page.keyboard.type('Mlima Driving School');
  await keys.press('Tab');
  await page.keyboard.type('Njeri Muthoni');
  await keys.press('Tab');
  await page.keyboard.type('0722000111');
  await expectAccessible(page, 'a new school list');
  await keys.finish();
  await expect(page.getByText(schoolLists.file.title)).toBeVisible();
  await page.locator('input[type=file]').setInputFiles({ name: 'orodha.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
  await expect(page.getByRole('heading', { name: schoolLists.mapping.title })).toBeVisible();
  await expectAccessible(page, 'columns of a school list');
  await keys.finish();
  const sheet = page.getByRole('grid', { name: schoolLists.sheet.label });
  await expect(sheet).toContainText('Wanjiku Lucy Waweru');
  await keys.press('F4', 'Alt+1');
  await expect(page.getByLabel(grid.counts)).toContainText(grid.bad(1));
  await keys.press('F4', 'Alt+a');
  await expect(page.getByLabel(grid.counts)).toContainText(`${grid.good(3)}+${grid.bad(0)}+${grid.aside(1)}`);
  await expect(page.getByText(schoolLists.page.split(3, 0))).toBeVisible();
  await expectAccessible(page, 'a school list with rows');
  await keys.press('Alt+m');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(schoolLists.book.final(3))).toBeVisible();
  await expectAccessible(page, 'booking a school list');
  await page.keyboard.type('TKN1A2B3C4');
  await keys.finish();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(schoolLists.result.sum(3, 0, 0), { exact: true })).toBeVisible();
  await expect(page.getByRole('table', { name: schoolLists.result.table })).toContainText('Kazungu Said Kombe');
  await expectAccessible(page, 'a school list that was booked');
  await keys.press('p');
  await expect(page.getByRole('dialog')).toContainText(schoolLists.papers.list);
});

/** The learners of the register come from the hub in their own time; with the line down nobody else is known here. */
async function waitForLearner(keys: Keyboard, name: string): Promise<void> {
  const box = keys.page.getByRole('combobox', { name: words.search.label });
  await keys.press('/');
  await expect(async () => {
    await box.fill('');
    await box.fill(name);
    await expect(keys.page.getByRole('listbox', { name: words.search.results }).getByRole('option').first()).toBeVisible({
      timeout: 2_000,
    });
  }).toPass({ timeout: 60_000 });
  await keys.press('Escape', 'Escape');
}
