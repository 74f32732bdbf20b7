import { EventEmitter } from 'node:events';
import type { BrowserWindow as RealWindow, BrowserWindowConstructorOptions, WebContents, WindowOpenHandlerResponse } from 'electron';
import { app } from './app.ts';
import { onDrive, report } from './drive.ts';
import { preventable } from './events.ts';
import { DoublePage, mayNotNavigate } from './page.ts';

type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0];

class DoubleContents extends EventEmitter implements Pick<WebContents, 'setWindowOpenHandler'> {
  openHandler: OpenHandler | undefined;
  page: DoublePage | undefined;

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  reload(): void {
    report('webContents.reload');
    void this.page?.reload();
  }
}

type Faked = Pick<
  RealWindow,
  | 'loadURL'
  | 'show'
  | 'focus'
  | 'restore'
  | 'maximize'
  | 'isMinimized'
  | 'isMaximized'
  | 'isDestroyed'
  | 'getNormalBounds'
  | 'setMenuBarVisibility'
>;

/** A window of the program: a page in Chromium. Its frame, size and place are only remembered. */
export class BrowserWindow extends EventEmitter implements Faked {
  readonly webContents = new DoubleContents();
  readonly #bounds: { x: number; y: number; width: number; height: number };
  #isMaximized = false;
  #isDestroyed = false;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    report('new BrowserWindow', options);
    this.#bounds = { x: 0, y: 0, width: options.width ?? 800, height: options.height ?? 600 };
    const preload = options.webPreferences?.preload ?? '';
    this.webContents.page = new DoublePage({ contents: this.webContents, preload, size: this.#bounds });
    app.emit('web-contents-created', {}, this.webContents);
    app.on('double:close-windows', () => this.#close());
    this.#listen(this.webContents);
  }

  async loadURL(url: string): Promise<void> {
    report('window.loadURL', url);
    await this.webContents.page?.load(url);
    this.emit('ready-to-show');
  }

  show = () => report('window.show');
  focus = () => report('window.focus');
  restore = () => report('window.restore');
  setMenuBarVisibility = (isVisible: boolean) => report('window.setMenuBarVisibility', isVisible);
  isMinimized = () => true;
  isMaximized = () => this.#isMaximized;
  isDestroyed = () => this.#isDestroyed;
  getNormalBounds = () => this.#bounds;

  maximize(): void {
    this.#isMaximized = true;
    report('window.maximize');
  }

  #close(): void {
    if (this.#isDestroyed) return;
    this.emit('close', preventable({}));
    this.#isDestroyed = true;
    this.webContents.emit('destroyed');
    this.emit('closed');
  }

  #listen(contents: DoubleContents): void {
    onDrive('navigate', (url: string) => mayNotNavigate(contents, url, true));
    onDrive('navigate-frame', (url: string) => mayNotNavigate(contents, url, false));
    onDrive('redirect', (url: string) => isPrevented(contents, 'will-redirect', { url }));
    onDrive('attach-webview', () => isPrevented(contents, 'will-attach-webview', {}));
    onDrive('open-window', (url: string): WindowOpenHandlerResponse => contents.openHandler?.({ url } as never) ?? { action: 'allow' });
    onDrive('crash-page', () => contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 }));
    onDrive('say', (data: unknown) => contents.page?.sayToMain(data));
    onDrive('resize', ({ width, height }: { width: number; height: number }) => void Object.assign(this.#bounds, { width, height }));
  }
}

function isPrevented(contents: EventEmitter, name: string, details: object): boolean {
  const event = preventable(details);
  contents.emit(name, event);
  return event.defaultPrevented;
}
