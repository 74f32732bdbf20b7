import type { Carried } from './ports.ts';

/** From the preload's world to the double: a port was sent along, or says something, or was closed. */
export type FromPage =
  | { readonly kind: 'post'; readonly channel: string; readonly ports: readonly number[] }
  | { readonly kind: 'port'; readonly port: number; readonly data: Carried };

/** From the double to the preload's world. */
export type ToPage =
  | { readonly kind: 'port'; readonly port: number; readonly data: Carried }
  | { readonly kind: 'close'; readonly port: number };

/** What the double needs of the preload's world; both names are made up for it. */
interface DoubleGlobals {
  electronDoubleSend(message: string): void;
  electronDoubleReceive(message: ToPage): void;
}

interface Bytes {
  toBase64(): string;
}

/**
 * Source of the isolated world: a `require` that knows `electron` only, as a sandboxed preload has, and the built preload inside it.
 * It runs in the page's main frame alone, as preloads do.
 */
export function preloadWorldSource(preload: string): string {
  return `if (window.top === window) (${installElectron.toString()})((require, module, exports) => {\n${preload}\n});`;
}

/** Source of the page's own world: puts there what the preload exposes. */
export const pageWorldSource = `(${receiveExposed.toString()})()`;

type PreloadModule = (require: (name: string) => unknown, module: { exports: object }, exports: object) => void;

/* v8 ignore start -- These two run in the browser as text, so they may use nothing of this file. */
function installElectron(preload: PreloadModule): void {
  const globals = globalThis as unknown as DoubleGlobals;
  const ports = new Map<number, MessagePort>();
  const pack = (data: unknown): Carried => {
    if (typeof data === 'string') return { text: data };
    if (data instanceof ArrayBuffer) return { bytes: (new Uint8Array(data) as unknown as Bytes).toBase64() };
    if (data instanceof Uint8Array) return { bytes: (data as unknown as Bytes).toBase64() };
    return { json: data };
  };
  const unpack = ({ text, bytes, json }: Carried): unknown =>
    text ?? (bytes === undefined ? json : (Uint8Array as unknown as { fromBase64(text: string): Uint8Array }).fromBase64(bytes));
  const adopt = (port: MessagePort): number => {
    const id = ports.size + 1;
    ports.set(id, port);
    port.onmessage = ({ data }) => globals.electronDoubleSend(JSON.stringify({ kind: 'port', port: id, data: pack(data) }));
    return id;
  };
  globals.electronDoubleReceive = (message) => {
    const port = ports.get(message.port);
    if (message.kind === 'port') port?.postMessage(unpack(message.data));
    else port?.close();
  };
  const electron = {
    ipcRenderer: {
      postMessage: (channel: string, _message: unknown, transfer: readonly MessagePort[]) =>
        globals.electronDoubleSend(JSON.stringify({ kind: 'post', channel, ports: transfer.map(adopt) })),
    },
    contextBridge: {
      exposeInMainWorld: (key: string, api: Readonly<Record<string, () => void>>) => {
        document.addEventListener('electron-double:call', (event) => api[(event as CustomEvent<string>).detail]?.());
        const detail = JSON.stringify({ key, names: Object.keys(api) });
        document.dispatchEvent(new CustomEvent('electron-double:expose', { detail }));
      },
    },
  };
  const module = { exports: {} };
  const require = (name: string) => {
    if (name === 'electron') return electron;
    throw new Error(`A sandboxed preload cannot require ${name}`);
  };
  preload(require, module, module.exports);
}

function receiveExposed(): void {
  document.addEventListener('electron-double:expose', (event) => {
    const { key, names } = JSON.parse((event as CustomEvent<string>).detail) as { key: string; names: string[] };
    const call = (detail: string) => () => void document.dispatchEvent(new CustomEvent('electron-double:call', { detail }));
    const value = Object.freeze(Object.fromEntries(names.map((name) => [name, call(name)])));
    Object.defineProperty(window, key, { value, enumerable: true });
  });
}
/* v8 ignore stop */
