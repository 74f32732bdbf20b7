import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, expect, test } from '@playwright/test';

/** The binary npm start would run; importing the electron package would download it. */
function electronBinary(): string | undefined {
  const folder = path.resolve('node_modules/electron');
  const pathFile = path.join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const binary = path.join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(folder, 'dist'), readFileSync(pathFile, 'utf8'));
  return existsSync(binary) ? binary : undefined;
}

const binary = electronBinary();
const hasDisplay = process.platform !== 'linux' || process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined;

test('in Electron itself the page opens, sandboxed, and speaks to the core', async () => {
  test.skip(binary === undefined, 'The Electron binary is not installed on this machine.');
  test.skip(!hasDisplay, 'Electron needs a display and there is none.');
  const dataDir = mkdtempSync(path.join(tmpdir(), 'kaunta-electron-'));
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({
    args: [...asRoot, path.resolve('.'), '--data', dataDir],
    ...(binary === undefined ? {} : { executablePath: binary }),
  });
  const page = await app.firstWindow();
  await expect(page.locator('#root')).not.toBeEmpty();
  expect(page.url()).toMatch(/^kaunta:\/\/app\//);
  expect(await page.evaluate(() => ['process', 'require', 'module'].filter((name) => name in window))).toEqual([]);
  expect(await page.evaluate(() => Object.keys(window.kaunta ?? {}))).toEqual(['requestLine']);
  await app.close();
});
