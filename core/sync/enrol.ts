import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type * as z from 'zod';
import { enrolAnswer, type EnrolAnswer, type enrolRequest } from '#shared/protocol/messages.ts';
import { hubPaths } from '#shared/protocol/request.ts';
import { protocolVersion } from '#shared/protocol/version.ts';
import { AppError } from '../refusal.ts';
import type { DeviceKeys } from '../office/identity.ts';
import { answerOf, type HubReply } from './hub-reply.ts';
import { send, understood } from './hub-request.ts';

const enrolTimeoutMs = 10_000;
const mostTries = 3;

export interface EnrolledDevice {
  readonly answer: EnrolAnswer;
  readonly hubUrl: string;
  readonly keys: DeviceKeys;
}

/**
 * Makes a key for this PC and trades a one-time office code for a place as a device of that office. The code works once, but the hub
 * repeats its answer to the same key, so a reply that was lost is asked for again before giving up.
 */
export async function enrolDevice(request: {
  readonly hubUrl: string;
  readonly code: string;
  readonly fetch: typeof fetch;
}): Promise<EnrolledDevice> {
  const keys = newDeviceKeys();
  const reply = await ask(request, keys, mostTries);
  if (reply.kind === 'silence' && reply.reason === 'not-understood') throw new AppError('enrol.hub-not-kaunta');
  return { answer: answerOf(reply), hubUrl: request.hubUrl, keys };
}

/** The keys of a new device: one to sign with, one to open what is sealed for it. */
export function newDeviceKeys(): DeviceKeys {
  const [signing, sealing] = [generateKeyPairSync('ed25519'), generateKeyPairSync('x25519')];
  return {
    publicKey: rawPublicKey(signing.publicKey),
    privateKey: signing.privateKey.export({ format: 'der', type: 'pkcs8' }),
    sealPublicKey: rawPublicKey(sealing.publicKey),
    sealPrivateKey: sealing.privateKey.export({ format: 'der', type: 'pkcs8' }),
  };
}

async function ask(
  request: { readonly hubUrl: string; readonly code: string; readonly fetch: typeof fetch },
  keys: DeviceKeys,
  triesLeft: number,
): Promise<HubReply<EnrolAnswer>> {
  const json = {
    protocol: protocolVersion,
    code: request.code,
    publicKey: keys.publicKey.toString('base64'),
    sealKey: keys.sealPublicKey.toString('base64'),
  } satisfies z.input<typeof enrolRequest>;
  const reply = understood(
    await send(request, { method: 'POST', path: hubPaths.enrol, body: { json }, timeoutMs: enrolTimeoutMs }),
    enrolAnswer,
  );
  return reply.kind === 'silence' && reply.reason === 'line-down' && triesLeft > 1 ? ask(request, keys, triesLeft - 1) : reply;
}

function rawPublicKey(key: KeyObject): Buffer {
  return Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url');
}
