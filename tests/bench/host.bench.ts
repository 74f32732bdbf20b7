import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { startWebHost } from '../support/web-host.ts';
import { firstPaintAt, openBrowser, openEmptyHost, pageProcessBytes, residentBytes } from './bench-browser.ts';
import { median, type BenchLine } from './bench-line.ts';
import { makeEnrolledFolder, passphrase } from './enrolled-folder.ts';

const rounds = 5;
const idleMs = 10_000;

/** Hosts part of PERFORMANCE.md: the built web host and a real Chromium, beside an empty page, an empty Node and a bare PGlite. */
export async function run(): Promise<BenchLine[]> {
  if (process.platform !== 'linux') throw new Error('Memory is read from /proc: this bench needs Linux');
  return [...(await firstPaint()), ...(await idleMemory()), ...(await practiceStart())];
}

/** From the start of the browser, the host being up, to the first word on the page; ours and the empty one in turn. */
async function firstPaint(): Promise<BenchLine[]> {
  const empty = await openEmptyHost();
  const taken: Turns = { ours: [], anchor: [] };
  for (let round = 0; round < rounds; round += 1) {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'kaunta-bench-paint-'));
    const host = await startWebHost({ dataDir });
    taken.ours.push(await browserToPaintMs(host.url));
    await host.stop();
    rmSync(dataDir, { recursive: true });
    taken.anchor.push(await browserToPaintMs(empty.url));
  }
  empty.close();
  return [line({ name: 'browser started to first paint', unit: 'ms', anchor: 'an empty page', aim: 'at most 1500 ms' }, taken)];
}

async function browserToPaintMs(url: string): Promise<number> {
  const startedAt = Date.now();
  const { browser, page } = await openBrowser();
  await page.goto(url, { waitUntil: 'commit' });
  const paintedAt = await firstPaintAt(page);
  await browser.close();
  return paintedAt - startedAt;
}

/** An enrolled office whose hub is away, its clerk signed in, ten seconds after the last key. */
async function idleMemory(): Promise<BenchLine[]> {
  const dataDir = await makeEnrolledFolder();
  const empty = await openEmptyHost();
  const host: Turns = { ours: [], anchor: [] };
  const screen: Turns = { ours: [], anchor: [] };
  for (let round = 0; round < rounds; round += 1) {
    const ours = await oursAtRest(dataDir);
    const bare = await bareAtRest(empty.url);
    host.ours.push(ours.host);
    screen.ours.push(ours.page);
    host.anchor.push(bare.host);
    screen.anchor.push(bare.page);
  }
  empty.close();
  rmSync(dataDir, { recursive: true });
  return [
    line({ name: 'idle host', unit: 'MB', anchor: 'Node that does nothing', aim: 'at most 200 MB' }, host),
    line({ name: 'idle page, its own process', unit: 'MB', anchor: 'an empty page', aim: 'at most 150 MB' }, screen),
  ];
}

interface AtRest {
  readonly host: number;
  readonly page: number;
}

async function oursAtRest(dataDir: string): Promise<AtRest> {
  const host = await startWebHost({ dataDir });
  const { browser, page } = await openBrowser();
  await page.goto(host.url);
  await unlock(page);
  await signIn(page);
  await pause(idleMs);
  const rest = { host: megabytes(residentBytes(host.pid)), page: megabytes(await pageProcessBytes(browser)) };
  await browser.close();
  await host.stop();
  return rest;
}

async function unlock(page: Page): Promise<void> {
  await page.locator('input[type=password]').fill(passphrase);
  await page.keyboard.press('Enter');
}

async function signIn(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Achieng Odhiambo' }).click();
  await page.locator('#sign-in-password').fill('practice');
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').first().waitFor();
}

async function bareAtRest(url: string): Promise<AtRest> {
  const node = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
  const { browser, page } = await openBrowser();
  await page.goto(url);
  await pause(idleMs);
  const rest = { host: megabytes(residentBytes(node.pid ?? 0)), page: megabytes(await pageProcessBytes(browser)) };
  await browser.close();
  await end(node);
  return rest;
}

function megabytes(bytes: number): number {
  return bytes / 1_000_000;
}

/** From the command to a page that asks who signs in; each round begins with an empty folder and then starts it again. */
async function practiceStart(): Promise<BenchLine[]> {
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
    line({ name: 'practice office, the first time', unit: 's', anchor: 'a bare PGlite in a new folder', aim: 'at most 6 s' }, first),
    line({ name: 'practice office, after that', unit: 's', anchor: 'a bare PGlite in its folder', aim: 'at most 3 s' }, again),
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

async function end(child: ChildProcess): Promise<void> {
  child.kill();
  await once(child, 'exit');
}

interface Turns {
  readonly ours: number[];
  readonly anchor: number[];
}

function line(facts: Pick<BenchLine, 'name' | 'unit' | 'anchor' | 'aim'>, { ours, anchor }: Turns): BenchLine {
  const [value, anchorValue] = [median(ours), median(anchor)];
  return { ...facts, value, anchorValue, ratio: value / anchorValue };
}
