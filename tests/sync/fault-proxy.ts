import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the proxy does to one request: `lost` never reaches the hub; of `no-reply` and `half-reply` the hub has done its part. */
export type LineFault = 'none' | 'lost' | 'no-reply' | 'half-reply' | 'login-page' | 'server-error';

/** A bad line before a real hub: real sockets, cut where the test says. */
export interface FaultProxy {
  readonly url: string;
  /** Paths that arrived, in order. */
  readonly seen: readonly string[];
  /** Faults for the next requests to a path, in turn; `none` after the last. */
  plan(path: string, ...faults: readonly LineFault[]): void;
  /** While it is down every request is lost. */
  setDown(isDown: boolean): void;
  close(): Promise<void>;
}

export async function openFaultProxy(hubUrl: string): Promise<FaultProxy> {
  const planned = new Map<string, LineFault[]>();
  const seen: string[] = [];
  const line = { isDown: false };
  const server = createServer((incoming, outgoing) => {
    const path = incoming.url ?? '';
    const fault = line.isDown ? 'lost' : (planned.get(path)?.shift() ?? 'none');
    seen.push(path);
    relay(hubUrl, fault, incoming, outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    plan: (path, ...faults) => planned.set(path, [...(planned.get(path) ?? []), ...faults]),
    setDown: (isDown) => {
      line.isDown = isDown;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function relay(hubUrl: string, fault: LineFault, incoming: IncomingMessage, outgoing: ServerResponse): void {
  if (fault === 'lost') return void incoming.socket.destroy();
  if (fault === 'login-page') return void outgoing.end('<html><body>Buy a bundle to go on</body></html>');
  if (fault === 'server-error') return void outgoing.writeHead(502).end('Bad gateway');
  const asked = httpRequest(`${hubUrl}${incoming.url}`, { method: incoming.method, headers: incoming.headers }, (answer) => {
    const chunks: Buffer[] = [];
    answer.on('data', (chunk: Buffer) => chunks.push(chunk));
    answer.on('end', () => {
      const body = Buffer.concat(chunks);
      if (fault === 'no-reply') return void incoming.socket.destroy();
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      if (fault === 'none') return void outgoing.end(body);
      outgoing.write(body.subarray(0, Math.floor(body.length / 2)), () => incoming.socket.destroy());
    });
  });
  asked.on('error', () => incoming.socket.destroy());
  incoming.pipe(asked);
}
