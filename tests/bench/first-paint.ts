import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startWebHost } from '../support/web-host.ts';
import { firstPaintAt, openBrowser, openEmptyHost } from './bench-browser.ts';
import type { BenchLine } from './bench-line.ts';
import { lineOf, type Turns } from './turns.ts';

/** From the start of the browser, the host being up, to the first word on the page; ours and the empty one in turn. */
export async function firstPaint(rounds: number): Promise<BenchLine[]> {
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
  return [lineOf({ name: 'browser started to first paint', unit: 'ms', anchor: 'an empty page', aim: 'at most 1500 ms' }, taken)];
}

async function browserToPaintMs(url: string): Promise<number> {
  const startedAt = Date.now();
  const { browser, page } = await openBrowser();
  await page.goto(url, { waitUntil: 'commit' });
  const paintedAt = await firstPaintAt(page);
  await browser.close();
  return paintedAt - startedAt;
}
