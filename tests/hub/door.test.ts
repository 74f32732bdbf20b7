import { generateKeyPairSync } from 'node:crypto';
import { request as rawRequest } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf, instantPlusMs, msOf } from '#shared/base/instant.ts';
import { hubRefusal } from '#shared/protocol/messages.ts';
import { hubPaths, signatureHeader } from '#shared/protocol/request.ts';
import { deviceDouble, postEnrol, signHead, type DeviceDouble } from '../support/device.ts';
import { openTestHub, usualDatabase, type TestHub } from '../support/hub.ts';
import { verifyCountersign } from './verify-countersign.ts';

const hourMs = 60 * 60_000;
const json = { 'content-type': 'application/json' };

describe('the door of the hub', () => {
  let test: TestHub;
  let device: DeviceDouble;

  beforeAll(async () => {
    test = await openTestHub(usualDatabase);
    device = await test.device('KSM01');
  });
  afterAll(() => test?.close());

  const pullBody = Buffer.from(JSON.stringify({ protocol: 1, after: '0:0', limit: 1 }));
  const pull = { method: 'POST', path: hubPaths.pull, body: pullBody, headers: json } as const;

  describe('enrolment', () => {
    it('gives each PC of an office its own number', async () => {
      const answers = [await test.device('ELD01'), await test.device('ELD01')].map(({ answer }) => answer);
      expect(answers.map(({ deviceNo }) => deviceNo)).toEqual([1, 2]);
      expect(answers[0]).toMatchObject({
        epoch: 1,
        seriesLetter: 'A',
        practice: true,
        office: { code: 'ELD01', name: 'Eldoret', registrar: false },
      });
    });

    it('takes a code once; the same PC that lost the answer gets it again', async () => {
      const code = await test.hub.enrolCode('NYR01');
      const { publicKey } = generateKeyPairSync('ed25519');
      const first = await postEnrol(test.hub.url, code, publicKey);
      const again = await postEnrol(test.hub.url, code.toLowerCase().replaceAll('-', ' '), publicKey);
      expect(await again.json()).toEqual(await first.json());
      const other = await postEnrol(test.hub.url, code, generateKeyPairSync('ed25519').publicKey);
      expect([other.status, await other.json()]).toEqual([403, { code: 'enrol.code-wrong', facts: {} }]);
    });

    it('takes no code after a day, and none that was never issued', async () => {
      const code = await test.hub.enrolCode('NYR01');
      test.moveClock(24 * hourMs);
      for (const wrong of [code, '0000-0000-0000']) {
        expect((await postEnrol(test.hub.url, wrong, generateKeyPairSync('ed25519').publicKey)).status).toBe(403);
      }
    });

    it('issues no code for an office that it does not know', async () => {
      await expect(test.hub.enrolCode('XXX99')).rejects.toThrow('No office XXX99');
    });
  });

  describe('a signed request', () => {
    it('is answered', async () => {
      expect((await device.send(pull)).status).toBe(200);
    });

    it('may be sent again by whoever recorded it', async () => {
      const time = test.now();
      const replies = [await device.send({ ...pull, signed: { time } }), await device.send({ ...pull, signed: { time } })];
      expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    });

    it.each([
      ['another body', { signed: { body: Buffer.from('{}') } }],
      ['another path', { signed: { path: hubPaths.push } }],
      ['another key', { signed: { key: generateKeyPairSync('ed25519').privateKey } }],
      ['no signature', { headers: { ...json, [signatureHeader]: '' } }],
      ['garbage for a signature', { headers: { ...json, [signatureHeader]: 'AAAA' } }],
    ])('is turned away with %s', async (_title, forged) => {
      const { status, json: body } = await device.send({ ...pull, ...forged });
      expect([status, body]).toEqual([401, { code: 'request.signature', facts: {} }]);
    });

    it('is turned away from a device that the hub does not know, or whose id is no id', async () => {
      for (const deviceId of ['00000000-0000-4000-8000-000000000000', "' OR 1=1 --"]) {
        const stranger = deviceDouble({
          hubUrl: test.hub.url,
          now: test.now,
          privateKey: device.privateKey,
          answer: { ...device.answer, deviceId },
        });
        expect((await stranger.send(pull)).json).toEqual({ code: 'device.unknown', facts: {} });
      }
    });

    it('is turned away more than a day from hub time, which is told', async () => {
      const late = await device.send({ ...pull, signed: { time: instantOf(msOf(test.now()) - 25 * hourMs) } });
      expect([late.status, late.json]).toEqual([401, { code: 'request.clock', facts: { hubTime: test.now() } }]);
      const slow = await device.send({ ...pull, signed: { time: instantOf(msOf(test.now()) - 23 * hourMs) } });
      expect(slow.status).toBe(200);
    });
  });

  describe('what is too much or wrong', () => {
    const push = { method: 'POST', path: hubPaths.push } as const;

    it.each([
      ['a body over 2 MB', { ...push, body: Buffer.alloc(2_000_001, 0x20), headers: json }, 413, 'request.too-large'],
      [
        'a small gzip of 200 MB',
        { ...push, body: gzipSync(Buffer.alloc(200_000_000)), headers: { ...json, 'content-encoding': 'gzip' } },
        413,
        'request.too-large',
      ],
      [
        'a gzip that is none',
        { ...push, body: Buffer.from('no gzip'), headers: { ...json, 'content-encoding': 'gzip' } },
        400,
        'request.unreadable',
      ],
      [
        'another packing',
        { ...push, body: Buffer.from('{}'), headers: { ...json, 'content-encoding': 'br' } },
        415,
        'request.content-type',
      ],
      [
        'another content type',
        { ...push, body: Buffer.from('{}'), headers: { 'content-type': 'text/plain' } },
        415,
        'request.content-type',
      ],
      ['half a JSON', { ...push, body: Buffer.from('{"protocol":1'), headers: json }, 400, 'request.unreadable'],
      ['100,000 brackets', { ...push, body: Buffer.from('['.repeat(100_000)), headers: json }, 400, 'request.too-deep'],
      ['a field more', { ...pull, body: Buffer.from('{"protocol":1,"after":"0:0","limit":1,"more":1}') }, 400, 'request.invalid'],
      ['a prototype', { ...pull, body: Buffer.from('{"protocol":1,"after":"0:0","limit":1,"__proto__":{"x":1}}') }, 400, 'request.invalid'],
      [
        'a cursor past 64 bits',
        { ...pull, body: Buffer.from(`{"protocol":1,"after":"${'9'.repeat(30)}:0","limit":1}`) },
        400,
        'request.unreadable',
      ],
      [
        'SQL for a cursor',
        { ...pull, body: Buffer.from(`{"protocol":1,"after":"0:0'; DROP TABLE change","limit":1}`) },
        400,
        'request.invalid',
      ],
      ['a protocol of next year', { ...pull, body: Buffer.from('{"protocol":99,"after":"0:0","limit":1}') }, 426, 'request.protocol'],
      ['a path that is none', { method: 'POST', path: '/v1/nothing', body: pullBody, headers: json }, 404, 'request.unknown-path'],
      ['a way out of the scans', { method: 'GET', path: '/v1/scans/..%2f..%2fhub' }, 404, 'request.unknown-path'],
      ['a method that is not allowed', { method: 'DELETE', path: hubPaths.pull }, 405, 'request.method'],
    ] as const)('%s is refused', async (_title, request, status, code) => {
      const reply = await device.send(request);
      expect([reply.status, hubRefusal.parse(reply.json).code]).toEqual([status, code]);
    });

    it('a field at fault in a batch is named with the seq of its entry', async () => {
      const pc = await test.device('KSM01');
      const entries = [pc.write({ kind: 'a', payload: 1 }), pc.write({ kind: 'x'.repeat(300), payload: 1 })];
      expect((await pc.push(entries)).json).toEqual({ code: 'request.invalid', facts: { field: 'entries.1.kind', seq: 2 } });
    });

    it('a header of 20 kB and a TRACE get no answer of the program', async () => {
      await expect(device.send({ ...pull, headers: { ...json, 'x-long': 'x'.repeat(20_000) } }).then(({ status }) => status)).resolves.toBe(
        431,
      );
      expect(await rawStatus(test.hub.url, 'TRACE', hubPaths.pull)).toBe(405);
    });

    it('every answer carries the headers that keep it from being framed, guessed at or kept', async () => {
      const { headers } = await device.send({ method: 'GET', path: '/nothing' });
      expect(Object.fromEntries(headers)).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      });
    });
  });

  describe('a batch', () => {
    it('is refused whole where an entry was altered, and the entry is named', async () => {
      const pc = await test.device('KSM01');
      const good = [1, 2, 3].map((payload) => pc.write({ kind: 'note.write', payload }));
      const altered = (change: object) => good.map((entry) => (entry.seq === 2 ? { ...entry, ...change } : entry));
      const cases = [
        [altered({ payload: '9' }), 'chain.payload'],
        [altered({ subject: 'application:other' }), 'chain.hash'],
        [altered({ at: instantPlusMs(test.now(), 1) }), 'chain.hash'],
        [altered({ actor: pc.registrar }), 'chain.hash'],
        [altered({ epoch: 2 }), 'chain.hash'],
        [good.filter(({ seq }) => seq !== 2), 'chain.order'],
        [good.toReversed(), 'chain.gap'],
        [good.slice(1), 'chain.gap'],
      ] as const;
      for (const [entries, code] of cases) {
        const reply = await pc.push(entries);
        expect([reply.status, reply.json.code, typeof reply.json.facts.seq]).toEqual([409, code, 'number']);
      }
      expect((await pc.push(good)).status).toBe(200);
    });

    it('is refused where its head is signed by another key', async () => {
      const pc = await test.device('KSM01');
      const entries = [pc.write({ kind: 'note.write', payload: 1 })];
      const forged = signHead(entries, generateKeyPairSync('ed25519').privateKey);
      expect((await pc.push(entries, forged)).json).toEqual({ code: 'chain.signature', facts: { seq: 1 } });
    });

    it('that tells another story than before is a fork', async () => {
      const pc = await test.device('KSM01');
      const twin = deviceDouble({ hubUrl: test.hub.url, now: test.now, privateKey: pc.privateKey, answer: pc.answer });
      await pc.push([pc.write({ kind: 'note.write', payload: 'mine' })]);
      const [first, second] = [twin.write({ kind: 'note.write', payload: 'other' }), twin.write({ kind: 'note.write', payload: 'next' })];
      expect((await pc.push([first])).json).toEqual({ code: 'chain.fork', facts: { seq: 1 } });
      expect((await pc.push([second])).json).toEqual({ code: 'chain.fork', facts: { seq: 2 } });
    });

    it('may overlap what is here already, and its head is countersigned by the hub’s key', async () => {
      const pc = await test.device('KSM01');
      const [one, two, three] = [1, 2, 3].map((payload) => pc.write({ kind: 'note.write', payload }));
      if (!one || !two || !three) throw new Error('Three entries');
      await pc.push([one, two]);
      const { json: reply } = await pc.push([two, three]);
      expect(reply.answers.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['duplicate', 'applied']);
      const { publicKey } = (await device.send({ method: 'GET', path: hubPaths.health })).json;
      expect(verifyCountersign(publicKey, pc.answer.deviceId, reply.countersign)).toBe(true);
      expect(reply.countersign).toMatchObject({ seq: 3, hash: three.hash });
    });
  });
});

function rawStatus(url: string, method: string, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = rawRequest(`${url}${path}`, { method }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on('error', reject);
    request.end();
  });
}
