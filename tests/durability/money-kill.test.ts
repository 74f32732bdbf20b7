import { spawn } from 'node:child_process';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { findUserByLogin } from '#core/people/store.ts';
import { bundleChild, type BundledChild } from '#tests/support/bundle-child.ts';
import { mondayMorning } from '#tests/support/clock.ts';
import { makeOffice, removeOffice, withOfficeFile } from '#tests/support/made-office.ts';
import { addReadyApplications } from '#tests/support/ready-applications.ts';
import { root } from '#tests/support/test-host.ts';
import { faultsInTheBooks, type Acknowledged } from './money-books.ts';

const kills = 200;
/** Two offices at once, one for each core of the build machine. */
const offices = 2;
/** From the first receipt of a life to its end; some ten receipts. */
const longestLifeMs = 60;
const applications = 2_500;

const seed = Number(process.env['KAUNTA_SEED'] ?? Date.now() % 2 ** 31);
let base: string;
let child: BundledChild;
let planted: BundledChild;
let clerkId: string;

beforeAll(async () => {
  base = await makeOffice(mondayMorning);
  clerkId = await withOfficeFile(base, (storage) => {
    addReadyApplications(storage, { count: applications, nowMs: mondayMorning });
    return findUserByLogin(storage.reader, 'clerk')?.id ?? '';
  });
  child = await bundleChild('tests/durability/money-child.ts');
  planted = await bundleChild('tests/durability/money-child.ts', {
    instead: { 'core/payments/take-payment.ts': 'tests/durability/planted-take-payment.child.ts' },
  });
});

afterAll(async () => {
  await Promise.all([child.remove(), planted.remove(), removeOffice(base)]);
});

interface Life {
  readonly file: string;
  readonly dataDir: string;
  readonly lifeMs: number;
  readonly env?: Readonly<Record<string, string>> | undefined;
}

/** Lets a child take money, ends it as a power cut does, and returns what it had said by then. */
async function liveAndDie({ file, dataDir, lifeMs, env }: Life): Promise<Acknowledged[]> {
  const compileCache = { NODE_COMPILE_CACHE: path.join(path.dirname(file), 'cache') };
  const running = spawn(process.execPath, [file, dataDir, clerkId], {
    cwd: root,
    env: { ...process.env, ...compileCache, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => running.once('close', resolve));
  let said = '';
  const spoke = new Promise((resolve) => running.stdout.once('data', resolve));
  running.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await Promise.race([spoke, ended]);
  await sleep(lifeMs);
  running.kill('SIGKILL');
  await ended;
  return said.split('\n').flatMap((line) => {
    const [, receiptNumber, applicationId] = /^(R-\S+) (\S{36})$/u.exec(line) ?? [];
    return receiptNumber && applicationId ? [{ receiptNumber, applicationId }] : [];
  });
}

async function copyOfBase(): Promise<string> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'kaunta-money-'));
  onTestFinished(() => removeOffice(dataDir));
  await cp(base, dataDir, { recursive: true });
  return dataDir;
}

interface Run {
  readonly lives: readonly number[];
  readonly file: string;
  readonly env?: Readonly<Record<string, string>> | undefined;
}

/** One office through all its lives; stops at the first fault. */
async function runOffice({ lives, file, env }: Run): Promise<{ faults: string[]; receipts: number; silent: number }> {
  const dataDir = await copyOfBase();
  const acknowledged: Acknowledged[] = [];
  let silent = 0;
  for (const [kill, lifeMs] of lives.entries()) {
    const said = await liveAndDie({ file, dataDir, lifeMs, env });
    acknowledged.push(...said);
    if (said.length === 0) silent += 1;
    const faults = await withOfficeFile(dataDir, ({ reader }) => faultsInTheBooks(reader, acknowledged));
    if (faults.length > 0)
      return { faults: faults.map((fault) => `seed ${seed}, kill ${kill + 1}: ${fault}`), receipts: acknowledged.length, silent };
  }
  return { faults: [], receipts: acknowledged.length, silent };
}

const livesOf = (count: number) => fc.sample(fc.integer({ min: 0, max: longestLifeMs }), { numRuns: count, seed });

describe('money through kill -9', () => {
  it(
    `adds up after each of ${kills} kills: no gap, no double, no receipt without money, nothing acknowledged lost`,
    { timeout: 240_000 },
    async () => {
      const lives = livesOf(kills);
      const share = kills / offices;
      const runs = Array.from({ length: offices }, (_, n) =>
        runOffice({ file: child.file, lives: lives.slice(n * share, (n + 1) * share) }),
      );
      const found = await Promise.all(runs);
      expect(found.map(({ faults, silent }) => ({ seed, faults, silent }))).toEqual(found.map(() => ({ seed, faults: [], silent: 0 })));
      const receipts = found.reduce((sum, one) => sum + one.receipts, 0);
      console.log(`${kills} kills, ${receipts} receipts acknowledged, seed ${seed}`);
      expect(receipts).toBeGreaterThan(kills);
    },
  );

  it.each([
    ['number', /gap/u],
    ['payment', /money without its act|money of R-\S+ is for an application that is awaiting-payment/u],
  ])('finds the bug of a %s that is committed before the rest of its act', { timeout: 120_000 }, async (plant, fault) => {
    const { faults } = await runOffice({ file: planted.file, lives: livesOf(40), env: { PLANTED: plant } });
    expect(faults.join('\n')).toMatch(fault);
  });
});
