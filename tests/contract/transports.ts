import { once } from 'node:events';
import { get } from 'node:http';
import { createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import { WebSocket } from 'ws';
import { openCallServer } from '#core/hosting/call-server.ts';
import type { LogLine } from '#core/host.ts';
import type { Core } from '#core/start-core.ts';
import { openDesk, type CoreClient } from '#tests/support/desk.ts';
import { openWebServer } from '#web/server.ts';

/** A client of a core over one way of carrying calls. */
export interface Line {
  readonly client: CoreClient;
  /** Puts something on the line that no client would send; absent where nothing is carried. */
  readonly say: ((message: string | Uint8Array<ArrayBuffer>) => void) | undefined;
  close(): Promise<void>;
}

export type OpenLine = (core: Core, log: (line: LogLine) => void) => Promise<Line>;

function overPort(core: Core, log: (line: LogLine) => void): Promise<Line> {
  const { port1, port2 } = new MessageChannel();
  const seat = core.openSeat();
  const line = openCallServer(core.router, log)(seat, (message) => port2.postMessage(message));
  port2.addEventListener('message', (event) => line.receive(event.data));
  port2.addEventListener('close', () => line.close());
  const link = new PortLink({ port: port1 });
  port1.start();
  port2.start();
  return Promise.resolve({
    client: createORPCClient(link),
    say: (message) => port1.postMessage(message),
    close: () => {
      port1.close();
      seat.close();
      return Promise.resolve();
    },
  });
}

/** Through the whole web host: link, cookie, socket. */
async function overSocket(core: Core, log: (line: LogLine) => void): Promise<Line> {
  let url = new URL('http://unset');
  const server = await openWebServer({ core, pageRoot: 'renderer', port: 0, log, onLink: (link) => (url = new URL(link)) });
  const reached = `http://127.0.0.1:${server.port}`;
  const Cookie = await cookieFor(`${reached}/${url.search}`);
  const websocket = new WebSocket(`${reached.replace('http', 'ws')}/rpc`, { headers: { Cookie, Origin: reached } });
  // The client of ws is a WebSocket to the letter of the standard, though not to the letter of its types.
  const link = new SocketLink({ websocket: websocket as unknown as globalThis.WebSocket });
  await once(websocket, 'open');
  return {
    client: createORPCClient(link),
    say: (message) => websocket.send(message),
    close: async () => {
      websocket.close();
      await server.close();
    },
  };
}

/** As a browser's address bar asks: fetch would say that a script does. */
function cookieFor(link: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(link, (answer) => {
      answer.resume();
      resolve(answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '');
    }).on('error', reject);
  });
}

/** The three ways a screen or a test reaches the core. */
export const transports: readonly (readonly [string, OpenLine])[] = [
  ['in process', (core) => Promise.resolve({ client: openDesk(core).client, say: undefined, close: () => Promise.resolve() })],
  ['over a MessagePort', overPort],
  ["over the web host's WebSocket", overSocket],
];
