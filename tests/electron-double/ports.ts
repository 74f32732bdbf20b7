import { EventEmitter } from 'node:events';
import type { IpcMain, MessagePortMain } from 'electron';
import { onDrive, recorded, report } from './drive.ts';

/** What a port carries, as text: a string as it is, bytes as base64, anything else as JSON. */
export interface Carried {
  readonly text?: string;
  readonly bytes?: string;
  readonly json?: unknown;
}

function pack(data: unknown): Carried {
  if (typeof data === 'string') return { text: data };
  if (data instanceof ArrayBuffer) return { bytes: Buffer.from(data).toString('base64') };
  if (data instanceof Uint8Array) return { bytes: Buffer.from(data).toString('base64') };
  return { json: data };
}

export function unpack({ text, bytes, json }: Carried): unknown {
  return text ?? (bytes === undefined ? json : new Uint8Array(Buffer.from(bytes, 'base64')));
}

/** The main process's end of a channel; what arrives before `start` waits, as in Electron. */
export class DoublePort extends EventEmitter implements Pick<MessagePortMain, 'postMessage' | 'start' | 'close'> {
  readonly #send: (data: Carried) => void;
  readonly #hangUp: () => void;
  #waiting: unknown[] | undefined = [];
  isClosed = false;

  constructor(send: (data: Carried) => void, hangUp: () => void) {
    super();
    this.#send = send;
    this.#hangUp = hangUp;
  }

  get isStarted(): boolean {
    return this.#waiting === undefined;
  }

  postMessage(data: unknown): void {
    if (!this.isClosed) this.#send(pack(data));
  }

  start(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    for (const data of waiting) this.receive(data);
  }

  close(): void {
    if (this.isClosed) return;
    this.#hangUp();
    this.end();
  }

  receive(data: unknown): void {
    if (this.#waiting === undefined) this.emit('message', { data, ports: [] });
    else this.#waiting.push(data);
  }

  /** The other side is gone. */
  end(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    report('port.closed');
    this.emit('close');
  }
}

export const ipcMain = recorded('ipcMain', new EventEmitter()) as unknown as Pick<IpcMain, 'on' | 'emit' | 'removeAllListeners'>;

/** A frame that is not the page asks for a line, with whatever origin the test gives it. */
onDrive('ask-for-line', ({ origin, isSubframe, isGone }: { origin: string; isSubframe: boolean; isGone: boolean }) => {
  const port = new DoublePort(
    () => undefined,
    () => undefined,
  );
  const frame = { origin, parent: isSubframe ? { origin: 'kaunta://app' } : null };
  ipcMain.emit('kaunta:line', { ports: [port], senderFrame: isGone ? null : frame, sender: new EventEmitter() });
  return { isStarted: port.isStarted, isClosed: port.isClosed };
});
