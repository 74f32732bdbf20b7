import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import type { OpenCallLine } from '#core/hosting/call-server.ts';
import { logFault } from '#core/hosting/log-file.ts';
import type { LogLine } from '#core/host.ts';
import type { Seat } from '#core/start-core.ts';
import type { Door } from './door.ts';
import { socketProblem, type GuardStatus } from './guard.ts';

/** A scan of 25 MB with its envelope; ws closes a socket that sends more. */
const MAX_MESSAGE_BYTES = 26 * 1024 * 1024;
const HEARTBEAT_MS = 30_000;

export interface SocketOptions {
  readonly server: Server;
  readonly authorities: ReadonlySet<string>;
  readonly door: Door;
  readonly openLine: OpenCallLine;
  readonly log: (line: LogLine) => void;
}

/** Lets a page with a session speak the contract over a WebSocket at `/rpc`. */
export function acceptSockets(options: SocketOptions): { close(): void } {
  const { server, authorities, door } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES, perMessageDeflate: false });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const problem = socketProblem(request, authorities);
    const seat = door.seatOf(request.headers.cookie);
    if (problem !== undefined || seat === undefined) return refuse(socket, problem ?? 403);
    sockets.handleUpgrade(request, socket, head, (webSocket) => connect(webSocket, seat, options));
  });
  return {
    close: () => {
      for (const webSocket of sockets.clients) webSocket.terminate();
      sockets.close();
    },
  };
}

function connect(webSocket: WebSocket, seat: Seat, { openLine, log }: SocketOptions): void {
  const line = openLine(seat, (message) => webSocket.send(message));
  const stopHeartbeat = keepAlive(webSocket);
  webSocket.on('message', (data, isBinary) => line.receive(isBinary ? bytesOf(data) : bytesOf(data).toString()));
  webSocket.on('error', (fault) => void logFault(log, 'web.socket-failed', fault));
  webSocket.on('close', () => {
    stopHeartbeat();
    line.close();
  });
}

/** A browser that has vanished without closing (sleep, crash) answers no ping; its streams must end all the same. */
function keepAlive(webSocket: WebSocket): () => void {
  let answered = true;
  webSocket.on('pong', () => (answered = true));
  const timer = setInterval(() => {
    if (!answered) return webSocket.terminate();
    answered = false;
    webSocket.ping();
  }, HEARTBEAT_MS);
  return () => clearInterval(timer);
}

function bytesOf(data: RawData): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? Buffer.from(data) : data;
}

function refuse(socket: Duplex, status: GuardStatus): void {
  const reasons: Readonly<Record<GuardStatus, string>> = {
    403: 'Forbidden',
    405: 'Method Not Allowed',
    413: 'Content Too Large',
    421: 'Misdirected Request',
  };
  socket.end(`HTTP/1.1 ${status} ${reasons[status]}\r\nConnection: close\r\n\r\n`);
}
