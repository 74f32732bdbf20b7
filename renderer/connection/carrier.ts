import type { ClientContext, ClientLink } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';

/** One line to the host while it holds. */
export interface Carrier {
  readonly link: ClientLink<ClientContext>;
  /** Settles when the line has broken; it never holds again. */
  readonly lost: Promise<void>;
}

declare global {
  interface Window {
    /** What the preload of the Electron host gives the page; absent in a browser. */
    readonly kaunta?: { requestLine(): void };
  }
}

/** Rejects when no line can be had now. */
export function openCarrier(): Promise<Carrier> {
  return window.kaunta === undefined ? openSocket() : openPort(window.kaunta);
}

/** The preload answers a request for a line with a message that carries one port. */
function openPort(host: { requestLine(): void }): Promise<Carrier> {
  return new Promise((resolve) => {
    const take = (event: MessageEvent<unknown>) => {
      const [port] = event.ports;
      if (event.source !== window || event.data !== 'kaunta:line' || port === undefined) return;
      window.removeEventListener('message', take);
      const lost = new Promise<void>((settle) => port.addEventListener('close', () => settle(), { once: true }));
      const link = new PortLink({ port });
      port.start();
      resolve({ link, lost });
    };
    window.addEventListener('message', take);
    host.requestLine();
  });
}

async function openSocket(): Promise<Carrier> {
  const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/rpc`);
  socket.binaryType = 'arraybuffer';
  const lost = new Promise<void>((settle) => socket.addEventListener('close', () => settle(), { once: true }));
  const link = new SocketLink({ websocket: socket });
  const opened = new Promise<'opened'>((settle) => socket.addEventListener('open', () => settle('opened'), { once: true }));
  if ((await Promise.race([opened, lost])) === 'opened') return { link, lost };
  await reloadWhenShutOut();
  throw new Error('No line could be opened.');
}

/** A host that was started anew knows no earlier session: its own page then says where the new link is. */
async function reloadWhenShutOut(): Promise<void> {
  const answer = await fetch('/', { method: 'HEAD', cache: 'no-store' });
  if (answer.status === 401) location.reload();
}
