import { hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { makeFolder, replaceDurably } from '../documents/durable-file.ts';
import type { KeyStore } from '../host.ts';
import { AppError } from '../refusal.ts';
import { unwrapWithWords, wrappedByWords, wrapWithWords } from './wrapped-secret.ts';

/** The office's master secret on disk, wrapped; database and scans have keys of their own, derived from it. */
const keyFile = z.discriminatedUnion('wrapping', [
  /** Practice only: nothing in it is anybody's. */
  z.strictObject({ wrapping: z.literal('none'), secret: z.base64() }),
  z.strictObject({ wrapping: z.literal('key-store'), secret: z.base64() }),
  z.strictObject({ wrapping: z.literal('passphrase'), ...wrappedByWords.shape }),
]);
type KeyFile = z.infer<typeof keyFile>;

export interface OfficeKeys {
  readonly database: Buffer;
  readonly scans: Buffer;
  readonly copies: Buffer;
  /** What the others are derived from: only for the hub's escrow and the recovery code. */
  readonly secret: Buffer;
}

/** What may unwrap the secret: the operating system, what a person knows, or nothing for practice. */
export type Unlocking =
  | { readonly wrapping: 'none' }
  | { readonly wrapping: 'key-store'; readonly keyStore: KeyStore }
  | { readonly wrapping: 'passphrase'; readonly passphrase: string };

const shortestPassphrase = 12;
const fileName = 'key.json';

export function findWrapping(folder: string): KeyFile['wrapping'] | undefined {
  return existsSync(path.join(folder, fileName)) ? readKeyFile(folder).wrapping : undefined;
}

/** Makes a new secret for a new office and stores it wrapped, before any file is written with it. */
export function createKeys(folder: string, unlocking: Unlocking): Promise<OfficeKeys> {
  return wrapKeys(folder, randomBytes(32), unlocking);
}

/** Stores a secret that is there already, wrapped for this PC: the recovery code has brought it back. */
export async function wrapKeys(folder: string, secret: Buffer, unlocking: Unlocking): Promise<OfficeKeys> {
  refuseWeak(unlocking);
  await makeFolder(folder);
  await replaceDurably(path.join(folder, fileName), Buffer.from(JSON.stringify(await wrap(secret, unlocking))));
  return derivedKeys(secret);
}

export async function openKeys(folder: string, unlocking: Unlocking): Promise<OfficeKeys> {
  return derivedKeys(await unwrap(readKeyFile(folder), unlocking));
}

function readKeyFile(folder: string): KeyFile {
  const parsed = keyFile.safeParse(jsonOf(readFileSync(path.join(folder, fileName), 'utf8')));
  if (!parsed.success) throw new AppError('start.damaged-file', { file: fileName });
  return parsed.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function wrap(secret: Buffer, unlocking: Unlocking): Promise<KeyFile> {
  switch (unlocking.wrapping) {
    case 'none':
      return { wrapping: 'none', secret: secret.toString('base64') };
    case 'key-store':
      return { wrapping: 'key-store', secret: Buffer.from(await unlocking.keyStore.wrap(secret)).toString('base64') };
    case 'passphrase':
      return { wrapping: 'passphrase', ...(await wrapWithWords(secret, unlocking.passphrase)) };
  }
}

/** Refuses what could not wrap a new secret, before anything is spent on making one. */
export function refuseWeak(unlocking: Unlocking): void {
  if (unlocking.wrapping !== 'passphrase' || [...unlocking.passphrase].length >= shortestPassphrase) return;
  throw new AppError('start.passphrase-too-short', { min: shortestPassphrase });
}

async function unwrap(file: KeyFile, unlocking: Unlocking): Promise<Buffer> {
  if (file.wrapping === 'none') return Buffer.from(file.secret, 'base64');
  if (file.wrapping === 'key-store' && unlocking.wrapping === 'key-store') return unwrapByStore(file.secret, unlocking.keyStore);
  if (file.wrapping === 'passphrase' && unlocking.wrapping === 'passphrase') {
    const secret = await unwrapWithWords(file, unlocking.passphrase);
    if (!secret) throw new AppError('start.passphrase-wrong');
    return secret;
  }
  throw new AppError('start.key-store-changed');
}

/** Another backend, another account of the PC, a password that was reset by force: the key store then knows this secret no more. */
async function unwrapByStore(wrapped: string, keyStore: KeyStore): Promise<Buffer> {
  try {
    return Buffer.from(await keyStore.unwrap(Buffer.from(wrapped, 'base64')));
  } catch {
    throw new AppError('start.key-store-changed');
  }
}

/** The keys of the files, from the secret that `key.json` wraps. */
export function derivedKeys(secret: Buffer): OfficeKeys {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `kaunta ${purpose}`, 32));
  return { database: derive('database'), scans: derive('scans'), copies: derive('copies'), secret };
}
