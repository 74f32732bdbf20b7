import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { hubPaths } from '#shared/protocol/request.ts';
import { oldestAnsweredVersion, protocolVersion } from '#shared/protocol/version.ts';
import type { Device } from '../devices/device.ts';
import { refusalOf } from '../fault.ts';
import type { HubDeps } from '../hub-deps.ts';
import { HubRefusal } from '../refusal.ts';
import { authenticate } from './authenticate.ts';
import { jsonTextOf, readBody } from './body.ts';
import { limits } from './limits.ts';
import { openApiDocument } from './open-api.ts';
import { takeLetter } from './post.ts';
import { openPushGate, type PushGate } from './push-gate.ts';
import { replyJson, replyRefusal, setRetryAfter, setSecurityHeaders } from './reply.ts';
import { openRpc, type Rpc } from './rpc.ts';
import { askUpload, createUpload, getScan, patchUpload, type Exchange } from './scans.ts';
import type { Traffic } from './traffic.ts';

type Answer = (exchange: Exchange) => Promise<void>;
/** The answers of one path, by method: what is not here is not allowed. */
type Methods = Readonly<Record<string, Answer>>;

/** The hub's HTTP server: routes, limits and headers; what is asked is answered by the router and by the scans beside it. */
export function createHubServer(deps: HubDeps, traffic: Traffic): Server {
  const rpc = openRpc(deps);
  const routes = routesOf(rpc);
  const server = createServer(
    {
      headersTimeout: limits.headersTimeoutMs,
      requestTimeout: limits.requestTimeoutMs,
      connectionsCheckingInterval: 1_000,
      maxHeaderSize: limits.maxHeaderBytes,
    },
    (request, response) => void answer({ deps, request, response }, routes, traffic),
  );
  server.maxConnections = limits.maxConnections;
  return server;
}

async function answer(exchange: Exchange, routes: ReadonlyMap<string, Methods>, traffic: Traffic): Promise<void> {
  const { deps, request, response } = exchange;
  const began = performance.now();
  response.once('finish', () => {
    const path = routes.has(request.url ?? '') ? (request.url ?? '') : 'other';
    deps.metrics.answered({ path, status: response.statusCode, seconds: (performance.now() - began) / 1_000 });
  });
  try {
    setSecurityHeaders(response);
    traffic.enter(response);
    await findAnswer(request, response, routes)(exchange);
  } catch (error) {
    // Whoever hung up is not waiting for an answer.
    if (request.destroyed && !request.complete) response.destroy();
    else await replyRefusal(request, response, refusalOf(error, deps.log)).catch(() => response.destroy());
  }
}

function findAnswer(request: IncomingMessage, response: ServerResponse, routes: ReadonlyMap<string, Methods>): Answer {
  const path = request.url ?? '';
  const methods = scanMethods(path) ?? routes.get(path);
  if (!methods) throw new HubRefusal(404, 'request.unknown-path');
  const found = Object.hasOwn(methods, request.method ?? '') ? methods[request.method ?? ''] : undefined;
  if (found) return found;
  response.setHeader('allow', Object.keys(methods).join(', '));
  throw new HubRefusal(405, 'request.method');
}

/** Scans are named in their path: by their hash where they are read, by hash and length while they come in. */
function scanMethods(path: string): Methods | undefined {
  const [, sha256, length] = /^\/v1\/scans\/([0-9a-f]{64})(?:\/([1-9]\d{0,9}))?$/u.exec(path) ?? [];
  if (sha256 === undefined) return undefined;
  if (length === undefined) return { GET: (exchange) => getScan(exchange, sha256) };
  const upload = { sha256, bytes: Number(length) };
  return { HEAD: (exchange) => askUpload(exchange, upload), PATCH: (exchange) => patchUpload(exchange, upload) };
}

function routesOf(rpc: Rpc): ReadonlyMap<string, Methods> {
  let document: Promise<string> | undefined;
  const { messageBytes, pushBytes } = limits;
  return new Map<string, Methods>([
    [hubPaths.health, { GET: health }],
    ['/openapi.json', { GET: async ({ request, response }) => replyJson(request, response, 200, await (document ??= openApiDocument())) }],
    [hubPaths.scans, { POST: createUpload }],
    [hubPaths.post, { POST: takeLetter }],
    [hubPaths.enrol, { POST: message(rpc, { isSigned: false, maxBytes: messageBytes }) }],
    [hubPaths.push, { POST: message(rpc, { isSigned: true, maxBytes: pushBytes, gate: openPushGate() }) }],
    ...[hubPaths.pull, hubPaths.lookUp, hubPaths.lookUpDriver, hubPaths.codes, hubPaths.escrow, hubPaths.leave].map(
      (path) => [path, { POST: message(rpc, { isSigned: true, maxBytes: messageBytes }) }] as const,
    ),
  ]);
}

interface MessageRules {
  readonly isSigned: boolean;
  readonly maxBytes: number;
  readonly gate?: PushGate;
}

/** A message of the contract: read, proved, unpacked, and only then looked at. */
function message(rpc: Rpc, { isSigned, maxBytes, gate }: MessageRules): Answer {
  return async ({ deps, request, response }) => {
    gate?.refuseWhenFull();
    if (!/^application\/json\b/u.test(request.headers['content-type'] ?? '')) throw new HubRefusal(415, 'request.content-type');
    const body = await readBody(request, maxBytes);
    const prove = () => authenticate(deps.database, request, createHash('sha256').update(body).digest('hex'), deps.now());
    const work = async (device: Device | undefined) => rpc({ path: request.url ?? '', json: jsonTextOf(request, body, maxBytes), device });
    const reply = await (gate ? gate.pass(prove, work) : work(isSigned ? await prove() : undefined));
    if (reply.status === 429 || reply.status === 503)
      setRetryAfter(response, (JSON.parse(reply.json) as { facts: Record<string, unknown> }).facts);
    await replyJson(request, response, reply.status, reply.json);
  };
}

/** Answers only when the database does, so that a load balancer sees a hub that cannot work. */
async function health({ deps, request, response }: Exchange): Promise<void> {
  await deps.database.transaction((sql) => sql.query('SELECT 1 AS one'));
  const { key, practice } = deps;
  const body = {
    ok: true,
    practice,
    protocol: { oldest: oldestAnsweredVersion, newest: protocolVersion },
    publicKey: key.publicKey,
    hubTime: deps.now(),
  };
  await replyJson(request, response, 200, JSON.stringify(body));
}
