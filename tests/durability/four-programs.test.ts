import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openRandom } from '#hub/practice/random.ts';
import type { ReadDb } from '#core/db/database.ts';
import { verifyJournal } from '#core/journal/verify.ts';
import { findIdentity } from '#core/office/identity.ts';
import { bundleChild, type BundledChild } from '#tests/support/bundle-child.ts';
import { mondayMorning } from '#tests/support/clock.ts';
import { makeOffice, officeFileOf, removeOffice, withOfficeFile } from '#tests/support/made-office.ts';
import { root } from '#tests/support/test-host.ts';
import { trials } from '#tests/support/tier.ts';
import { faultsInTheFile } from './flow-faults.ts';

const kills = trials(12, 1_000);
const programs = 4;
const longestLifeMs = 60;
const seed = Number(process.env['KAUNTA_SEED'] ?? Date.now() % 2 ** 31);

let child: BundledChild;
let planted: BundledChild;
beforeAll(async () => {
  child = await bundleChild('tests/durability/storage-writer-child.ts');
  planted = await bundleChild('tests/durability/storage-writer-child.ts', {
    instead: { 'core/storage.ts': 'tests/durability/planted-transact.child.ts' },
  });
});
afterAll(() => Promise.all([child.remove(), planted.remove()]));

interface Writer {
  readonly said: () => readonly string[];
  /** Kills it so long after its first word. */
  kill(afterMs: number): Promise<void>;
}

function startWriter(program: string, file: string, keyHex: string): Writer {
  const running = spawn(process.execPath, [program, file, keyHex], {
    cwd: root,
    env: { ...process.env, NODE_COMPILE_CACHE: path.join(path.dirname(program), 'cache') },
    stdio: ['ignore', 'pipe', program === planted.file ? 'ignore' : 'inherit'],
  });
  const ended = new Promise((resolve) => running.once('close', resolve));
  let words = '';
  const spoke = new Promise((resolve) => running.stdout.once('data', resolve));
  running.stdout.on('data', (chunk: Buffer) => (words += chunk.toString()));
  return {
    said: () => words.split('\n').filter((word) => word.length === 36),
    kill: async (afterMs) => {
      await Promise.race([spoke, ended]);
      await sleep(afterMs);
      running.kill('SIGKILL');
      await ended;
    },
  };
}

function faultsOf(db: ReadDb, said: readonly string[]): string[] {
  const entries = new Set(db.all<{ id: string }>('SELECT entry_id AS id FROM journal').map(({ id }) => id));
  const rows = new Set(db.all<{ key: string }>(`SELECT key FROM deferred_change WHERE kind = 'test'`).map(({ key }) => key));
  const acts = db.get<{ count: number }>(`SELECT count(*) AS count FROM journal WHERE kind = 'test.act'`)?.count ?? 0;
  return [
    ...faultsInTheFile(db),
    ...verifyJournal(db, findIdentity(db)?.deviceId ?? '').faults.map(({ seq, fault }) => `journal row ${seq} is ${fault}`),
    ...said.filter((id) => !entries.has(id) || !rows.has(id)).map((id) => `${id} was acknowledged and is lost`),
    ...(acts === rows.size ? [] : [`${acts} acts and ${rows.size} rows`]),
  ];
}

/** Kills one of the programs after the other, each replaced at once, and then all; returns what is wrong with the file. */
async function faultsAfterKills(program: string, count: number): Promise<{ faults: string[]; said: number }> {
  const dataDir = await makeOffice(mondayMorning);
  onTestFinished(() => removeOffice(dataDir));
  const { folder, key } = await officeFileOf(dataDir);
  const start = () => startWriter(program, path.join(folder, 'office.db'), key.toString('hex'));
  const random = openRandom(seed);
  const writers = Array.from({ length: programs }, start);
  const said: string[] = [];
  for (let kill = 0; kill < count; kill += 1) {
    const one = random.int(0, programs - 1);
    const dying = writers[one];
    await dying?.kill(random.int(0, longestLifeMs));
    said.push(...(dying?.said() ?? []));
    writers[one] = start();
  }
  await Promise.all(writers.map((writer) => writer.kill(0)));
  said.push(...writers.flatMap((writer) => writer.said()));
  return { faults: await withOfficeFile(dataDir, ({ reader }) => faultsOf(reader, said)), said: said.length };
}

describe('four programs on one office file, although the lease allows one', () => {
  it(`lose nothing acknowledged and leave no half act through ${kills} kills -9 of one of them`, { timeout: 3_600_000 }, async () => {
    const startedAt = Date.now();
    const { faults, said } = await faultsAfterKills(child.file, kills);
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    console.log(`${kills + programs} kills, ${said} entries said, ${seconds} s, seed ${seed}`);
    expect(faults).toEqual([]);
    expect(said).toBeGreaterThan(kills);
  });

  it('finds acts that are written without a transaction', async () => {
    const { faults } = await faultsAfterKills(planted.file, 10);
    expect(faults.join('\n')).toMatch(/acts and \d+ rows|journal row/u);
  });
});
