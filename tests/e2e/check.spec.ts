import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { textOfPages } from '#core/paper/pdf-text.ts';
import { chromiumFile } from '../support/chromium.ts';
import { expectAccessible } from './support/access.ts';
import { cameraThatSees } from './support/camera.ts';
import { askAs } from './support/contract.ts';
import type { Keyboard } from './support/keyboard.ts';
import { heading, setLine, signIn, staff, words } from './support/office.ts';
import { sellVehicle } from './support/sale.ts';
import { expect, test } from './support/test.ts';

const { check } = words;
const plate = 'KMFP324B';
/** Long enough for a code, and of no hub. */
const strangeCode = `KAUNTA1:${'0A9 $%*+-./:ZX'.repeat(24)}`;
const executablePath = chromiumFile();

test.use({
  launchOptions: {
    args: ['--disable-dev-shm-usage', ...cameraThatSees(strangeCode)],
    ...(executablePath === undefined ? {} : { executablePath }),
  },
});

/** The receipt of a sale with the line down, as a PDF and as a picture of it. */
async function receiptFiles(keys: Keyboard, folder: string) {
  const { page } = keys;
  await setLine(keys, 'cut');
  const receiptNumber = await askAs(page, (client) => sellVehicle(client, { plate, mpesaCode: 'UKM7CHECKS' }));
  const pdf = path.join(folder, 'receipt.pdf');
  const paper = { kind: 'receipt', receiptNumber } as const;
  const file = await askAs(page, (client) => client.paper.get({ paper, width: 'a4', locale: 'en' }));
  writeFileSync(pdf, Buffer.from(await file.arrayBuffer()));
  execFileSync('pdftoppm', ['-r', '150', '-jpeg', '-singlefile', pdf, path.join(folder, 'receipt')]);
  const text = (await textOfPages(Buffer.from(await file.arrayBuffer()))).join(' ');
  const shortCode = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/u.exec(text)?.[0] ?? '';
  return { receiptNumber, pdf, picture: path.join(folder, 'receipt.jpg'), shortCode };
}

async function choose(keys: Keyboard, file: string): Promise<void> {
  const chooser = keys.page.waitForEvent('filechooser');
  await keys.press('F8');
  await (await chooser).setFiles(file);
}

async function goToCheck(keys: Keyboard): Promise<void> {
  await keys.press('g', 'c');
  await expect(heading(keys.page, check.title)).toBeVisible();
}

const verdict = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });

test('with the line down a receipt is checked from its PDF, its picture, its scanned code and its typed signs', async ({
  keys,
  dataDir,
}) => {
  const { page } = keys;
  page.on('filechooser', () => undefined);
  await signIn(keys, staff.clerk);
  const { receiptNumber, pdf, picture, shortCode } = await receiptFiles(keys, dataDir);
  await goToCheck(keys);
  for (const file of [pdf, picture]) {
    await choose(keys, file);
    const table = verdict(page, check.practice).getByRole('table', { name: check.table });
    await expect(table.getByRole('row', { name: receiptNumber })).toContainText(check.is.same);
    await expect(table.getByRole('row', { name: check.fact.amountCents })).toContainText(check.is.same);
    await expect(table.getByText(check.is.differs)).toHaveCount(0);
  }
  await expectAccessible(page, 'check, valid');
  await page.getByRole('textbox', { name: check.field }).focus();
  await page.keyboard.type(strangeCode);
  await keys.press('Enter');
  await expect(verdict(page, check.notValid)).toContainText(check.why.altered);
  await page.keyboard.type('https://example.org/verify/12345');
  await keys.press('Enter');
  await expect(verdict(page, check.notValid)).toContainText(check.why['not-ours']);
  await page.getByRole('textbox', { name: check.number }).focus();
  await page.keyboard.type(receiptNumber);
  await page.getByRole('textbox', { name: check.shortCode }).focus();
  await page.keyboard.type(shortCode.toLowerCase().replaceAll('-', ' '));
  await keys.enter();
  await expect(verdict(page, check.practice)).toBeVisible();
});

test('a code before the camera is seen and judged, and then the camera is off', async ({ keys }) => {
  const { page } = keys;
  await signIn(keys, staff.clerk);
  await goToCheck(keys);
  await keys.press('F7');
  await expect(verdict(page, check.notValid)).toContainText(check.why.altered);
  await expect(page.locator('video')).toHaveCount(0);
});
