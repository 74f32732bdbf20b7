import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser, type Page } from '@playwright/test';
import { chromiumFile } from '../support/chromium.ts';

export interface OpenBrowser {
  readonly browser: Browser;
  readonly page: Page;
}

/** A browser of its own, as a person starts one, with one page. */
export async function openBrowser(): Promise<OpenBrowser> {
  const executablePath = chromiumFile();
  const browser = await chromium.launch({ args: ['--disable-dev-shm-usage'], ...(executablePath === undefined ? {} : { executablePath }) });
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  return { browser, page };
}

/** Milliseconds since 1970 at which the page first showed anything. */
export function firstPaintAt(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((settle) => {
        new PerformanceObserver((list) => {
          for (const { name, startTime } of list.getEntries())
            if (name === 'first-contentful-paint') settle(performance.timeOrigin + startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
}

/** Bytes that only the process of the open page holds; Chromium's own frame and its spare process are renderers too. */
export async function pageProcessBytes(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const pages = processInfo.filter(({ type, id }) => type === 'renderer' && !isOfBrowser(id));
  return Math.max(...pages.map(({ id }) => privateBytes(id)));
}

function isOfBrowser(pid: number): boolean {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--top-chrome-webui');
}

/** Memory that a process shares with no other (Linux only: proc(5), smaps_rollup). */
function privateBytes(pid: number): number {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  return [...text.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB$/gmu)].reduce((sum, [, kilobytes]) => sum + Number(kilobytes) * 1024, 0);
}

/** Memory of a process that is in RAM (Linux only). */
export function residentBytes(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;
}

export interface EmptyHost {
  readonly url: string;
  close(): void;
}

/** What any page costs: one word from a plain Node server. */
export async function openEmptyHost(): Promise<EmptyHost> {
  const server = createServer((_request, response) => response.setHeader('Content-Type', 'text/html').end('<!doctype html><p>Kaunta</p>'));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => void server.close() };
}
