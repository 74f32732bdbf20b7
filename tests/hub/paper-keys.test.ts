import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicKeyOf } from '#hub/devices/device.ts';
import { inOffice } from '#hub/db/scope.ts';
import { publish } from '#hub/changes/publish.ts';
import { firstPreviousHash } from '#shared/protocol/entry.ts';
import { hubPaths } from '#shared/protocol/request.ts';
import { protocolVersion } from '#shared/protocol/version.ts';
import type { Change } from '#shared/protocol/messages.ts';
import { certificateText, readCertificate } from '#shared/protocol/paper-code.ts';
import { isSignedWith } from '#core/crypto/ed25519.ts';
import type { DeviceDouble } from '../support/device.ts';
import { type DatabaseKind, isHere, openTestHub, skipNote, type TestHub, triedKinds } from '../support/hub.ts';

for (const kind of triedKinds) {
  describe.skipIf(!isHere(kind))(`keys of papers, over ${kind}${skipNote(kind)}`, () => {
    behaviour(kind);
  });
}

function certificateIn(device: DeviceDouble, base64: string) {
  const signed = readCertificate(Buffer.from(base64, 'base64'));
  if (!signed) throw new Error('No certificate');
  const { certificate, signature } = signed;
  const hubKey = Buffer.from(device.answer.hubKey, 'base64');
  expect(isSignedWith(hubKey, certificateText(certificate), signature)).toBe(true);
  return certificate;
}

function behaviour(kind: DatabaseKind): void {
  let test: TestHub;
  beforeAll(async () => {
    test = await openTestHub(kind);
  });
  afterAll(() => test?.close());

  const told = async (device: DeviceDouble, word: string): Promise<Change[]> =>
    (await device.pullAll()).changes.filter((change) => change.kind === word);

  const certificates = async (device: DeviceDouble) =>
    (await told(device, 'certificate')).map(({ body }) => body as { deviceId: string; certificate: string });

  const revocations = async (device: DeviceDouble) => (await told(device, 'revocation')).map(({ body }) => body as Record<string, unknown>);

  it('are certified at enrolment, in the answer and in the feed of the office', async () => {
    const device = await test.device('KSM01');
    const { answer } = device;
    const certificate = certificateIn(device, answer.certificate);
    expect(certificate).toMatchObject({ officeCode: 'KSM01', deviceNo: answer.deviceNo, epoch: 1, practice: true });
    expect(publicKeyOf(Buffer.from(certificate.publicKey).toString('base64'))).toBeDefined();
    expect(await certificates(device)).toContainEqual({ deviceId: answer.deviceId, certificate: answer.certificate });
  });

  it('are certified anew for a new epoch, and every office learns when the epoch before ended', async () => {
    const device = await test.device('KSM01');
    const other = await test.device('MSA01');
    await device.push([device.openEpoch('restored')]);
    const own = (await certificates(device)).filter(({ deviceId }) => deviceId === device.answer.deviceId);
    expect(own.map(({ certificate }) => certificateIn(device, certificate).epoch)).toEqual([2]);
    expect(await revocations(other)).toContainEqual(
      expect.objectContaining({ officeCode: 'KSM01', deviceNo: device.answer.deviceNo, lastEpoch: 1, why: 'new-epoch' }),
    );
  });

  it('are taken back before every office when the operator revokes a device, with the reason', async () => {
    const device = await test.device('KSM01');
    const other = await test.device('MSA01');
    const name = `KSM01/${device.answer.deviceNo}`;
    await test.hub.operate({ name: 'revoke', device: name, reason: 'Stolen' });
    const publicKey = Buffer.from(certificateIn(device, device.answer.certificate).publicKey).toString('base64');
    expect(await revocations(other)).toContainEqual(
      expect.objectContaining({ publicKey, lastEpoch: null, why: 'revoked', reason: 'Stolen' }),
    );
  });

  it('are taken back before every office when a device leaves', async () => {
    const device = await test.device('KSM01');
    const other = await test.device('MSA01');
    const head = { epoch: 1, seq: 0, hash: firstPreviousHash };
    expect((await device.post(hubPaths.leave, { protocol: protocolVersion, head, reason: 'Moved to Mombasa' })).status).toBe(200);
    expect(await revocations(other)).toContainEqual(
      expect.objectContaining({ deviceNo: device.answer.deviceNo, lastEpoch: null, why: 'left' }),
    );
  });

  it('of another office are not an office to take back', async () => {
    const publicKey = Buffer.from(generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString(
      'base64',
    );
    const body = { publicKey, officeCode: 'KSM01', deviceNo: 1, lastEpoch: null, at: test.now(), why: 'left' as const, reason: '' };
    const change = { audience: 'all', kind: 'revocation', key: 'KSM01/1:left', body } as const;
    await expect(inOffice(test.database, { officeCode: 'MSA01', registrar: false }, (sql) => publish(sql, change))).rejects.toThrow(
      'row-level security',
    );
  });
}
