import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantPlusMs } from '#shared/base/instant.ts';
import { hubPaths } from '#shared/protocol/request.ts';
import { enrolDevice, type DeviceDouble } from '../support/device.ts';
import { openTestHub, usualDatabase, type TestHub } from '../support/hub.ts';

const hourMs = 60 * 60_000;

describe('what a device may ask of the hub', () => {
  let test: TestHub;
  let device: DeviceDouble;

  beforeAll(async () => {
    test = await openTestHub(usualDatabase);
    device = await test.device('KSM01');
  });
  afterAll(() => test?.close());

  describe('one-time codes', () => {
    const ask = (phone: string) =>
      device.post(hubPaths.codes, {
        protocol: 1,
        applicationId: '01234567-0123-7123-8123-012345678901',
        role: 'buyer',
        phone,
        locale: 'sw',
      });

    it('are shown by a practice hub, with the salted hash that the counter checks', async () => {
      const { json: answer } = await ask('0190 000 003');
      expect(answer).toMatchObject({
        practiceCode: expect.stringMatching(/^\d{6}$/u),
        expiresAt: instantPlusMs(test.now(), 600_000),
        sentTo: expect.stringMatching(/003$/u),
      });
      expect(createHash('sha256').update(Buffer.from(answer.salt, 'base64')).update(answer.practiceCode).digest('hex')).toBe(
        answer.codeHash,
      );
    });

    it('are sent five times an hour to one phone, however it is written', async () => {
      for (const phone of ['0190000009', '+254190000009', '254190000009', '0190 000009', '0190-000-009'])
        expect((await ask(phone)).status).toBe(200);
      const sixth = await ask('0190000009');
      expect([sixth.status, sixth.json]).toEqual([429, { code: 'code.too-many', facts: { limit: 5, retryAfterSeconds: 3600 } }]);
      expect(sixth.headers.get('retry-after')).toBe('3600');
      test.moveClock(hourMs);
      expect((await ask('0190000009')).status).toBe(200);
    });
  });

  it('a look-up finds a vehicle by plate or chassis, as of now, and what holds it', async () => {
    const vehicle = test.nextVehicle();
    const lookUp = async (by: object) => (await device.post(hubPaths.lookUp, { protocol: 1, plate: null, chassis: null, ...by })).json;
    for (const by of [{ plate: vehicle.plate.toLowerCase() }, { chassis: vehicle.chassis }]) {
      expect(await lookUp(by)).toMatchObject({
        vehicle: { ...vehicle, source: { from: 'registry', asOf: test.now() } },
        openApplication: null,
      });
    }
    expect(await lookUp({ plate: 'KZZ 999Z' })).toEqual({ vehicle: null, openApplication: null, hubTime: test.now() });
  });

  it('the OpenAPI document names every path, and every answer may be a refusal', async () => {
    const { json: document } = await device.send({ method: 'GET', path: '/openapi.json' });
    expect(document.openapi).toMatch(/^3\.1/u);
    const asked = Object.values(hubPaths).filter((path) => path !== hubPaths.metrics);
    const paths = [...asked, `${hubPaths.scans}/{sha256}`, `${hubPaths.scans}/{sha256}/{bytes}`];
    expect(Object.keys(document.paths).toSorted()).toEqual(paths.toSorted());
    for (const operation of Object.values<Record<string, { responses: object }>>(document.paths).flatMap((methods) =>
      Object.values(methods),
    )) {
      expect(operation.responses).toMatchObject({
        default: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } } },
      });
    }
  });
});

describe('a hub that is no practice hub', () => {
  it('has an empty register, sends no codes without a gateway, and one that fails is told', async () => {
    let fails = false;
    const sent: string[] = [];
    const sms = {
      sendCode: async ({ code }: { code: string }) => {
        if (fails) throw new Error('The gateway is down');
        sent.push(code);
      },
    };
    const ask = (device: DeviceDouble) =>
      device.post(hubPaths.codes, {
        protocol: 1,
        applicationId: '01234567-0123-7123-8123-012345678901',
        role: 'buyer',
        phone: '0190000003',
        locale: 'en',
      });
    const without = await openTestHub(usualDatabase, { practice: false });
    const device = await enrolDevice({ hubUrl: without.hub.url, code: await without.hub.enrolCode('KSM01'), now: without.now });
    expect((await device.pullAll()).changes.map(({ kind }) => kind)).toEqual(['limits', 'certificate']);
    expect((await ask(device)).json).toEqual({ code: 'code.no-sms', facts: {} });
    await without.close();
    const withGateway = await openTestHub(usualDatabase, { practice: false, sms });
    const other = await withGateway.device('KSM01');
    expect((await ask(other)).json).toMatchObject({ practiceCode: null });
    expect(sent).toEqual([expect.stringMatching(/^\d{6}$/u)]);
    fails = true;
    expect((await ask(other)).json).toEqual({ code: 'code.not-sent', facts: {} });
    await withGateway.close();
  });
});
