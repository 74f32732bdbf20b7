import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';

/** The grid with nothing around it, built once for these tests: rows and rules of its own, no host. */
const test = base.extend<Record<never, never>, { readonly bed: string }>({
  bed: [
    async ({ browserName: _browserName }, use) => {
      const outDir = mkdtempSync(path.join(tmpdir(), 'kaunta-grid-'));
      const site = {
        root: path.resolve('tests/grid/bed'),
        configFile: false,
        logLevel: 'error',
        build: { outDir, emptyOutDir: true },
      } as const;
      await build({ ...site, plugins: [react()] });
      const server = await preview({ ...site, preview: { host: '127.0.0.1', port: 0 } });
      await use(server.resolvedUrls?.local[0] ?? '');
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
});

async function openGrid(page: Page, bed: string, rows: number): Promise<void> {
  await page.goto(`${bed}?rows=${rows}`);
  await expect(page.getByRole('grid')).toBeFocused();
}

/** The cell where the keys stand, by row and column as a person counts them, and its text. */
function keysAt(page: Page): Promise<string> {
  return page.getByRole('grid').evaluate((grid) => {
    const cell = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '');
    return `${Number(cell?.dataset['row']) + 1}/${Number(cell?.dataset['column']) + 1} ${cell?.textContent ?? ''}`;
  });
}

async function press(page: Page, ...strokes: readonly string[]): Promise<void> {
  for (const stroke of strokes) await page.keyboard.press(stroke);
}

test('of ten thousand rows only those in sight are drawn, and the keys reach the last one', async ({ page, bed }) => {
  await openGrid(page, bed, 10_000);
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '10001');
  await press(page, 'Control+End');
  expect(await keysAt(page)).toBe('10000/8 2026');
  await expect(page.getByRole('gridcell', { name: 'E00009999' })).toBeInViewport();
  expect(await page.getByRole('row').count()).toBeLessThan(80);
  await press(page, 'Control+Home');
  expect(await keysAt(page)).toBe('1/1 TVS');
});

test('one key goes to the next problem, one puts it right, and the counts always make the total', async ({ page, bed }) => {
  await openGrid(page, bed, 90);
  const counts = page.getByLabel('Rows by state');
  await expect(counts).toContainText('87 good+3 to mend+0 set aside=90 rows');
  await press(page, 'F4');
  expect(await keysAt(page)).toBe('8/2 MD6OAB00000007');
  await expect(page.getByRole('status')).toContainText('Row 8, chassisThere is a letter O in it.');
  await press(page, 'Alt+1', 'F4', 'Alt+1');
  expect(await keysAt(page)).toBe('38/2 MD60AB00000037');
  await expect(counts).toContainText('89 good+1 to mend+0 set aside=90 rows');
  await press(page, 'Control+z');
  await expect(counts).toContainText('88 good+2 to mend+0 set aside=90 rows');
  await press(page, 'Control+y');
  await expect(counts).toContainText('89 good+1 to mend+0 set aside=90 rows');
});

test('a scanner fills one cell after the other down the column', async ({ page, bed }) => {
  await openGrid(page, bed, 5);
  await press(page, 'ArrowRight', 'ArrowRight');
  for (const code of ['ENGINE000001', 'ENGINE000002', 'ENGINE000003']) {
    await page.keyboard.type(code);
    await press(page, 'Enter');
  }
  expect(await keysAt(page)).toBe('4/3 E00000003');
  await press(page, 'ArrowUp');
  expect(await keysAt(page)).toBe('3/3 ENGINE000003');
});

test('typing replaces a cell, F2 opens it, Esc leaves it as it was, Tab and arrows take the text along', async ({ page, bed }) => {
  await openGrid(page, bed, 5);
  await page.keyboard.type('Bajaj');
  await press(page, 'Tab');
  expect(await keysAt(page)).toBe('1/2 MD60AB00000000');
  await press(page, 'F2', 'End', 'X', 'Escape', 'Home');
  expect(await keysAt(page)).toBe('1/1 Bajaj');
  await press(page, 'F2');
  await page.keyboard.type(' Boxer');
  await press(page, 'Enter', 'ArrowUp');
  expect(await keysAt(page)).toBe('1/1 Bajaj Boxer');
});

test('a range goes through the clipboard, into new rows where the old ones end, and one undo takes a paste back', async ({ page, bed }) => {
  await openGrid(page, bed, 3);
  await page.keyboard.type('Bajaj');
  await press(page, 'Enter', 'ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowRight', 'Control+c', 'ArrowDown', 'Control+v');
  await press(page, 'Control+Home', 'ArrowDown');
  expect(await keysAt(page)).toBe('2/1 Bajaj');
  await press(page, 'Control+z');
  expect(await keysAt(page)).toBe('2/1 TVS');
  await press(page, 'Control+End', 'Home', 'Control+v', 'Control+End', 'Home');
  expect(await keysAt(page)).toBe('4/1 TVS');
});

test('Ctrl+D fills the first row of the range down', async ({ page, bed }) => {
  await openGrid(page, bed, 4);
  await press(page, 'End', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
  await page.keyboard.type('Achieng');
  await press(page, 'Enter', 'ArrowUp', 'Control+Shift+ArrowDown', 'Control+d', 'Control+End', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
  expect(await keysAt(page)).toBe('4/5 Achieng');
});

test('a screen reader finds no fault in it, neither at rest nor with a cell open', async ({ page, bed }) => {
  await openGrid(page, bed, 9);
  await press(page, 'F4', 'F2');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await press(page, 'Escape', 'Control+a');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});
