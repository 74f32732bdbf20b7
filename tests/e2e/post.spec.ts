import type { Page } from '@playwright/test';
import { partyOfOwner } from '#shared/domain/services/owner-part.ts';
import type { CoreClient } from '../support/desk.ts';
import { people } from '../support/transfer-body.ts';
import { pay, transferReadyToPay } from '../support/transfer-case.ts';
import { expectAccessible } from './support/access.ts';
import { askAs } from './support/contract.ts';
import type { Keyboard } from './support/keyboard.ts';
import { goTo, heading, setLine, signIn, signOut, staff, words } from './support/office.ts';
import { expect, test } from './support/test.ts';

const { post, queue, refusals } = words;
const plate = 'KMFP324B';

/** Sells a vehicle past the screen. */
async function sell(client: CoreClient): Promise<void> {
  const { vehicle } = await client.vehicles.find({ text: plate });
  const [owner] = vehicle?.owners ?? [];
  if (vehicle === null || owner === undefined) throw new Error(`This office does not know ${plate}`);
  const ready = await transferReadyToPay({ client }, { vehicle, parties: { ...people, seller: partyOfOwner(owner) } });
  await pay({ client }, ready, 'UKM7LETTER');
}

/** Gives a file to the step of this key. */
async function choose(keys: Keyboard, key: string, file: string): Promise<void> {
  const chooser = keys.page.waitForEvent('filechooser');
  await keys.press(key);
  await (await chooser).setFiles(file);
}

/** What a step of the page says went wrong. */
function problemIn(page: Page, number: number, title: string) {
  return page.getByRole('region', { name: post.step(number, title) }).getByRole('alert');
}

test('an office without a line writes a letter, and a wrong file says where it belongs', async ({ keys }) => {
  const { page } = keys;
  // Somebody must listen from the beginning: the browser is told only then to ask the test for files.
  page.on('filechooser', () => undefined);
  await signIn(keys, staff.clerk);
  await setLine(keys, 'cut');
  await askAs(page, sell);
  await goTo(keys, 'queue');
  await expect(page.getByRole('table', { name: queue.table })).toBeVisible();
  await keys.press('p');
  await expect(heading(page, post.title)).toBeVisible();
  await expect(page.getByText(post.write.needsRole)).toBeVisible();
  await signOut(keys);
  await signIn(keys, staff.supervisor);
  await goTo(keys, 'queue');
  await keys.press('p');
  await expect(page.getByText(post.emptyTitle)).toBeVisible();
  const download = page.waitForEvent('download');
  await keys.press('w');
  const letter = await download;
  expect(letter.suggestedFilename()).toMatch(/^kaunta-to-hub-.+\.kpost$/u);
  await expect(page.getByRole('table', { name: post.table }).getByRole('row').nth(1)).toContainText(post.notAnswered);
  await choose(keys, 'r', await letter.path());
  await expect(problemIn(page, 3, post.read.title)).toHaveText(refusals['post.is-letter']({}));
  await choose(keys, 'c', await letter.path());
  await expect(problemIn(page, 2, post.carry.title)).toHaveText(refusals['hub.unreachable']({}));
  await expectAccessible(page, 'post');
  await keys.press('Escape');
  await expect(heading(page, queue.title)).toBeVisible();
});
