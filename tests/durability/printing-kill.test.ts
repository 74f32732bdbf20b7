import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { instantOf } from '#shared/base/instant.ts';
import { findUserByLogin } from '#core/people/store.ts';
import { insertRange } from '#core/sheets/store.ts';
import { addApprovedLogbooks } from '#tests/support/approved-logbooks.ts';
import { bundleChild, type BundledChild } from '#tests/support/bundle-child.ts';
import { mondayMorning } from '#tests/support/clock.ts';
import { makeOffice, removeOffice, withOfficeFile } from '#tests/support/made-office.ts';
import { root } from '#tests/support/test-host.ts';
import { trials } from '#tests/support/tier.ts';
import { faultsInTheFile } from './flow-faults.ts';
import { faultsInThePaper, type SaidOfPaper } from './paper-books.ts';
import { trayOf } from './paper-tray.child.ts';

const kills = trials(10, 1_000);
/** As many logbooks as the list shows at once last so long. */
const livesOfAnOffice = 20;
/** Two offices at once, one for each core of the build machine. */
const lanes = 2;
/** From the first copy of a life to its end. */
const longestLifeMs = 60;
const logbooks = 500;

const seed = Number(process.env['KAUNTA_SEED'] ?? Date.now() % 2 ** 31);
const instead = {
  'core/printing/drivers/folder.ts': 'tests/durability/paper-tray.child.ts',
  'core/printing/make-sheet.ts': 'tests/durability/paper-sheet.child.ts',
};
let base: string;
let child: BundledChild;
let planted: BundledChild;
let clerkId: string;

beforeAll(async () => {
  base = await makeOffice(mondayMorning);
  clerkId = await withOfficeFile(base, (storage) => {
    addApprovedLogbooks(storage, { count: logbooks, nowMs: mondayMorning });
    const pack = { prefix: 'KE-', digits: 5, first: 1, last: 2 * logbooks };
    storage.transact((db) =>
      insertRange(db, {
        ...pack,
        id: newId(),
        kind: 'logbook',
        receivedAt: instantOf(mondayMorning),
        receivedBy: 'Supervisor',
        entryId: newId(),
      }),
    );
    return findUserByLogin(storage.reader, 'clerk')?.id ?? '';
  });
  child = await bundleChild('tests/durability/printing-child.ts', { instead });
  planted = await bundleChild('tests/durability/printing-child.ts', {
    instead: { ...instead, 'core/sheets/take.ts': 'tests/durability/planted-take-sheet.child.ts' },
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

/** Lets a child issue copies, ends it in the middle of it, and returns what it had said by then. */
async function liveAndDie({ file, dataDir, lifeMs, env }: Life): Promise<SaidOfPaper> {
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
      if (/^copy .*\n/mu.test(said)) resolve();
    });
  });
  await Promise.race([spoke, ended]);
  await sleep(lifeMs);
  running.kill('SIGKILL');
  await ended;
  return {
    copies: [...said.matchAll(/^copy (\S{36}) (\d+) (\S+)\n/gmu)].map(([, id = '', copy = '', serial = '']) => `${id}/${copy} ${serial}`),
    answers: [...said.matchAll(/^answer (\S{36} \S+)\n/gmu)].map(([, answer = '']) => answer),
  };
}

/** A copy of the office whose printer for logbooks is a tray beside its data. */
async function copyOfBase(): Promise<string> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'kaunta-paper-'));
  onTestFinished(() => removeOffice(dataDir));
  await cp(base, dataDir, { recursive: true });
  await withOfficeFile(dataDir, (storage) =>
    storage.transact((db) => {
      const id = newId();
      db.run(
        `INSERT INTO printer (id, name, way, address, width, opens_drawer, added_at) VALUES (?, 'Tray', 'folder', ?, 'a4', 0, ?)`,
        id,
        dataDir,
        instantOf(mondayMorning),
      );
      db.run(`INSERT INTO paper_printer (use, printer_id, locale) VALUES ('logbook', ?, 'en')`, id);
    }),
  );
  return dataDir;
}

interface Run {
  readonly lives: readonly number[];
  readonly file: string;
  readonly env?: Readonly<Record<string, string>> | undefined;
}

interface Found {
  readonly faults: readonly string[];
  readonly copies: number;
  readonly answers: number;
  readonly papers: number;
}

/** One office through all its lives; stops at the first fault. */
async function runOffice({ lives, file, env }: Run): Promise<Found> {
  const dataDir = await copyOfBase();
  const copies: string[] = [];
  const answers: string[] = [];
  const tray = () => readFile(trayOf(dataDir), 'utf8').catch(() => '');
  let faults: readonly string[] = [];
  for (const [kill, lifeMs] of lives.entries()) {
    const said = await liveAndDie({ file, dataDir, lifeMs, env });
    copies.push(...said.copies);
    answers.push(...said.answers);
    const papers = await tray();
    const found = await withOfficeFile(dataDir, ({ reader }) => [
      ...faultsInTheFile(reader),
      ...faultsInThePaper(reader, papers, { copies, answers }),
    ]);
    faults = found.map((fault) => `seed ${seed}, kill ${kill + 1}: ${fault}`);
    if (faults.length > 0) break;
  }
  return { faults, copies: copies.length, answers: answers.length, papers: (await tray()).split('KE-').length - 1 };
}

const livesOf = (count: number) => fc.sample(fc.integer({ min: 0, max: longestLifeMs }), { numRuns: count, seed });

describe('copies on numbered sheets through kill -9', () => {
  it(
    `add up after each of ${kills} kills: no paper without its row, no sheet lost, doubled or passed over, nothing said is lost`,
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
      const [copies, answers, papers] = [sum((one) => one.copies), sum((one) => one.answers), sum((one) => one.papers)];
      const seconds = Math.round((Date.now() - startedAt) / 1000);
      console.log(`${kills} kills, ${copies} copies and ${answers} answers said, ${papers} papers came out, ${seconds} s, seed ${seed}`);
      expect(found.flatMap(({ faults }) => faults)).toEqual([]);
      expect(Math.min(copies, papers)).toBeGreaterThan(kills);
      expect(answers).toBeGreaterThan(kills / 4);
    },
  );

  it.each([
    ['sheet', /lost sheet/u],
    ['paper', /paper without a row/u],
  ])('finds the bug of a %s that goes before the rest of its act', { timeout: 120_000 }, async (plant, fault) => {
    const { faults } = await runOffice({ file: planted.file, lives: livesOf(40), env: { PLANTED: plant } });
    expect(faults.join('\n')).toMatch(fault);
  });
});
