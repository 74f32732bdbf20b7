import { createServer, request as httpRequest, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * What the proxy does to one request. Never at the hub: `lost` (reset before it was read), `server-error` and `login-page` (somebody else
 * answers), `busy` (429). Done at the hub, and then: `no-reply`, `half-reply` and `truncated` (a whole 200 with five bytes), `drip`
 * (byte groups with pauses, whole in the end), `error-after` (a 500), `twice` (it came two times), `late` (the caller was cut off before,
 * so that what they send next comes first).
 */
export const lineFaults = [
  'lost',
  'server-error',
  'login-page',
  'busy',
  'no-reply',
  'half-reply',
  'truncated',
  'drip',
  'error-after',
  'twice',
  'late',
] as const;
export type LineFault = (typeof lineFaults)[number] | 'none';

/** A bad line before a real hub: real sockets, cut where the test says. */
export interface FaultProxy {
  readonly url: string;
  /** Paths that arrived, in order. */
  readonly seen: readonly string[];
  /** How often each fault was done. */
  readonly done: ReadonlyMap<LineFault, number>;
  /** Faults for the next requests to a path, in turn; `none` after the last. */
  plan(path: string, ...faults: readonly LineFault[]): void;
  /** Faults for the next requests to any path. */
  planAny(...faults: readonly LineFault[]): void;
  /** Forgets the faults that are still planned. */
  calm(): void;
  /** While it is down every request is lost. */
  setDown(isDown: boolean): void;
  /** Nobody listens: connections are refused until it is opened again, on the same port. */
  refuse(): Promise<void>;
  open(): Promise<void>;
  close(): Promise<void>;
}

const dripBytes = 64;
const dripMs = 2;
const lateMs = 120;

export async function openFaultProxy(hubUrl: string): Promise<FaultProxy> {
  const planned = new Map<string, LineFault[]>();
  const any: LineFault[] = [];
  const seen: string[] = [];
  const done = new Map<LineFault, number>();
  const line = { isDown: false };
  const server = createServer((incoming, outgoing) => {
    const path = incoming.url ?? '';
    const fault = line.isDown ? 'lost' : (planned.get(path)?.shift() ?? any.shift() ?? 'none');
    seen.push(path);
    done.set(fault, (done.get(fault) ?? 0) + 1);
    void relay(hubUrl, fault, incoming, outgoing).catch(() => incoming.socket.destroy());
  });
  await listen(server, 0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    done,
    plan: (path, ...faults) => planned.set(path, [...(planned.get(path) ?? []), ...faults]),
    planAny: (...faults) => void any.push(...faults),
    calm: () => {
      planned.clear();
      any.length = 0;
    },
    setDown: (isDown) => {
      line.isDown = isDown;
    },
    refuse: () => shut(server),
    open: () => listen(server, port),
    close: () => (server.listening ? shut(server) : Promise.resolve()),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve) => void server.listen(port, '127.0.0.1', resolve));
}

function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function relay(hubUrl: string, fault: LineFault, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  if (fault === 'lost') return void incoming.socket.destroy();
  if (fault === 'login-page') return void outgoing.end('<html><body>Buy a bundle to go on</body></html>');
  if (fault === 'server-error') return void outgoing.writeHead(502).end('Bad gateway');
  if (fault === 'busy') return refuse(outgoing, 429, 'hub.busy');
  const request = await readRequest(incoming);
  if (fault === 'late') {
    incoming.socket.destroy();
    await wait(lateMs);
  }
  if (fault === 'twice') await askHub(hubUrl, request);
  const answer = await askHub(hubUrl, request);
  if (fault === 'error-after') return refuse(outgoing, 500, 'hub.fault');
  await reply(fault, answer, incoming, outgoing);
}

function refuse(outgoing: ServerResponse, status: number, code: string): void {
  const headers = { 'content-type': 'application/json', ...(status === 429 && { 'retry-after': '0' }) };
  outgoing.writeHead(status, headers).end(JSON.stringify({ code, facts: {} }));
}

interface Request {
  readonly path: string;
  readonly method: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

async function readRequest(incoming: IncomingMessage): Promise<Request> {
  const { url = '', method = 'GET', headers } = incoming;
  return { path: url, method, headers, body: await bytesOf(incoming) };
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

function askHub(hubUrl: string, { path, method, headers, body }: Request): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest(`${hubUrl}${path}`, { method, headers }, (answer) => {
      const status = answer.statusCode ?? 502;
      bytesOf(answer).then((bytes) => resolve({ status, headers: answer.headers, body: bytes }), reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function reply(
  fault: LineFault,
  { status, headers, body }: Answer,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  if (fault === 'no-reply') return void incoming.socket.destroy();
  if (incoming.socket.destroyed) return;
  const { 'content-length': _length, ...rest } = headers;
  if (fault === 'truncated') return void outgoing.writeHead(200, rest).end(body.subarray(0, 5));
  outgoing.writeHead(status, headers);
  if (fault === 'half-reply') {
    outgoing.write(body.subarray(0, Math.floor(body.length / 2)), () => incoming.socket.destroy());
    return;
  }
  if (fault === 'drip') await drip(outgoing, body);
  else outgoing.end(body);
}

async function drip(outgoing: ServerResponse, body: Buffer): Promise<void> {
  for (let at = 0; at < body.length; at += dripBytes) {
    outgoing.write(body.subarray(at, at + dripBytes));
    await wait(dripMs);
  }
  outgoing.end();
}
