import { EventEmitter } from 'node:events';
import path from 'node:path';
import type { App } from 'electron';
import { closeBrowser } from './browser.ts';
import { onDrive, recorded } from './drive.ts';
import { preventable } from './events.ts';

type Faked = Pick<
  App,
  'isPackaged' | 'whenReady' | 'getVersion' | 'getPath' | 'setPath' | 'enableSandbox' | 'requestSingleInstanceLock' | 'quit' | 'exit'
>;

class DoubleApp extends EventEmitter implements Faked {
  readonly isPackaged = false;
  #userData = '';

  whenReady = () => Promise.resolve();
  getVersion = () => '0.1.0';
  enableSandbox = () => undefined;
  requestSingleInstanceLock = () => process.env['DOUBLE_SECOND_START'] === undefined;
  setPath = (_name: string, folder: string) => void (this.#userData = folder);
  getPath = (name: string) => (name === 'userData' ? this.#userData : path.join(process.env['DOUBLE_HOME'] ?? '', name));
  exit = (code?: number) => void closeBrowser().then(() => process.exit(code ?? 0));

  /** Windows first; then a listener may hold the end up until it has finished its work and quits again. */
  quit = () => {
    this.emit('double:close-windows');
    const event = preventable({});
    this.emit('will-quit', event);
    if (!event.defaultPrevented) this.exit(0);
  };
}

export const app = recorded('app', new DoubleApp());

onDrive('quit', () => app.quit());
onDrive('second-start', () => app.emit('second-instance', {}, [], ''));
