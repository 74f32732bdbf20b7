import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test, watchForFaults } from '../support/app.ts';

test.use({ hostArgs: [] });

let attacker: Server;
let attackerOrigin: string;

test.beforeAll(async () => {
  attacker = createServer((_request, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>attacker</h1>'));
  await new Promise<void>((listening) => attacker.listen(0, '127.0.0.1', listening));
  attackerOrigin = `http://attacker.localhost:${(attacker.address() as AddressInfo).port}`;
});

test.afterAll(() => attacker.close());

/** What a script of the page gets from an address, as an attacker's script would try it. */
function reach(page: Page, url: string, init: { readonly method?: string; readonly credentials?: 'include' }): Promise<string> {
  return page.evaluate(
    async ([target, options]) =>
      fetch(target, options).then(
        (answer) => `${answer.type} ${answer.status}`,
        () => 'blocked',
      ),
    [url, init] as const,
  );
}

function openSocket(page: Page, url: string): Promise<string> {
  return page.evaluate(
    (target) =>
      new Promise<string>((settle) => {
        const socket = new WebSocket(target);
        socket.onopen = () => settle('open');
        socket.onclose = () => settle('closed');
      }),
    url,
  );
}

test('the printed link opens Kaunta once, and its browser keeps it over a reload', async ({ app, host, browser }) => {
  await expect(app).toHaveURL(`${host.origin}/`);
  await app.reload();
  await expect(app.locator('#root')).toBeAttached();
  const stranger = await (await browser.newContext()).newPage();
  expect((await stranger.goto(host.url))?.status()).toBe(403);
  await expect(stranger.getByRole('heading', { name: 'This link no longer opens Kaunta' })).toBeVisible();
});

test('a browser without a session is told what to do, and the fresh link it then gets works', async ({ app, host, browser }) => {
  await expect(app).toHaveURL(`${host.origin}/`);
  const second = await (await browser.newContext()).newPage();
  const printed = host.nextLink();
  expect((await second.goto(host.origin))?.status()).toBe(401);
  await expect(second.getByRole('heading', { name: 'Open Kaunta by its link' })).toBeVisible();
  expect((await second.goto(await printed))?.status()).toBe(200);
});

test('a link opened through a private file, as npm start opens it, lets the browser in', async ({ page, host, dataDir }) => {
  const file = path.join(dataDir, 'open.html');
  writeFileSync(file, `<meta http-equiv="refresh" content="0;url=${host.url}">`);
  await page.goto(pathToFileURL(file).href);
  await expect(page.locator('#root')).toBeAttached();
  await page.reload();
  await expect(page.locator('#root')).toBeAttached();
});

test('a page of another site, in the same browser, reaches nothing', async ({ app, host, context }) => {
  await expect(app.locator('#root')).toBeAttached();
  const evil = await context.newPage();
  for (const origin of [attackerOrigin, attackerOrigin.replace('attacker.localhost', '127.0.0.1')]) {
    await evil.goto(origin);
    for (const init of [{}, { credentials: 'include' }, { method: 'POST', credentials: 'include' }, { method: 'DELETE' }] as const) {
      expect(await reach(evil, `${host.origin}/`, init)).toBe('blocked');
    }
    expect(await openSocket(evil, `${host.origin.replace('http', 'ws')}/rpc`)).toBe('closed');
    expect(await openSocket(evil, `${host.origin.replace('http://kaunta.localhost', 'ws://127.0.0.1')}/rpc`)).toBe('closed');
  }
});

test('a page of another site cannot show Kaunta in a frame, nor load its files, nor lead into it', async ({ app, host, context }) => {
  await expect(app.locator('#root')).toBeAttached();
  const evil = await context.newPage();
  await evil.goto(attackerOrigin);
  const script = await app.locator('script[src]').first().getAttribute('src');
  const framed = evil.waitForResponse(`${host.origin}/`);
  const loaded = await evil.evaluate(
    ([frame, file]) =>
      new Promise<string>((settle) => {
        document.body.append(Object.assign(document.createElement('iframe'), { src: frame }));
        const element = Object.assign(document.createElement('script'), { src: file });
        element.onload = () => settle('loaded');
        element.onerror = () => settle('refused');
        document.body.append(element);
      }),
    [`${host.origin}/`, new URL(script ?? '', host.origin).href] as const,
  );
  expect([(await framed).status(), loaded]).toEqual([403, 'refused']);
  const [answer] = await Promise.all([
    evil.waitForResponse(`${host.origin}/`),
    evil.evaluate((target) => location.assign(target), `${host.origin}/`),
  ]);
  expect(answer.status()).toBe(403);
});

test('the page keeps to its policy: nothing from outside, no eval, no inline script', async ({ page, host }) => {
  const faults = await watchForFaults(page);
  await page.goto(host.url);
  await expect(page.locator('#root')).toBeAttached();
  expect(faults).toEqual([]);
  const tried = await page.evaluate(async (outside) => {
    document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.inlineRan = true' }));
    const fetched = await fetch(outside).then(
      () => 'reached',
      () => 'blocked',
    );
    // What the browser itself evaluates for a test is exempt, so the page's own turn must come first.
    const evaluated = await new Promise((settle) => {
      setTimeout(() => {
        try {
          // oxlint-disable-next-line typescript/no-implied-eval -- That it is refused is the test.
          settle(String(new Function('return "ran"')()));
        } catch {
          settle('blocked');
        }
      }, 10);
    });
    return [fetched, evaluated, 'inlineRan' in window];
  }, attackerOrigin);
  expect(tried).toEqual(['blocked', 'blocked', false]);
  await expect
    .poll(() => new Set(faults.map((fault) => fault.split(' ')[2])))
    .toEqual(new Set(['connect-src', 'script-src', 'script-src-elem']));
});

test('the cookie is out of reach of scripts and of other ports', async ({ app, host, context }) => {
  await expect(app.locator('#root')).toBeAttached();
  expect(await app.evaluate(() => document.cookie)).toBe('');
  const [cookie, ...others] = await context.cookies(host.origin);
  expect(others).toEqual([]);
  expect(cookie).toMatchObject({ name: 'kaunta_session', domain: 'kaunta.localhost', httpOnly: true, sameSite: 'Strict', expires: -1 });
  const heard = new Promise<string | undefined>((settle) => attacker.once('request', (request) => settle(request.headers.cookie)));
  const evil = await context.newPage();
  await evil.goto(attackerOrigin);
  expect(await heard).toBeUndefined();
});
