import { askAs } from '../e2e/support/contract.ts';
import type { Keyboard } from '../e2e/support/keyboard.ts';
import { goTo, heading, signIn, signOut, staff, waitForVehicle, words } from '../e2e/support/office.ts';
import { expect, newPcTest as test } from '../e2e/support/test.ts';
import { act, type CoreClient } from '../support/desk.ts';
import { takePicture } from './picture.ts';

const drawingMs = 1_000;
const waitingPlates = [
  ['KMFP 324B', 'Achieng Wanjiku', 'B-14-3'],
  ['KDM 303C', 'Mutua Musyoka', 'B-14-3'],
  ['KMFS 201V', 'Halima Noor', 'A-02-1'],
] as const;

test.setTimeout(300_000);

test('where paper is kept, printed and checked', async ({ keys }) => {
  const { page } = keys;
  await expect(page.getByRole('radiogroup', { name: words.signIn.who })).toBeVisible({ timeout: 90_000 });
  await signIn(keys, staff.supervisor);
  await waitForVehicle(keys, 'KDM303C');
  await askAs(page, receiveAndShelve);
  await askAs(page, setUpPrinters);
  await showLogbookTabs(keys);
  await showPrinting(keys);
  await showCheck(keys);
  await signOut(keys);
  await showDuplicate(keys);
});

async function receiveAndShelve(client: CoreClient): Promise<void> {
  await act(client.sheets.receive, { kind: 'logbook', from: 'KE-0004001', to: 'KE-0004500' });
  for (const [plate, owner, place] of waitingPlates) {
    const what = { kind: plate.startsWith('KMF') ? 'plates' : 'paper-logbook', plate, number: '', owner, idNumber: '', phone: '' } as const;
    await act(client.shelf.put, { what, place, locale: 'en' });
  }
  await act(client.sheets.spoil, { serial: 'KE-0004001', reason: 'jam', note: '', supervisor: null });
}

/** A receipt printer that nobody reaches, so that the screen shows what it says then. */
async function setUpPrinters(client: CoreClient): Promise<void> {
  const printer = { way: 'network', address: '127.0.0.1:9', name: 'Receipt printer', width: '80mm', opensDrawer: true } as const;
  const { id } = await act(client.printing.addPrinter, printer);
  await act(client.printing.setPaper, { use: 'receipt', printerId: id, locale: 'en' });
  await act(client.printing.testPage, { printerId: id, locale: 'en' });
}

async function showLogbookTabs(keys: Keyboard): Promise<void> {
  const { page } = keys;
  await goTo(keys, 'logbooks');
  await keys.press('Escape', '2');
  await expect(page.getByRole('main').getByText('B-14-3').first()).toBeVisible();
  await keys.press('Escape');
  await takePicture(page, 'shelf');
  await keys.press('3');
  await expect(page.getByRole('main').getByText('KE-0004500').first()).toBeVisible();
  await takePicture(page, 'sheets');
}

async function showPrinting(keys: Keyboard): Promise<void> {
  const { page } = keys;
  await page.goto(`${new URL(page.url()).origin}/#/printing`);
  await page.waitForTimeout(drawingMs);
  await takePicture(page, 'printing');
}

async function showCheck(keys: Keyboard): Promise<void> {
  const { page } = keys;
  await keys.press('g', 'c');
  await expect(heading(page, words.check.title)).toBeVisible();
  await page.keyboard.type('KAUNTA1:NOT A CODE OF ANY OFFICE');
  await keys.press('Enter');
  await page.waitForTimeout(drawingMs);
  await takePicture(page, 'check-paper');
  await keys.press('Escape');
}

async function showDuplicate(keys: Keyboard): Promise<void> {
  const { page } = keys;
  await signIn(keys, staff.clerk);
  await keys.press('n', 'd');
  await page.waitForTimeout(drawingMs);
  await takePicture(page, 'duplicate-vehicle');
}
