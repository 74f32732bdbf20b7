import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { toInstant } from '#shared/base/instant.ts';
import { openOfficeFile } from '../start/open-file.ts';
import type { Storage } from '../storage.ts';
import type { Driver, Sending, SendingJob } from './drivers/driver.ts';
import { findJob, insertJob } from './job-store.ts';
import { insertPrinter } from './printer-store.ts';
import { openPrintRunner, type Drivers } from './runner.ts';

const at = toInstant('2026-11-23T06:00:00.000Z');
const printer = { id: randomUUID(), name: 'Roll', way: 'network', address: 'roll:9100', width: '80mm', opensDrawer: false } as const;

let storage: Storage;
beforeEach(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'kaunta-runner-'));
  storage = await openOfficeFile(folder, randomBytes(32));
  storage.transact((db) => insertPrinter(db, printer, at));
  onTestFinished(async () => {
    storage.close();
    await rm(folder, { recursive: true });
  });
});

function queue(): string {
  const id = randomUUID();
  const paper = { kind: 'application', id } as const;
  const clerk = { clerkId: randomUUID(), clerkName: 'Achieng Odhiambo' };
  const job = { id, paper, use: 'form', locale: 'en', printerId: printer.id, sheetSerial: null, againOf: null, at, ...clerk } as const;
  storage.transact((db) => insertJob(db, job));
  return id;
}

/** A runner over a printer that does as the test says. */
function run(send: (job: SendingJob) => Promise<Sending>, more: Partial<Driver> = {}) {
  const driver: Driver = { look: () => Promise.resolve(null), send, ...more };
  const drivers: Drivers = { cups: driver, network: driver, windows: driver, folder: driver };
  const runner = openPrintRunner({
    storage,
    drivers,
    makeSheet: () => Promise.resolve({ title: 'x', fileName: 'x.pdf', width: '80mm', bytes: Buffer.from('x') }),
    now: () => Date.parse(at),
    announce: () => undefined,
    log: (line) => {
      throw new Error(JSON.stringify(line));
    },
    onTrouble: () => undefined,
  });
  return runner;
}

const stateOf = (id: string) => findJob(storage.reader, id)?.state;

async function until(is: () => boolean): Promise<void> {
  for (let tries = 0; !is(); tries++) {
    if (tries > 500) throw new Error('It never came');
    await sleep(5);
  }
}

it('a job is noted as sent on disk before its first byte leaves', async () => {
  const id = queue();
  const seen: unknown[] = [];
  const runner = run(() => {
    seen.push(stateOf(id));
    return Promise.resolve({ kind: 'taken' });
  });
  runner.wake();
  await until(() => stateOf(id) === 'asking');
  expect(seen).toEqual(['sent']);
  await runner.close();
});

it('a job that was leaving when the program died is asked about at the next start, and never sent again', async () => {
  const id = queue();
  // The program dies here: nothing of it ever ends.
  run(() => new Promise(() => undefined)).wake();
  await until(() => stateOf(id) === 'sent');
  const sent: string[] = [];
  const next = run(({ address }) => {
    sent.push(address);
    return Promise.resolve({ kind: 'taken' });
  });
  next.wake();
  await until(() => stateOf(id) === 'asking');
  expect(findJob(storage.reader, id)?.problem).toBe('interrupted');
  expect(sent).toEqual([]);
  await next.close();
});

it('a job that the printer’s own queue has is followed there at the next start', async () => {
  const id = queue();
  run(({ onQueued }) => {
    onQueued('Epson-12');
    return new Promise(() => undefined);
  }).wake();
  await until(() => findJob(storage.reader, id)?.queueJob === 'Epson-12');
  const followed: string[] = [];
  const next = run(() => Promise.reject(new Error('sent twice')), {
    follow: ({ queueJob }) => {
      followed.push(queueJob);
      return Promise.resolve({ kind: 'taken' });
    },
  });
  next.wake();
  await until(() => stateOf(id) === 'asking');
  expect([followed, findJob(storage.reader, id)?.problem]).toEqual([['Epson-12'], null]);
  await next.close();
});

it('one printer has one job in hand, and the next begins when it is done', async () => {
  const jobs = [queue(), queue(), queue()];
  const hand = { now: 0, most: 0 };
  const runner = run(async () => {
    hand.most = Math.max(hand.most, ++hand.now);
    await sleep(20);
    hand.now--;
    return { kind: 'taken' };
  });
  runner.wake();
  runner.wake();
  await until(() => jobs.every((id) => stateOf(id) === 'asking'));
  expect(hand.most).toBe(1);
  await runner.close();
});

it('a job whose transaction was rolled back is never printed', async () => {
  const sent: string[] = [];
  const runner = run(({ address }) => {
    sent.push(address);
    return Promise.resolve({ kind: 'taken' });
  });
  const rolledBack = () =>
    storage.transact((db) => {
      const paper = { kind: 'receipt', receiptNumber: 'R-NRB01-1A-000002' } as const;
      const clerk = { clerkId: randomUUID(), clerkName: 'Achieng Odhiambo' };
      insertJob(db, {
        id: randomUUID(),
        paper,
        use: 'receipt',
        locale: 'en',
        printerId: printer.id,
        sheetSerial: null,
        againOf: null,
        at,
        ...clerk,
      });
      runner.wake();
      throw new Error('rolled back');
    });
  expect(rolledBack).toThrow('rolled back');
  await sleep(100);
  expect(sent).toEqual([]);
  await runner.close();
});
