import { createConnection, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { hubPaths } from '#shared/protocol/request.ts';
import { protocolVersion } from '#shared/protocol/version.ts';
import type { DeviceDouble } from '#tests/support/device.ts';
import { isHere, skipNote } from '#tests/support/hub.ts';
import { openLoadStage, type LoadStage } from './stage.ts';

const slowCount = 200;

describe.skipIf(!isHere('postgres'))(`whoever wants to stop the hub${skipNote('postgres')}`, () => {
  let stage: LoadStage;
  let device: DeviceDouble;
  let url: string;
  beforeAll(async () => {
    stage = await openLoadStage(1);
    ({ url } = await stage.openHub());
    const [one] = await stage.offices(1);
    if (!one) throw new Error('There is no office');
    device = one;
  });

  const isAlive = async () => (await fetch(`${url}${hubPaths.health}`)).status === 200;
  const pull = (json: string) => postAs(device, gzipSync(json));

  it(`with ${slowCount} connections that never finish a header is put out, and an honest request is served meanwhile`, async () => {
    const slow = await Promise.all(Array.from({ length: slowCount }, () => openSlowly(url)));
    expect(await isAlive()).toBe(true);
    await Promise.all(slow.map(({ closed }) => closed));
    expect(await isAlive()).toBe(true);
  }, 60_000);

  it.each([
    ['a gzip bomb of 200 MB', () => postAs(device, gzipSync(Buffer.alloc(200_000_000))), 413, 'request.too-large'],
    ['brackets 100,000 deep', () => pull('['.repeat(100_000)), 413, 'request.too-large'],
    ['brackets 1,000 deep', () => pull(`{"a":${'['.repeat(1_000)}${']'.repeat(1_000)}}`), 400, 'request.too-deep'],
    [
      '__proto__',
      () => pull(`{"protocol":${protocolVersion},"after":"0:0","limit":1,"__proto__":{"isAdmin":true}}`),
      400,
      'request.invalid',
    ],
    [
      'constructor',
      () => pull(`{"protocol":${protocolVersion},"after":"0:0","limit":1,"constructor":{"prototype":{}}}`),
      400,
      'request.invalid',
    ],
    ['a number past any', () => pull(`{"protocol":${protocolVersion},"after":"0:0","limit":1e400}`), 400, 'request.invalid'],
    [
      'a number with 60,000 digits',
      () => pull(`{"protocol":${protocolVersion},"after":"0:0","limit":${'9'.repeat(60_000)}}`),
      400,
      'request.invalid',
    ],
    [
      'a cursor past 64 bits',
      () => pull(`{"protocol":${protocolVersion},"after":"0:${'9'.repeat(40)}","limit":1}`),
      400,
      'request.unreadable',
    ],
    [
      'a word twice, the last one false',
      () => pull(`{"protocol":${protocolVersion},"after":"0:0","limit":1,"limit":"all"}`),
      400,
      'request.invalid',
    ],
    ['half a gzip', () => postAs(device, gzipSync('{}'.repeat(1_000)).subarray(0, 20)), 400, 'request.unreadable'],
  ] as const)('by %s is refused', async (_, send, status, code) => {
    const reply = await send();
    expect([reply.status, reply.json?.code]).toEqual([status, code]);
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
    expect(await isAlive()).toBe(true);
  });
});

function postAs(device: DeviceDouble, body: Buffer) {
  return device.send({
    method: 'POST',
    path: hubPaths.pull,
    body,
    headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
  });
}

/** Slowloris: a header line now and then, and never the last one. */
function openSlowly(url: string): Promise<{ readonly closed: Promise<void> }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket: Socket = createConnection(Number(port), hostname, () => {
      socket.write('POST /v1/pull HTTP/1.1\r\nHost: hub\r\n');
      const drip = setInterval(() => socket.write('X-Slow: 1\r\n'), 1_000);
      const closed = new Promise<void>((done) => {
        socket.on('close', () => {
          clearInterval(drip);
          done();
        });
      });
      resolve({ closed });
    });
    socket.on('error', () => undefined);
    socket.resume();
  });
}
