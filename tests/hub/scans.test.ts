import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hubPaths } from '#shared/protocol/request.ts';
import { tus, uploadPath } from '#shared/protocol/tus.ts';
import type { DeviceDouble, DoubleReply, DoubleRequest } from '../support/device.ts';
import { openTestHub, usualDatabase, type TestHub } from '../support/hub.ts';

const version = { [tus.headers.version]: tus.version };

interface Scan {
  readonly content: Buffer;
  readonly sha256: string;
}

function newScan(bytes = 900): Scan {
  const content = randomBytes(bytes);
  return { content, sha256: createHash('sha256').update(content).digest('hex') };
}

function create(device: DeviceDouble, { content, sha256 }: Scan, bytes = content.length): Promise<DoubleReply> {
  const metadata = `sha256 ${Buffer.from(sha256).toString('base64')},filename ${Buffer.from('logbook.pdf').toString('base64')}`;
  const headers = { ...version, [tus.headers.length]: String(bytes), [tus.headers.metadata]: metadata };
  return device.send({ method: 'POST', path: hubPaths.scans, headers });
}

function patch(device: DeviceDouble, scan: Scan, offset: number, end: number, signed?: DoubleRequest['signed']): Promise<DoubleReply> {
  const headers = { ...version, [tus.headers.offset]: String(offset), 'content-type': tus.contentType };
  const path = uploadPath({ sha256: scan.sha256, bytes: scan.content.length });
  return device.send({ method: 'PATCH', path, headers, body: scan.content.subarray(offset, end), signed });
}

function offsetOf({ headers }: DoubleReply): number {
  return Number(headers.get(tus.headers.offset));
}

async function send(device: DeviceDouble, scan: Scan): Promise<DoubleReply> {
  return patch(device, scan, offsetOf(await create(device, scan)), scan.content.length);
}

describe('a scan on its way to the hub', () => {
  let test: TestHub;
  let device: DeviceDouble;

  beforeAll(async () => {
    test = await openTestHub(usualDatabase);
    device = await test.device('KSM01');
  });
  afterAll(() => test?.close());

  const read = (reader: DeviceDouble, { sha256 }: Scan) => reader.send({ method: 'GET', path: `${hubPaths.scans}/${sha256}` });

  it('goes in under its hash and comes out for its office and the registrar alone', async () => {
    const [scan, nairobi, nyeri] = [newScan(), await test.device('NRB01'), await test.device('NYR01')];
    expect((await send(device, scan)).status).toBe(204);
    for (const reader of [device, nairobi]) expect((await read(reader, scan)).bytes).toEqual(scan.content);
    expect(await read(nyeri, scan)).toMatchObject({ status: 404, json: { code: 'scan.lost' } });
  });

  it('goes on where it broke off, and says so to whoever asks', async () => {
    const scan = newScan(1_000);
    expect(await create(device, scan)).toMatchObject({ status: 201 });
    expect(offsetOf(await patch(device, scan, 0, 600))).toBe(600);
    const again = await create(device, scan);
    expect([again.status, offsetOf(again), again.headers.get('location')]).toEqual([
      201,
      600,
      uploadPath({ sha256: scan.sha256, bytes: 1_000 }),
    ]);
    const asked = await device.send({ method: 'HEAD', path: again.headers.get('location') ?? '', headers: version });
    expect([asked.status, offsetOf(asked)]).toEqual([200, 600]);
    expect(await patch(device, scan, 300, 700)).toMatchObject({ status: 409, json: { code: 'scan.wrong-place', facts: { offset: 600 } } });
    expect(offsetOf(await patch(device, scan, 600, 1_000))).toBe(1_000);
    expect((await read(device, scan)).bytes).toEqual(scan.content);
    expect(offsetOf(await create(device, scan))).toBe(1_000);
  });

  it('that another office sent before is not given away for its hash: the bytes must be shown', async () => {
    const [scan, nyeri] = [newScan(), await test.device('NYR01')];
    await send(device, scan);
    expect(offsetOf(await create(nyeri, scan))).toBe(0);
    expect((await read(nyeri, scan)).status).toBe(404);
    await patch(nyeri, scan, 0, scan.content.length);
    expect((await read(nyeri, scan)).bytes).toEqual(scan.content);
  });

  it('is kept only where it is what its hash says, and begins anew otherwise', async () => {
    const scan = newScan();
    const forged = { ...scan, content: randomBytes(scan.content.length) };
    await create(device, scan);
    expect(await patch(device, forged, 0, forged.content.length)).toMatchObject({ status: 422, json: { code: 'scan.differs' } });
    expect((await read(device, scan)).status).toBe(404);
    expect(offsetOf(await create(device, scan))).toBe(0);
    expect((await send(device, scan)).status).toBe(204);
  });

  it('of which a part was changed on the way is refused by its signature', async () => {
    const scan = newScan();
    await create(device, scan);
    const changed = await patch(device, scan, 0, 100, { body: Buffer.from('what was signed') });
    expect(changed).toMatchObject({ status: 401, json: { code: 'request.signature' } });
    expect(offsetOf(await create(device, scan))).toBe(0);
  });

  it('over 25 MB is refused before it comes, a part over a megabyte as it comes, and one that was never begun is not known', async () => {
    const scan = newScan(1_000_001);
    expect(await create(device, scan, 25_000_001)).toMatchObject({ status: 413, json: { code: 'request.too-large' } });
    await create(device, scan);
    expect(await patch(device, scan, 0, 1_000_001)).toMatchObject({ status: 413, json: { code: 'request.too-large' } });
    expect(await patch(device, newScan(), 0, 10)).toMatchObject({ status: 404, json: { code: 'scan.lost' } });
    const path = uploadPath({ sha256: newScan().sha256, bytes: 9 });
    expect((await device.send({ method: 'HEAD', path, headers: version })).status).toBe(404);
  });

  it('speaks tus 1.0.0: without the version, the length or the hash nothing is begun', async () => {
    const bare = await device.send({ method: 'POST', path: hubPaths.scans });
    expect([bare.status, bare.headers.get(tus.headers.version)]).toEqual([412, '1.0.0']);
    const metadata = { [tus.headers.metadata]: 'sha256 bm90IGEgaGFzaA==' };
    for (const headers of [version, { ...version, [tus.headers.length]: '9' }, { ...version, [tus.headers.length]: '9', ...metadata }])
      expect((await device.send({ method: 'POST', path: hubPaths.scans, headers })).status).toBe(400);
  });
});
