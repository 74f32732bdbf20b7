import { hash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openVault, type Vault, VaultDamaged } from './vault.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const key = randomBytes(32);
const scan = Buffer.from('%PDF-1.7 a scan of a logbook');
const scanSha = hash('sha256', scan);

let directory: string;
let vault: Vault;

beforeEach(async () => {
  directory = join(await mkdtemp(join(tmpdir(), 'kaunta-vault-')), 'scans');
  vault = await openVault({ directory, key });
});

afterEach(async () => {
  await vault.close();
  await rm(join(directory, '..'), { recursive: true });
});

function pathOf(sha256: string): string {
  return join(directory, sha256.slice(0, 2), sha256);
}

async function storedFiles(): Promise<readonly string[]> {
  const all = await readdir(directory, { recursive: true, withFileTypes: true });
  return all.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

async function reasonOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof VaultDamaged ? error.reason : `not a VaultDamaged: ${String(error)}`;
}

test('what was put is got back, byte for byte, and also after reopening', async () => {
  expect(await vault.put(scan)).toEqual({ sha256: scanSha, bytes: scan.length });
  expect(Buffer.from(await vault.get(scanSha))).toEqual(scan);
  const reopened = await openVault({ directory, key });
  expect(Buffer.from(await reopened.get(scanSha))).toEqual(scan);
  await reopened.close();
});

test('an empty file and one of 20 MB are kept as well', async () => {
  for (const bytes of [Buffer.alloc(0), randomBytes(20_000_000)]) {
    const { sha256 } = await vault.put(bytes);
    expect(hash('sha256', await vault.get(sha256))).toBe(sha256);
  }
});

test('the same bytes put twice, or twenty times at once, are stored once', async () => {
  await vault.put(scan);
  await Promise.all(Array.from({ length: 20 }, () => vault.put(scan)));
  expect(await storedFiles()).toEqual([scanSha]);
});

test('nothing of the content can be read on the disk, and two copies under one key differ', async () => {
  await vault.put(scan);
  const first = await readFile(pathOf(scanSha));
  expect(first.includes('logbook')).toBe(false);
  await rm(pathOf(scanSha));
  await vault.put(scan);
  expect(await readFile(pathOf(scanSha))).not.toEqual(first);
});

test.skipIf(process.platform === 'win32')('only the owner may read the files and enter the folders', async () => {
  await vault.put(scan);
  expect((await stat(pathOf(scanSha))).mode & 0o777).toBe(0o600);
  for (const folder of [directory, join(directory, scanSha.slice(0, 2)), join(directory, 'quarantine')]) {
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  }
});

test('has tells whether a scan is here', async () => {
  expect(await vault.has(scanSha)).toBe(false);
  await vault.put(scan);
  expect(await vault.has(scanSha)).toBe(true);
});

test('a name that is no hash never becomes a path', async () => {
  await expect(vault.get('../../etc/passwd')).rejects.toThrow(RangeError);
  await expect(openVault({ directory, key: randomBytes(16) })).rejects.toThrow(RangeError);
});

describe('damage is told and never handed out:', () => {
  test('one flipped bit, wherever it is, and the file is moved to quarantine', async () => {
    await vault.put(scan);
    const whole = await readFile(pathOf(scanSha));
    for (let at = 0; at < whole.length; at += 1) {
      const flipped = Buffer.from(whole);
      flipped.writeUInt8(whole.readUInt8(at) ^ (1 << (at % 8)), at);
      await writeFile(pathOf(scanSha), flipped);
      const outcome = { at, reason: await reasonOf(vault.get(scanSha)), isLeft: await vault.has(scanSha) };
      expect(outcome).toEqual({ at, reason: 'damaged', isLeft: false });
    }
    expect(await readdir(join(directory, 'quarantine'))).toHaveLength(whole.length);
  });

  test('a file cut off at any length', async () => {
    await vault.put(scan);
    const whole = await readFile(pathOf(scanSha));
    for (let length = 0; length < whole.length; length += 1) {
      await writeFile(pathOf(scanSha), whole.subarray(0, length));
      expect({ length, reason: await reasonOf(vault.get(scanSha)) }).toEqual({ length, reason: 'damaged' });
    }
  });

  test('one scan under the name of another', async () => {
    const { sha256 } = await vault.put(Buffer.from('another scan'));
    await vault.put(scan);
    await writeFile(pathOf(scanSha), await readFile(pathOf(sha256)));
    expect(await reasonOf(vault.get(scanSha))).toBe('damaged');
  });

  test('a file that is gone', async () => {
    expect(await reasonOf(vault.get(scanSha))).toBe('missing');
  });

  test('a wrong key, which leaves the file where it is', async () => {
    await vault.put(scan);
    const wrong = await openVault({ directory, key: randomBytes(32) });
    expect(await reasonOf(wrong.get(scanSha))).toBe('other-key');
    expect(await reasonOf(wrong.put(scan))).toBe('other-key');
    await wrong.close();
    expect(Buffer.from(await vault.get(scanSha))).toEqual(scan);
  });

  test('and putting the bytes again mends it', async () => {
    await vault.put(scan);
    await writeFile(pathOf(scanSha), 'rubbish');
    await vault.put(scan);
    expect(Buffer.from(await vault.get(scanSha))).toEqual(scan);
  });
});

describe('the sweep', () => {
  async function age(path: string, ageMs: number): Promise<void> {
    const then = new Date(Date.now() - ageMs);
    await utimes(path, then, then);
  }

  function sweep(known: readonly string[] = []): Promise<number> {
    return vault.sweepOrphans({ known: (sha256) => known.includes(sha256), olderThanMs: DAY_MS, nowMs: Date.now() });
  }

  test('removes after a day what no row names, and keeps the rest', async () => {
    const old = await vault.put(Buffer.from('old orphan'));
    const young = await vault.put(Buffer.from('young orphan'));
    const named = await vault.put(Buffer.from('old, with a row'));
    await age(pathOf(old.sha256), DAY_MS + HOUR_MS);
    await age(pathOf(young.sha256), DAY_MS - HOUR_MS);
    await age(pathOf(named.sha256), DAY_MS + HOUR_MS);
    expect(await sweep([named.sha256])).toBe(1);
    expect(new Set(await storedFiles())).toEqual(new Set([young.sha256, named.sha256]));
  });

  test('removes what a killed process left half written, after a day', async () => {
    await vault.put(scan);
    const unfinished = join(directory, scanSha.slice(0, 2), 'unfinished-0000');
    await writeFile(unfinished, 'half');
    expect(await sweep([scanSha])).toBe(0);
    await age(unfinished, DAY_MS + HOUR_MS);
    expect(await sweep([scanSha])).toBe(1);
    expect(await storedFiles()).toEqual([scanSha]);
  });

  test('spares an old orphan that was put again a moment ago, before its row is there', async () => {
    await vault.put(scan);
    await age(pathOf(scanSha), 2 * DAY_MS);
    await vault.put(scan);
    expect(await sweep()).toBe(0);
  });

  test('leaves quarantine alone', async () => {
    await vault.put(scan);
    await writeFile(pathOf(scanSha), 'rubbish');
    expect(await reasonOf(vault.get(scanSha))).toBe('damaged');
    for (const name of await readdir(join(directory, 'quarantine'))) await age(join(directory, 'quarantine', name), 9 * DAY_MS);
    expect(await sweep()).toBe(0);
    expect(await storedFiles()).toHaveLength(1);
  });
});
