import { createPublicKey, createSecretKey, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { toInstant } from '#shared/base/instant.ts';
import { certificateOf } from '#hub/devices/certificate.ts';
import type { HubKey } from '#hub/hub-key.ts';
import { findIdentity, getPrivateKey, storeIdentity } from '#core/office/identity.ts';
import { checkHandlers } from '#core/paper-check/handlers.ts';
import { readReference } from '#core/reference.ts';
import { openOfficeFile } from '#core/start/open-file.ts';
import { newDeviceKeys } from '#core/sync/enrol.ts';
import { enrolAnswer, rawKeyText } from './enrol-answer.ts';
import { root } from './test-host.ts';

const enrolledAt = toInstant('2026-11-23T06:00:00.000Z');

/** The key of a hub, as its database has it. */
export function paperHub(practice = false): HubKey {
  const [signing, sealing] = [generateKeyPairSync('ed25519'), generateKeyPairSync('x25519')];
  return {
    practice,
    publicKey: rawKeyText(signing.publicKey),
    privateKey: signing.privateKey,
    secret: createSecretKey(randomBytes(32)),
    sealPublicKey: rawKeyText(sealing.publicKey),
    sealPrivateKey: sealing.privateKey,
  };
}

interface PaperPcOptions {
  readonly officeCode?: string;
  readonly deviceNo?: number;
  /** False: enrolled before hubs gave certificates. */
  readonly isCertified?: boolean;
}

/** An office file of that hub with no line at all, and what its "Check a paper" answers. */
export async function openPaperPc(hub: HubKey, { officeCode = 'NRB01', deviceNo = 1, isCertified = true }: PaperPcOptions = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), 'kaunta-paper-'));
  const storage = await openOfficeFile(folder, randomBytes(32));
  onTestFinished(async () => {
    storage.close();
    await rm(folder, { recursive: true });
  });
  const keys = newDeviceKeys();
  const office = { code: officeCode, name: officeCode, registrar: false };
  const answer = enrolAnswer({ hubKey: hub.publicKey, practice: hub.practice, office, deviceNo });
  const certificate = (epoch: number, by: HubKey = hub): string =>
    certificateOf(by, {
      deviceId: answer.deviceId,
      officeCode,
      deviceNo,
      epoch,
      publicKey: keys.publicKey.toString('base64'),
      from: enrolledAt,
    });
  storage.transact((db) =>
    storeIdentity(db, {
      answer: { ...answer, certificate: isCertified ? certificate(1) : '' },
      hubUrl: 'http://hub',
      keys,
      at: enrolledAt,
    }),
  );
  const identity = findIdentity(storage.reader);
  if (!identity) throw new Error('Not enrolled');
  const { code, typed } = checkHandlers(readReference(path.join(root, 'resources')));
  const cx = { db: storage.reader, office: identity } as never;
  return {
    storage,
    identity,
    certificate,
    publicKey: keys.publicKey.toString('base64'),
    privateKey: (): KeyObject => getPrivateKey(storage.reader),
    check: async (text: string) => (await code(cx, { text })).verdict,
    checkTyped: async (number: string, shortCode: string) => (await typed(cx, { number, shortCode })).verdict,
  };
}

export type PaperPc = Awaited<ReturnType<typeof openPaperPc>>;

/** The same key as it is spoken of in certificates. */
export function rawPublicKey(privateKey: KeyObject): string {
  return rawKeyText(createPublicKey(privateKey));
}
