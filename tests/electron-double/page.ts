import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { CDPSession, Page, Route } from '@playwright/test';
import { openBrowser } from './browser.ts';
import { report } from './drive.ts';
import { preventable } from './events.ts';
import { DoublePort, ipcMain, unpack } from './ports.ts';
import { pageWorldSource, preloadWorldSource, type FromPage, type ToPage } from './preload-world.ts';
import { answerOfScheme, isCancelled } from './session.ts';

const WORLD = 'electron-preload';

/** Chromium cannot be taught a scheme from outside, so the page stands on this origin instead; the program sees its own. */
const stage = { real: 'kaunta://app', shown: 'https://app.kaunta-double.test' };

export interface PageOptions {
  readonly contents: EventEmitter;
  readonly preload: string;
  readonly size: { readonly width: number; readonly height: number };
}

/** A page in Chromium with the real preload in a world of its own, fed by the real protocol handler. */
export class DoublePage {
  readonly #options: PageOptions;
  readonly #ports = new Map<number, DoublePort>();
  #page: Page | undefined;
  #cdp: CDPSession | undefined;
  #world: number | undefined;
  #sending: Promise<unknown> = Promise.resolve();

  constructor(options: PageOptions) {
    this.#options = options;
  }

  async load(url: string): Promise<void> {
    const context = await (await openBrowser()).newContext({ viewport: this.#options.size });
    this.#page = await context.newPage();
    await this.#page.route('**/*', (route) => this.#answer(route));
    this.#cdp = await context.newCDPSession(this.#page);
    await this.#prepareWorlds(this.#cdp);
    await this.#page.goto(url.replace(stage.real, stage.shown));
  }

  async reload(): Promise<void> {
    await this.#page?.reload();
  }

  async close(): Promise<void> {
    await this.#page?.context().close();
  }

  /** Puts something on the page's newest port that no page of ours would send. */
  sayToMain(data: unknown): void {
    [...this.#ports.values()].findLast((port) => !port.isClosed)?.receive(data);
  }

  async #prepareWorlds(cdp: CDPSession): Promise<void> {
    await cdp.send('Page.enable');
    await cdp.send('Runtime.enable');
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === WORLD) this.#world = context.id;
    });
    cdp.on('Runtime.executionContextsCleared', () => this.#endPorts());
    cdp.on('Runtime.bindingCalled', ({ payload }) => this.#receive(JSON.parse(payload) as FromPage));
    await cdp.send('Runtime.addBinding', { name: 'electronDoubleSend', executionContextName: WORLD });
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: pageWorldSource });
    const source = preloadWorldSource(readFileSync(this.#options.preload, 'utf8'));
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName: WORLD });
  }

  #endPorts(): void {
    for (const port of this.#ports.values()) port.end();
    this.#ports.clear();
  }

  #receive(message: FromPage): void {
    if (message.kind === 'port') return this.#ports.get(message.port)?.receive(unpack(message.data));
    const ports = message.ports.map((id) => {
      const port = new DoublePort(
        (data) => this.#send({ kind: 'port', port: id, data }),
        () => this.#send({ kind: 'close', port: id }),
      );
      this.#ports.set(id, port);
      return port;
    });
    ipcMain.emit(message.channel, { ports, senderFrame: { origin: stage.real, parent: null }, sender: this.#options.contents });
  }

  /** In order, and into the world that asked: a message for a page that is gone is dropped. */
  #send(message: ToPage): void {
    const contextId = this.#world;
    if (contextId === undefined) return;
    const expression = `electronDoubleReceive(${JSON.stringify(message)})`;
    this.#sending = this.#sending.then(() => this.#cdp?.send('Runtime.evaluate', { expression, contextId })).catch(() => undefined);
  }

  async #answer(route: Route): Promise<void> {
    const request = route.request();
    const url = request.url();
    if (url.startsWith(`${stage.shown}/`))
      return fulfill(route, await answerOfScheme(url.replace(stage.shown, stage.real), request.method()));
    const isMainFrame = request.frame().parentFrame() === null;
    const isRefused = request.isNavigationRequest() ? mayNotNavigate(this.#options.contents, url, isMainFrame) : await isCancelled(url);
    report(isRefused ? 'page.refused' : 'page.allowed', url);
    return isRefused ? route.abort('aborted') : route.fulfill({ status: 200, body: 'outside' });
  }
}

/** Asks the listeners the program put on its contents; Electron navigates unless one prevents it. */
export function mayNotNavigate(contents: EventEmitter, url: string, isMainFrame: boolean): boolean {
  const names = isMainFrame ? ['will-frame-navigate', 'will-navigate'] : ['will-frame-navigate'];
  const events = names.map((name) => {
    const event = preventable({ url, isMainFrame });
    contents.emit(name, event);
    return event;
  });
  return events.some((event) => event.defaultPrevented);
}

async function fulfill(route: Route, answer: Response): Promise<void> {
  const body = Buffer.from(await answer.arrayBuffer());
  await route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body });
}
