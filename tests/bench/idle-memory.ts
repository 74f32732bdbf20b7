import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { startWebHost } from '../support/web-host.ts';
import { openBrowser, openEmptyHost, pageProcessBytes, residentBytes } from './bench-browser.ts';
import type { BenchLine } from './bench-line.ts';
import { makeEnrolledFolder } from './enrolled-folder.ts';
import { signIn, unlock } from './office-page.ts';
import { lineOf, type Turns } from './turns.ts';

const idleMs = 10_000;

/** An enrolled office whose hub is away, its clerk signed in, ten seconds after the last key. */
export async function idleMemory(rounds: number): Promise<BenchLine[]> {
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
    lineOf({ name: 'idle host', unit: 'MB', anchor: 'Node that does nothing', aim: 'at most 200 MB' }, host),
    lineOf({ name: 'idle page, its own process', unit: 'MB', anchor: 'an empty page', aim: 'at most 150 MB' }, screen),
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

async function end(child: ChildProcess): Promise<void> {
  child.kill();
  await once(child, 'exit');
}
