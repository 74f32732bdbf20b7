import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { os } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { openSeat } from '#core/people/seat.ts';
import { openWebServer, type WebServer } from './server.ts';

let server: WebServer;
let links: string[];
let host: string;

beforeEach(async () => {
  const pageRoot = path.join(mkdtempSync(path.join(tmpdir(), 'kaunta-page-')), 'renderer');
  mkdirSync(`${pageRoot}-evil`, { recursive: true });
  mkdirSync(pageRoot);
  writeFileSync(path.join(pageRoot, 'index.html'), '<script nonce="__CSP_NONCE__"></script>');
  writeFileSync(path.join(pageRoot, 'app.js'), 'export {};');
  writeFileSync(path.join(`${pageRoot}-evil`, 'app.js'), 'evil');
  writeFileSync(path.join(path.dirname(pageRoot), 'secret.js'), 'secret');
  links = [];
  const core = { router: { ping: os.handler(() => 'pong') }, openSeat };
  server = await openWebServer({ core, pageRoot, port: 0, log: () => undefined, onLink: (url) => void links.push(url) });
  host = `kaunta.localhost:${server.port}`;
});

afterEach(() => server.close());

/** What stands on the wire, byte for byte: fetch would tidy up exactly the requests an attacker sends. */
function raw(text: string, waitMs = 15_000): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(server.port, '127.0.0.1', () => socket.write(text));
    const give = () => {
      socket.destroy();
      resolve(answer);
    };
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
    socket.on('error', give);
    socket.on('close', give);
    socket.setTimeout(waitMs, give);
  });
}

interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function ask({
  method = 'GET',
  path: target = '/',
  headers = {},
}: Asked): Promise<{ status: number; headers: Map<string, string>; body: string }> {
  const all = { Host: host, Connection: 'close', ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  const answer = await raw(`${method} ${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
  const [head = '', body = ''] = answer.split('\r\n\r\n', 2);
  const [statusLine = '', ...headerLines] = head.split('\r\n');
  const named = headerLines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)] as const);
  return { status: Number(statusLine.split(' ')[1]), headers: new Map(named), body };
}

function ticketPath(): string {
  const url = new URL(links.at(-1) ?? '');
  return url.pathname + url.search;
}

async function session(): Promise<string> {
  const answer = await ask({ path: ticketPath() });
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

function openSocket(headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/rpc`, { headers: { Host: host, ...headers } });
    socket.on('open', () => {
      socket.close();
      resolve(101);
    });
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('error', reject);
  });
}

describe('the door', () => {
  it('the printed link gives a cookie and the page; the same link again gives neither', async () => {
    const path = ticketPath();
    const first = await ask({ path });
    expect([first.status, first.headers.get('location')]).toEqual([303, '/']);
    const cookie = first.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
    expect((await ask({ headers: { Cookie: cookie.split(';')[0] ?? '' } })).status).toBe(200);
    const second = await ask({ path });
    expect([second.status, second.headers.get('set-cookie')]).toEqual([403, undefined]);
    expect(second.body).toContain('This link no longer opens Kaunta');
  });

  it('a link opened from a file asks for the page itself, because the redirect would lose the cookie', async () => {
    const answer = await ask({ path: ticketPath(), headers: { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' } });
    expect([answer.status, answer.headers.get('refresh')]).toEqual([200, '0;url=/']);
    expect(answer.headers.get('set-cookie')).toBeDefined();
  });

  it('a script or picture elsewhere cannot use up the link', async () => {
    const path = ticketPath();
    for (const headers of [{ 'Sec-Fetch-Mode': 'no-cors' }, { 'Sec-Fetch-Dest': 'iframe' }])
      expect((await ask({ path, headers })).status).toBe(403);
    expect((await ask({ method: 'HEAD', path })).status).toBe(403);
    expect((await ask({ path })).status).toBe(303);
  });

  it('without a cookie a person is told, in both languages, where the link is, and a fresh one is printed once', async () => {
    await session();
    const answer = await ask({});
    expect(answer.status).toBe(401);
    expect(answer.body).toContain('Open Kaunta by its link');
    expect(answer.body).toContain('Fungua Kaunta kwa kiungo chake');
    await ask({});
    await ask({ path: '/app.js' });
    expect(links).toHaveLength(2);
    expect((await ask({ path: ticketPath() })).status).toBe(303);
  });

  it('without a cookie no file is served', async () => {
    expect(await ask({ path: '/app.js' })).toMatchObject({ status: 401 });
  });
});

describe('who asks', () => {
  it('another name than ours is refused, so a rebound name reaches nothing', async () => {
    const cookie = await session();
    for (const name of [
      'evil.example',
      `evil.localhost:${server.port}`,
      `localhost:${server.port}`,
      'kaunta.localhost',
      `kaunta.localhost:${server.port}.evil.example`,
      '',
    ]) {
      expect([name, (await ask({ headers: { Host: name, Cookie: cookie } })).status]).toEqual([name, 421]);
    }
    expect((await raw('GET / HTTP/1.0\r\n\r\n')).split(' ')[1]).toBe('421');
  });

  it('another origin or site is refused, cookie or not', async () => {
    const Cookie = await session();
    const foreign: Record<string, string>[] = [
      { Origin: 'http://evil.example' },
      { Origin: 'null' },
      { Origin: `http://127.0.0.1:${server.port}` },
      { Origin: `https://${host}` },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
    ];
    for (const headers of foreign) {
      const answer = await ask({ headers: { Cookie, ...headers } });
      expect([headers, answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([headers, 403, undefined]);
    }
    expect((await ask({ headers: { Cookie, Origin: `http://${host}`, 'Sec-Fetch-Site': 'same-origin' } })).status).toBe(200);
  });

  it('a socket needs the cookie and our exact origin, both', async () => {
    const Cookie = await session();
    const Origin = `http://${host}`;
    expect(await openSocket({})).toBe(403);
    expect(await openSocket({ Cookie })).toBe(403);
    expect(await openSocket({ Origin })).toBe(403);
    expect(await openSocket({ Cookie, Origin: 'http://evil.example' })).toBe(403);
    expect(await openSocket({ Cookie, Origin: `http://127.0.0.1:${server.port}` })).toBe(403);
    expect(await openSocket({ Cookie, Origin, 'Sec-Fetch-Site': 'same-site' })).toBe(403);
    expect(await openSocket({ Cookie, Origin, Host: 'evil.example' })).toBe(421);
    expect(await openSocket({ Cookie, Origin })).toBe(101);
  });
});

describe('what is asked', () => {
  it('only GET and HEAD are methods here', async () => {
    const Cookie = await session();
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'NONSENSE']) {
      expect([method, (await ask({ method, headers: { Cookie } })).status]).toEqual([method, 405]);
    }
    expect(await ask({ method: 'HEAD', path: '/app.js', headers: { Cookie } })).toMatchObject({ status: 200, body: '' });
  });

  it('a body is refused before it is read', async () => {
    const Cookie = await session();
    expect((await ask({ headers: { Cookie, 'Content-Length': '1000000' } })).status).toBe(413);
    expect((await ask({ headers: { Cookie, 'Transfer-Encoding': 'chunked' } })).status).toBe(413);
  });

  it('no spelling of a path leaves the folder of the page', async () => {
    const Cookie = await session();
    const spellings = [
      '/../secret.js',
      '/../../etc/passwd',
      '/..%2fsecret.js',
      '/%2e%2e/secret.js',
      '/%2e%2e%2fsecret.js',
      '/.%2e/secret.js',
      '/..%5csecret.js',
      '/..\\secret.js',
      '/%5c..%5csecret.js',
      '/..%252fsecret.js',
      '/..%c0%afsecret.js',
      '/../renderer-evil/app.js',
      '/%2e%2e/renderer-evil/app.js',
      '/....//secret.js',
      '/..;/secret.js',
      '/app.js%00.html',
      '/app.js::$DATA',
      '/C:/Windows/win.ini',
      '/C:%5cWindows%5cwin.ini',
      '/%5c%5chost%5cshare%5ca.js',
      '//host/share/a.js',
      '//etc/passwd',
      '/./../secret.js',
      '/x/../../secret.js',
      '/x/%2e%2e/%2e%2e/secret.js',
      '/%',
      '/%zz',
      '/app.js/..%2f..%2fsecret.js',
      '/index.html/../../secret.js',
      'http://evil.example/app.js',
      '/~root/a.js',
      '/.',
      '/..',
      '/%00',
      '/con.js',
    ];
    for (const spelling of spellings) {
      const answer = await ask({ path: spelling, headers: { Cookie } });
      expect([spelling, answer.status, /secret|evil|root:/.test(answer.body)]).toEqual([spelling, 404, false]);
    }
    expect((await ask({ path: '/app.js?x=1', headers: { Cookie } })).status).toBe(200);
  });

  it('what is not HTTP, or too long, gets a short answer and no more', async () => {
    expect(await raw('GET / HTTP/9.9\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    expect(await raw(`GET / HTTP/1.1\r\nHost: ${host}\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(await raw('\x16\x03\x01 hello TLS')).toMatch(/^HTTP\/1\.1 4\d\d /);
  });
});

describe('every answer', () => {
  it('carries the headers that keep others out, and a policy with a nonce of its own', async () => {
    const Cookie = await session();
    const [one, two] = [await ask({ headers: { Cookie } }), await ask({ headers: { Cookie } })];
    const nonces = [one, two].map((page) => /'nonce-([^']+)'/.exec(page.headers.get('content-security-policy') ?? '')?.[1]);
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(one.body).toBe(`<script nonce="${nonces[0]}"></script>`);
    expect(one.headers.get('content-security-policy')).not.toMatch(/unsafe|\*|https?:/);
    expect(one.headers.get('cache-control')).toBe('no-store');
    for (const answer of [one, await ask({}), await ask({ path: '/none.js', headers: { Cookie } }), await ask({ method: 'POST' })]) {
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    }
  });
});

describe('the house', () => {
  it('stands on loopback only', async () => {
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter((address) => !address.internal && address.family === 'IPv4');
    for (const { address } of outside) {
      const reached = await new Promise((resolve) => {
        const socket = connect(server.port, address, () => resolve(true)).on('error', () => resolve(false));
        socket.unref();
      });
      expect([address, reached]).toEqual([address, false]);
    }
  });

  it('lets slow connections go and serves the honest request meanwhile', async () => {
    const slow = Array.from({ length: 20 }, () => raw(`GET / HTTP/1.1\r\nHost: ${host}\r\nX-Slow: `, 30_000));
    expect((await ask({})).status).toBe(401);
    const answers = await Promise.all(slow);
    expect(answers.every((answer) => /^(HTTP\/1\.1 (400|408) |$)/.test(answer))).toBe(true);
  });
});
