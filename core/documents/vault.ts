import { hash, randomUUID } from 'node:crypto';
import { statSync, unlinkSync } from 'node:fs';
import { access, readdir, readFile, rm, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode, makeFolder, renamePatiently, syncFolder, writeDurably } from './durable-file.ts';
import { takeTurns } from './take-turns.ts';
import { seal, unseal } from './vault-file.ts';

type VaultEntry = Readonly<{ sha256: string; bytes: number }>;

type Sweep = Readonly<{
  /** Whether a row names the file. */
  known: (sha256: string) => boolean;
  olderThanMs: number;
  nowMs: number;
}>;

/** The encrypted store of scans. A file without a row is harmless; a row is written only after `put` has returned. */
export type Vault = Readonly<{
  /** The bytes are on the disk when this returns. The same bytes are stored once; a damaged copy of them is replaced. */
  put: (bytes: Uint8Array) => Promise<VaultEntry>;
  /** Throws VaultDamaged rather than hand out bytes that are not those of `sha256`. */
  get: (sha256: string) => Promise<Uint8Array>;
  has: (sha256: string) => Promise<boolean>;
  /** Removes files that no row names, and what killed processes left half written; returns how many. */
  sweepOrphans: (sweep: Sweep) => Promise<number>;
  close: () => Promise<void>;
}>;

/** `other-key`: the file is whole but was written under another key. `damaged`: it was moved to quarantine/. */
export class VaultDamaged extends Error {
  readonly sha256: string;
  readonly reason: 'missing' | 'other-key' | 'damaged';

  constructor(sha256: string, reason: VaultDamaged['reason']) {
    super(`the vault's file ${sha256} is ${reason}`);
    this.name = 'VaultDamaged';
    this.sha256 = sha256;
    this.reason = reason;
  }
}

const KEY_BYTES = 32;
const QUARANTINE = 'quarantine';
const SHARD = /^[0-9a-f]{2}$/;
const SHA256 = /^[0-9a-f]{64}$/;
const UNFINISHED = /^unfinished-/;

/**
 * Files are named by the plain SHA-256 of their content, so that the sweep, and a person restoring an old database, can match files and
 * rows without opening a file. The name tells only somebody who already holds the very same bytes that they are here.
 */
export async function openVault({ directory, key }: Readonly<{ directory: string; key: Buffer }>): Promise<Vault> {
  if (key.length !== KEY_BYTES) throw new RangeError(`the vault's key has ${key.length} bytes instead of ${KEY_BYTES}`);
  await makeFolder(join(directory, QUARANTINE));
  await syncFolder(dirname(directory));
  await syncFolder(directory);
  const store = { directory, key: Buffer.from(key) };
  const inTurn = takeTurns();
  return {
    put(bytes) {
      const sha256 = hash('sha256', bytes);
      return inTurn(sha256, () => put(store, sha256, bytes));
    },
    get: (sha256) => inTurn(sha256, () => get(store, sha256)),
    has: (sha256) => exists(pathOf(directory, sha256)),
    sweepOrphans: (sweep) => inTurn('sweep', () => sweepOrphans(directory, sweep)),
    async close() {
      await inTurn.allOver();
      store.key.fill(0);
    },
  };
}

type Store = Readonly<{ directory: string; key: Buffer }>;

async function put(store: Store, sha256: string, bytes: Uint8Array): Promise<VaultEntry> {
  if (!(await isKept(store, sha256))) await write(store, sha256, bytes);
  return { sha256, bytes: bytes.length };
}

/**
 * Touches the file first: a sweep that comes between this and the caller's row then takes it for a new one. The time is the machine's,
 * as for every file that the system itself dates.
 */
async function isKept(store: Store, sha256: string): Promise<boolean> {
  try {
    const now = new Date();
    await utimes(pathOf(store.directory, sha256), now, now);
    await get(store, sha256);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || (error instanceof VaultDamaged && error.reason !== 'other-key')) return false;
    throw error;
  }
}

async function write({ directory, key }: Store, sha256: string, bytes: Uint8Array): Promise<void> {
  const shard = shardOf(directory, sha256);
  const unfinished = join(shard, `unfinished-${randomUUID()}`);
  await makeFolder(shard);
  await syncFolder(directory);
  try {
    await writeDurably(unfinished, seal(key, sha256, bytes));
    await renamePatiently(unfinished, pathOf(directory, sha256));
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  await syncFolder(shard);
}

async function get({ directory, key }: Store, sha256: string): Promise<Uint8Array> {
  const path = pathOf(directory, sha256);
  const opened = unseal(key, sha256, await readExisting(path, sha256));
  if (opened.kind === 'content') return opened.bytes;
  if (opened.kind === 'damaged') await renamePatiently(path, join(directory, QUARANTINE, `${sha256}-${randomUUID()}`));
  throw new VaultDamaged(sha256, opened.kind);
}

async function readExisting(path: string, sha256: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') throw new VaultDamaged(sha256, 'missing');
    throw error;
  }
}

async function sweepOrphans(directory: string, { known, olderThanMs, nowMs }: Sweep): Promise<number> {
  let removed = 0;
  for (const shard of (await readdir(directory)).filter((name) => SHARD.test(name))) {
    const names = await readdir(join(directory, shard));
    for (const name of names.filter((one) => UNFINISHED.test(one) || (SHA256.test(one) && !known(one)))) {
      if (removeIfOlder(join(directory, shard, name), nowMs - olderThanMs)) removed += 1;
    }
  }
  return removed;
}

/** Looks and removes in one step: with a pause between the two, a `put` could touch the file in between and lose it. */
function removeIfOlder(path: string, thanMs: number): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined || found.mtimeMs >= thanMs) return false;
  unlinkSync(path);
  return true;
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}

function pathOf(directory: string, sha256: string): string {
  return join(shardOf(directory, sha256), sha256);
}

function shardOf(directory: string, sha256: string): string {
  // The name becomes a path, so nothing but a hash may.
  if (!SHA256.test(sha256)) throw new RangeError('not a SHA-256 in hex');
  return join(directory, sha256.slice(0, 2));
}
