import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { readReference } from '#core/reference.ts';
import { openStorage } from '#core/storage.ts';
import { startWebHost } from '../support/web-host.ts';
import { openBrowser } from './bench-browser.ts';
import type { BenchLine } from './bench-line.ts';
import { makeEnrolledFolder } from './enrolled-folder.ts';
import { fillCalendar } from './full-calendar.ts';
import { signIn, unlock } from './office-page.ts';
import { lineOf, type Turns } from './turns.ts';

/** As long as a clerk takes to look up before the next key. */
const restMs = 500;
/** 60 days of four sessions. */
const cellCount = 240;

/** From the last key to the frame after which all 240 sessions stand on the screen, beside a bare table of as many buttons. */
export async function calendarDrawn(rounds: number): Promise<BenchLine[]> {
  const dataDir = await makeEnrolledFolder((file) => {
    const storage = openStorage(file);
    fillCalendar(storage, readReference('resources'));
    storage.close();
  });
  const first: Turns = { ours: [], anchor: [] };
  const other: Turns = { ours: [], anchor: [] };
  for (let round = 0; round < rounds; round += 1) {
    const { firstMs, otherMs, bareMs } = await oneRound(dataDir);
    first.ours.push(firstMs);
    other.ours.push(otherMs);
    first.anchor.push(bareMs);
    other.anchor.push(bareMs);
  }
  rmSync(dataDir, { recursive: true });
  const facts = { unit: 'ms', anchor: 'a bare table of 240 buttons', aim: 'at most 200 ms' };
  return [
    lineOf({ ...facts, name: 'the calendar, the first time after signing in' }, first),
    lineOf({ ...facts, name: 'the calendar of another centre' }, other),
  ];
}

async function oneRound(dataDir: string) {
  const host = await startWebHost({ dataDir });
  const { browser, page } = await openBrowser();
  await page.goto(host.url);
  await unlock(page);
  await signIn(page);
  await page.keyboard.press('g');
  const firstMs = await keyToDrawnMs(page, 'd');
  await page.getByRole('combobox', { name: 'Test centre' }).focus();
  const otherMs = await keyToDrawnMs(page, 'ArrowDown');
  await page.goto('about:blank');
  const bareMs = await bareTableMs(page);
  await browser.close();
  await host.stop();
  return { firstMs, otherMs, bareMs };
}

/** From the key, by the browser's own stamp, to the end of the frame that shows another calendar than before, whole. */
async function keyToDrawnMs(page: Page, key: string): Promise<number> {
  await pause(restMs);
  const drawn = await page.evaluateHandle((count) => {
    // Every second centre has other seats left, so one cell tells that the calendar is another's; all are drawn at once.
    const shown = () => document.querySelector('[data-cell="30/0"]')?.textContent;
    const before = shown();
    const isDrawn = () => document.querySelectorAll('[data-cell]').length === count && shown() !== before;
    let pressedAt = Number.NaN;
    addEventListener('keydown', ({ timeStamp }) => (pressedAt = timeStamp), { capture: true, once: true });
    const took = new Promise<number>((settle) => {
      const look = new MutationObserver(() => {
        if (!isDrawn()) return;
        look.disconnect();
        requestAnimationFrame(() => setTimeout(() => settle(performance.now() - pressedAt)));
      });
      look.observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    return { took };
  }, cellCount);
  await page.keyboard.press(key);
  return drawn.evaluate(({ took }) => took);
}

/** What the browser itself takes for a table of that size. */
async function bareTableMs(page: Page): Promise<number> {
  await pause(restMs);
  return page.evaluate(
    (count) =>
      new Promise<number>((settle) => {
        const startedAt = performance.now();
        const cell = '<td><button><span>6 seats</span> <span>until Mon 30 Nov 17:00</span></button></td>';
        document.body.innerHTML = `<table>${`<tr><th>Mon 30 Nov</th>${cell.repeat(4)}</tr>`.repeat(count / 4)}</table>`;
        requestAnimationFrame(() => setTimeout(() => settle(performance.now() - startedAt)));
      }),
    cellCount,
  );
}
