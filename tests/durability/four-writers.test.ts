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
import { trials } from '#tests/support/tier.ts';
import { faultsInTheFile } from './flow-faults.ts';
import { faultsInTheBooks, lostTyping, type Acknowledged, type Typed } from './money-books.ts';

const kills = trials(8, 1_000);
/** A journal that grows with every life is read as a whole after every kill, so an office has only so many lives. */
const livesOfAnOffice = trials(20, 100);
/** Two offices at once, one for each core of the build machine. */
const lanes = 2;
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

interface Words {
  readonly receipts: readonly Acknowledged[];
  readonly typed: readonly Typed[];
}

/** Lets a child take money, ends it in the middle of it, and returns what it had said by then. */
async function liveAndDie({ file, dataDir, lifeMs, env }: Life): Promise<Words> {
  const compileCache = { NODE_COMPILE_CACHE: path.join(path.dirname(file), 'cache') };
  const running = spawn(process.execPath, [file, dataDir, clerkId], {
    cwd: root,
    env: { ...process.env, ...compileCache, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => running.once('close', resolve));
  let said = '';
  const spoke = new Promise<void>((resolve) => {
    running.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (/^R-/mu.test(said)) resolve();
    });
  });
  await Promise.race([spoke, ended]);
  await sleep(lifeMs);
  running.kill('SIGKILL');
  await ended;
  const receipts = [...said.matchAll(/^(R-\S+) (\S{36})$/gmu)];
  const typed = [...said.matchAll(/^mileage (\d+) (\S{36})$/gmu)];
  return {
    receipts: receipts.map(([, receiptNumber = '', applicationId = '']) => ({ receiptNumber, applicationId })),
    typed: typed.map(([, mileageKm, applicationId = '']) => ({ mileageKm: Number(mileageKm), applicationId })),
  };
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

interface Found {
  readonly faults: readonly string[];
  readonly receipts: number;
  /** Lives that were over before they said anything. */
  readonly silent: number;
}

/** One office through all its lives; stops at the first fault. */
async function runOffice({ lives, file, env }: Run): Promise<Found> {
  const dataDir = await copyOfBase();
  const receipts: Acknowledged[] = [];
  const typed: Typed[] = [];
  let silent = 0;
  for (const [kill, lifeMs] of lives.entries()) {
    const said = await liveAndDie({ file, dataDir, lifeMs, env });
    receipts.push(...said.receipts);
    typed.push(...said.typed);
    if (said.receipts.length === 0) silent += 1;
    const faults = await withOfficeFile(dataDir, ({ reader }) => [
      ...faultsInTheFile(reader),
      ...faultsInTheBooks(reader, receipts),
      ...lostTyping(reader, typed),
    ]);
    if (faults.length > 0)
      return { faults: faults.map((fault) => `seed ${seed}, kill ${kill + 1}: ${fault}`), receipts: receipts.length, silent };
  }
  return { faults: [], receipts: receipts.length, silent };
}

const livesOf = (count: number) => fc.sample(fc.integer({ min: 0, max: longestLifeMs }), { numRuns: count, seed });

describe('four desks at once through kill -9', () => {
  it(
    `money adds up after each of ${kills} kills: no gap, no double, no receipt without money, nothing acknowledged or typed lost`,
    { timeout: 3_600_000 },
    async () => {
      const startedAt = Date.now();
      const left = livesOf(kills);
      const found: Found[] = [];
      const lane = async () => {
        for (let lives = left.splice(0, livesOfAnOffice); lives.length > 0; lives = left.splice(0, livesOfAnOffice))
          found.push(await runOffice({ file: child.file, lives }));
      };
      await Promise.all(Array.from({ length: lanes }, lane));
      const sum = (of: (one: Found) => number) => found.reduce((total, one) => total + of(one), 0);
      const receipts = sum((one) => one.receipts);
      const silent = sum((one) => one.silent);
      const seconds = Math.round((Date.now() - startedAt) / 1000);
      console.log(`${kills} kills, ${receipts} receipts said (${silent} lives said none), ${seconds} s, seed ${seed}`);
      expect(found.flatMap(({ faults }) => faults)).toEqual([]);
      expect(silent).toBeLessThan(kills / 10);
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
