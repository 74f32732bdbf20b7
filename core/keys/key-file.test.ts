import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKeys, findWrapping, openKeys, type Unlocking } from './key-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kaunta-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const passphrase = (text: string): Unlocking => ({ wrapping: 'passphrase', passphrase: text });
const good = passphrase('maji ya mto ni matamu');
const keyStore: Extract<Unlocking, { wrapping: 'key-store' }> = {
  wrapping: 'key-store',
  keyStore: { wrap: (secret) => Promise.resolve(secret.toReversed()), unwrap: (wrapped) => Promise.resolve(wrapped.toReversed()) },
};
const refused = (code: string) => expect.objectContaining({ refusal: expect.objectContaining({ code }) });

describe('the key of an office', () => {
  it.each<[string, Unlocking]>([
    ['nothing', { wrapping: 'none' }],
    ['the key store', keyStore],
    ['a passphrase', good],
  ])('wrapped by %s is the same after opening, and the folder says by what', async (_, unlocking) => {
    const made = await createKeys(folder, unlocking);
    expect(await openKeys(folder, unlocking)).toEqual(made);
    expect(findWrapping(folder)).toBe(unlocking.wrapping);
  });

  it('a folder without one has no wrapping', () => {
    expect(findWrapping(folder)).toBeUndefined();
  });

  it('database and scans have keys of their own, and each office others', async () => {
    const { database, scans } = await createKeys(folder, { wrapping: 'none' });
    const again = await createKeys(folder, { wrapping: 'none' });
    expect(new Set([database, scans, again.database, again.scans].map((key) => key.toString('hex'))).size).toBe(4);
  });

  it('a wrong passphrase is refused, and one typed on another keyboard is not', async () => {
    const composed = passphrase('café maji matamu');
    await createKeys(folder, composed);
    await expect(openKeys(folder, passphrase('cafe maji matamu'))).rejects.toEqual(refused('start.passphrase-wrong'));
    await expect(openKeys(folder, passphrase('café maji matamu'.normalize('NFD')))).resolves.toBeDefined();
  });

  it('a passphrase of eleven signs is refused before anything is written', async () => {
    await expect(createKeys(folder, passphrase('maji matamu'))).rejects.toEqual(refused('start.passphrase-too-short'));
    expect(findWrapping(folder)).toBeUndefined();
  });

  it('the secret does not stand in the file that a passphrase guards', async () => {
    const { database } = await createKeys(folder, good);
    const file = readFileSync(path.join(folder, 'key.json'), 'utf8');
    expect(file).not.toContain(database.toString('base64'));
    expect(Object.keys(JSON.parse(file) as object).toSorted()).toEqual(['nonce', 'salt', 'secret', 'tag', 'wrapping']);
  });

  it.each(['{}', '{"wrapping":"none","secret":"no base64!"}', 'not JSON', ''])(
    'a key file that holds %j is a damaged one',
    async (text) => {
      writeFileSync(path.join(folder, 'key.json'), text);
      await expect(openKeys(folder, good)).rejects.toEqual(refused('start.damaged-file'));
    },
  );

  it.each<[string, Unlocking]>([
    ['is asked for a passphrase', good],
    [
      'does not know its own secret any more',
      { wrapping: 'key-store', keyStore: { ...keyStore.keyStore, unwrap: () => Promise.reject(new Error('no such key')) } },
    ],
  ])('a key store that %s has changed, and nothing is put in its place', async (_, unlocking) => {
    await createKeys(folder, keyStore);
    const before = readFileSync(path.join(folder, 'key.json'));
    await expect(openKeys(folder, unlocking)).rejects.toEqual(refused('start.key-store-changed'));
    expect(readFileSync(path.join(folder, 'key.json'))).toEqual(before);
  });
});
