import type { IncomingMessage } from 'node:http';

/** The parts of a request that say where it comes from and what it wants. */
export type Incoming = Pick<IncomingMessage, 'method' | 'url' | 'headers'>;

export type GuardStatus = 403 | 405 | 413 | 421;

/** Names this host answers to. A page of any other site, or a name rebound to this PC, sends its own (RELIABILITY §3 F). */
export function authoritiesOf(port: number): ReadonlySet<string> {
  return new Set([`kaunta.localhost:${port}`, `127.0.0.1:${port}`]);
}

/** Why a request is not looked at, as an HTTP status: what every request must satisfy before tickets and cookies matter. */
export function requestProblem(request: Incoming, authorities: ReadonlySet<string>): GuardStatus | undefined {
  const { host, origin } = request.headers;
  if (host === undefined || !authorities.has(host)) return 421;
  if (request.method !== 'GET' && request.method !== 'HEAD') return 405;
  if (hasBody(request)) return 413;
  if (origin !== undefined && origin !== `http://${host}`) return 403;
  return undefined;
}

/** Requests this host's own page makes, and those a person types; a link or a script elsewhere is neither. */
export function isFromOwnPage({ headers }: Incoming): boolean {
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'none' || site === 'same-origin';
}

/** Whether the request replaces the whole tab, as opening a printed link does. */
export function isNavigation({ headers }: Incoming): boolean {
  const mode = headers['sec-fetch-mode'];
  const destination = headers['sec-fetch-dest'];
  return (mode === undefined || mode === 'navigate') && (destination === undefined || destination === 'document');
}

/** A WebSocket is not held by the same-origin policy, so its Origin must be there and be ours to the letter (ASVS 4.4.2). */
export function socketProblem(request: Incoming, authorities: ReadonlySet<string>): GuardStatus | undefined {
  const problem = requestProblem(request, authorities);
  if (problem !== undefined) return problem;
  const site = request.headers['sec-fetch-site'];
  const isOurs = request.url === '/rpc' && request.headers.origin !== undefined && (site === undefined || site === 'same-origin');
  return isOurs ? undefined : 403;
}

function hasBody({ headers }: Incoming): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
}
