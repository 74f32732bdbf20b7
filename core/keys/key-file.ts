import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { hashRaw } from '@node-rs/argon2';
import * as z from 'zod';
import { makeFolder, renamePatiently, syncFolder, writeDurably } from '../documents/durable-file.ts';
import type { KeyStore } from '../host.ts';
import { AppError } from '../refusal.ts';

/** The office's master secret on disk, wrapped; database and scans have keys of their own, derived from it. */
const keyFile = z.discriminatedUnion('wrapping', [
  /** Practice only: nothing in it is anybody's. */
  z.strictObject({ wrapping: z.literal('none'), secret: z.base64() }),
  z.strictObject({ wrapping: z.literal('key-store'), secret: z.base64() }),
  z.strictObject({ wrapping: z.literal('passphrase'), secret: z.base64(), salt: z.base64(), nonce: z.base64(), tag: z.base64() }),
]);
type KeyFile = z.infer<typeof keyFile>;

export interface OfficeKeys {
  readonly database: Buffer;
  readonly scans: Buffer;
}

/** What may unwrap the secret: the operating system, what a person knows, or nothing for practice. */
export type Unlocking =
  | { readonly wrapping: 'none' }
  | { readonly wrapping: 'key-store'; readonly keyStore: KeyStore }
  | { readonly wrapping: 'passphrase'; readonly passphrase: string };

const shortestPassphrase = 12;
const fileName = 'key.json';
/** Argon2id at twice a sign-in's cost: it guards the whole file and is paid once a day. */
const stretching = { memoryCost: 131_072, timeCost: 3, parallelism: 1, outputLen: 32 };

export function findWrapping(folder: string): KeyFile['wrapping'] | undefined {
  return existsSync(path.join(folder, fileName)) ? readKeyFile(folder).wrapping : undefined;
}

/** Makes a new secret for a new office and stores it wrapped, before any file is written with it. */
export async function createKeys(folder: string, unlocking: Unlocking): Promise<OfficeKeys> {
  refuseWeak(unlocking);
  const secret = randomBytes(32);
  const file = path.join(folder, fileName);
  const fresh = `${file}.${randomUUID()}`;
  await makeFolder(folder);
  await writeDurably(fresh, Buffer.from(JSON.stringify(await wrap(secret, unlocking))));
  await renamePatiently(fresh, file);
  await syncFolder(folder);
  return keysOf(secret);
}

export async function openKeys(folder: string, unlocking: Unlocking): Promise<OfficeKeys> {
  return keysOf(await unwrap(readKeyFile(folder), unlocking));
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
      return wrapWithPassphrase(secret, unlocking.passphrase);
  }
}

/** Refuses what could not wrap a new secret, before anything is spent on making one. */
export function refuseWeak(unlocking: Unlocking): void {
  if (unlocking.wrapping !== 'passphrase' || [...unlocking.passphrase].length >= shortestPassphrase) return;
  throw new AppError('start.passphrase-too-short', { min: shortestPassphrase });
}

async function wrapWithPassphrase(secret: Buffer, passphrase: string): Promise<KeyFile> {
  const [salt, nonce] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', await stretch(passphrase, salt), nonce);
  const wrapped = Buffer.concat([cipher.update(secret), cipher.final()]);
  const text = (bytes: Buffer) => bytes.toString('base64');
  return { wrapping: 'passphrase', secret: text(wrapped), salt: text(salt), nonce: text(nonce), tag: text(cipher.getAuthTag()) };
}

async function unwrap(file: KeyFile, unlocking: Unlocking): Promise<Buffer> {
  const wrapped = Buffer.from(file.secret, 'base64');
  if (file.wrapping === 'none') return wrapped;
  if (file.wrapping === 'key-store' && unlocking.wrapping === 'key-store') return Buffer.from(await unlocking.keyStore.unwrap(wrapped));
  if (file.wrapping === 'passphrase' && unlocking.wrapping === 'passphrase') return unwrapWithPassphrase(file, unlocking.passphrase);
  throw new AppError('start.damaged-file', { file: fileName });
}

async function unwrapWithPassphrase(file: Extract<KeyFile, { wrapping: 'passphrase' }>, passphrase: string): Promise<Buffer> {
  const bytes = (text: string) => Buffer.from(text, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', await stretch(passphrase, bytes(file.salt)), bytes(file.nonce));
  decipher.setAuthTag(bytes(file.tag));
  try {
    return Buffer.concat([decipher.update(bytes(file.secret)), decipher.final()]);
  } catch {
    throw new AppError('start.passphrase-wrong');
  }
}

function stretch(passphrase: string, salt: Buffer): Promise<Buffer> {
  return hashRaw(passphrase.normalize('NFKC'), { ...stretching, salt });
}

function keysOf(secret: Buffer): OfficeKeys {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `kaunta ${purpose}`, 32));
  return { database: derive('database'), scans: derive('scans') };
}
