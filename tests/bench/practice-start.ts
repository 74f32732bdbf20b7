import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { startWebHost } from '../support/web-host.ts';
import { openBrowser } from './bench-browser.ts';
import type { BenchLine } from './bench-line.ts';
import { lineOf, type Turns } from './turns.ts';

/** From the command to a page that asks who signs in; each round begins with an empty folder and then starts it again. */
export async function practiceStart(rounds: number): Promise<BenchLine[]> {
  const first: Turns = { ours: [], anchor: [] };
  const again: Turns = { ours: [], anchor: [] };
  const { browser } = await openBrowser();
  for (let round = 0; round < rounds; round += 1) {
    const folder = mkdtempSync(path.join(tmpdir(), 'kaunta-bench-practice-'));
    const [dataDir, bareDir] = [path.join(folder, 'kaunta'), path.join(folder, 'pglite')];
    for (const turn of [first, again]) {
      const page = await (await browser.newContext()).newPage();
      turn.ours.push(await practiceToSignInMs(dataDir, page));
      await page.context().close();
      turn.anchor.push(await bareDatabaseMs(bareDir));
    }
    rmSync(folder, { recursive: true });
  }
  await browser.close();
  return [
    lineOf({ name: 'practice office, the first time', unit: 's', anchor: 'a bare PGlite in a new folder', aim: 'at most 6 s' }, first),
    lineOf({ name: 'practice office, after that', unit: 's', anchor: 'a bare PGlite in its folder', aim: 'at most 3 s' }, again),
  ];
}

async function practiceToSignInMs(dataDir: string, page: Page): Promise<number> {
  const startedAt = performance.now();
  const host = await startWebHost({ dataDir, args: ['--practice'] });
  await page.goto(host.url);
  await page.getByRole('radio', { name: 'Achieng Odhiambo' }).waitFor();
  const tookMs = performance.now() - startedAt;
  await host.stop();
  return tookMs / 1000;
}

async function bareDatabaseMs(folder: string): Promise<number> {
  const program = `import { PGlite } from '@electric-sql/pglite'; const db = new PGlite(process.argv[1]); await db.query('SELECT 1'); await db.close();`;
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, folder], { stdio: 'ignore' });
  await once(child, 'exit');
  return (performance.now() - startedAt) / 1000;
}
