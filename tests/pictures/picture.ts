import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { askAs } from '../e2e/support/contract.ts';
import { words } from '../e2e/support/office.ts';

const folder = path.resolve('docs/images');
const paperDpi = 80;

function fileOf(name: string): string {
  mkdirSync(folder, { recursive: true });
  return path.join(folder, name);
}

/** The screen as it stands, once everything typed is kept. */
export async function takePicture(page: Page, name: string): Promise<void> {
  await expect(page.getByText(words.application.saving)).toBeHidden();
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: fileOf(`${name}.png`), caret: 'hide', animations: 'disabled' });
}

/** The same screen in both languages, light and dark. */
export async function inAllLooks(page: Page, name: string): Promise<void> {
  for (const [locale, scheme] of [
    ['en', 'light'],
    ['sw', 'dark'],
  ] as const) {
    await setLook(page, { locale, scheme });
    await takePicture(page, `${name}-${locale}-${scheme}`);
  }
  await setLook(page, { locale: 'en', scheme: 'light' });
}

async function setLook(page: Page, look: { readonly locale: 'en' | 'sw'; readonly scheme: 'light' | 'dark' }): Promise<void> {
  await askAs(page, (client) => client.settings.setScreen(look));
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', look.scheme);
  await expect(page.locator('html')).toHaveAttribute('lang', look.locale);
}

/** The first page of a paper as it comes out of the printer; needs pdftoppm of poppler-utils. */
export function drawPaper(pdf: Uint8Array, name: string): void {
  const work = mkdtempSync(path.join(tmpdir(), 'kaunta-paper-'));
  const file = path.join(work, 'paper.pdf');
  writeFileSync(file, pdf);
  execFileSync('pdftoppm', ['-png', '-singlefile', '-r', String(paperDpi), file, fileOf(name)]);
  rmSync(work, { recursive: true });
}
