import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openCallServer } from '#core/hosting/call-server.ts';
import { logFault } from '#core/hosting/log-file.ts';
import { answerPageRequest, type PageAnswer } from '#core/hosting/page-files.ts';
import { safeHeaders } from '#core/hosting/page-policy.ts';
import type { LogLine } from '#core/host.ts';
import type { Core } from '#core/start-core.ts';
import { openDoor, type Door } from './door.ts';
import { doorPage, type DoorPage } from './door-page.ts';
import { authoritiesOf, isFromOwnPage, isNavigation, requestProblem } from './guard.ts';
import { acceptSockets } from './sockets.ts';

export interface WebServerOptions {
  readonly core: Pick<Core, 'router' | 'openSeat'>;
  /** Folder of the built page. */
  readonly pageRoot: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly log: (line: LogLine) => void;
  /** Told each time a fresh one-time link is needed: a browser without a session stands at the door. */
  readonly onLink: (url: string) => void;
}

export interface WebServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Node's defaults hold hundreds of idle connections for a minute; these let a slow one go within seconds (RELIABILITY §3 F). */
const limits = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 8 * 1024,
};
const MAX_CONNECTIONS = 64;

/** Serves the page and the contract on loopback to whoever opens the printed link. Rejects when the port is taken. */
export async function openWebServer(options: WebServerOptions): Promise<WebServer> {
  const door = openDoor(options.core.openSeat);
  const server = createServer(limits);
  server.maxConnections = MAX_CONNECTIONS;
  const port = await listen(server, options.port);
  const authorities = authoritiesOf(port);
  const printLink = () => {
    const ticket = door.issueTicket();
    if (ticket !== undefined) options.onLink(`http://kaunta.localhost:${port}/?t=${ticket}`);
  };
  server.on('request', (request, response) => {
    const visit: Visit = { request, response, authorities, door, printLink, pageRoot: options.pageRoot };
    answer(visit).catch((fault: unknown) => {
      logFault(options.log, 'web.request-failed', fault);
      response.destroy();
    });
  });
  server.on('clientError', refuseGarbage);
  const sockets = acceptSockets({
    server,
    authorities,
    door,
    openLine: openCallServer(options.core.router, options.log),
    log: options.log,
  });
  printLink();
  return {
    port,
    close: async () => {
      sockets.close();
      door.close();
      await closeServer(server);
    },
  };
}

interface Visit {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly authorities: ReadonlySet<string>;
  readonly door: Door;
  readonly printLink: () => void;
  readonly pageRoot: string;
}

async function answer(visit: Visit): Promise<void> {
  const { request, response } = visit;
  const problem = requestProblem(request, visit.authorities);
  if (problem !== undefined) return void response.writeHead(problem, { ...safeHeaders, Allow: 'GET, HEAD', Connection: 'close' }).end();
  const [path = '', query = ''] = (request.url ?? '').split('?', 2);
  const ticket = path === '/' ? new URLSearchParams(query).get('t') : null;
  if (ticket !== null) return enter(visit, ticket);
  if (!isFromOwnPage(request)) return void response.writeHead(403, safeHeaders).end();
  if (visit.door.seatOf(request.headers.cookie) === undefined) return meetStranger(visit, path);
  send(response, await answerPageRequest(visit.pageRoot, path));
}

/**
 * A link typed or clicked in a terminal answers with 303. From a file or another page the browser would leave the new SameSite=Strict
 * cookie out of that redirect, so there a page of our own asks for the next one.
 */
function enter({ request, response, door }: Visit, ticket: string): void {
  const cookie = request.method === 'GET' && isNavigation(request) ? door.exchange(ticket) : undefined;
  if (cookie === undefined) return sendDoorPage(response, 403, 'usedLink');
  response.setHeader('Set-Cookie', cookie);
  if (isFromOwnPage(request)) return void response.writeHead(303, { ...safeHeaders, Location: '/', 'Cache-Control': 'no-store' }).end();
  response.setHeader('Refresh', '0;url=/');
  sendDoorPage(response, 200, 'opening');
}

function meetStranger({ response, printLink }: Visit, path: string): void {
  if (path === '/') printLink();
  sendDoorPage(response, 401, 'noSession');
}

function sendDoorPage(response: ServerResponse, status: number, page: DoorPage): void {
  send(response, { status, ...doorPage(page) });
}

/** Node leaves the body of an answer to HEAD out by itself. */
function send(response: ServerResponse, answer: PageAnswer): void {
  response.writeHead(answer.status, { ...answer.headers, 'Content-Length': Buffer.byteLength(answer.body) }).end(answer.body);
}

/** What is not HTTP gets the shortest answer there is; an unknown method is told apart because it is a method all the same. */
function refuseGarbage(
  error: NodeJS.ErrnoException,
  socket: { writable: boolean; end: (text: string) => void; destroy: () => void },
): void {
  if (!socket.writable) return socket.destroy();
  const status = error.code === 'HPE_INVALID_METHOD' ? '405 Method Not Allowed' : '400 Bad Request';
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
