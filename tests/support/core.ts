import { cp, mkdtemp, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import type { Role } from '#shared/domain/role.ts';
import type { LogLine } from '#core/host.ts';
import { startCore, type Core } from '#core/start-core.ts';
import { mondayMorning } from './clock.ts';
import { act, openDesk, type Desk } from './desk.ts';
import { madeOnce } from './made-once.ts';
import { makeOffice, removeOffice, staffPassword, type LivingHub } from './made-office.ts';
import { testHost, type TestHostOptions } from './test-host.ts';

export { act, type CoreClient, type Desk } from './desk.ts';

/** An office with one person for each role, on a folder of its own, its line down. */
export interface TestCore {
  readonly dataDir: string;
  /** Everything the core has logged. */
  readonly log: readonly LogLine[];
  /** The PC's clock runs on by itself; this moves it, backward too. */
  moveClock(ms: number): void;
  now(): number;
  desk(): Desk;
  /** A desk at which the person of that role has signed in. */
  signedIn(role: Role): Promise<Desk>;
  /** Closes the core and starts it again on the same folder. Desks of before are gone. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export type TestCoreOptions = Pick<TestHostOptions, 'printsPaper' | 'keyStore'> & {
  /** A folder to open instead of a fresh copy of a made office. It is left where it is. */
  readonly dataDir?: string | undefined;
  /** A hub to be enrolled at, instead of a line that is down. */
  readonly hub?: LivingHub | undefined;
};

/** Fresh for each test, and closed and removed when the test is over. */
export async function openTestCore(options: TestCoreOptions = {}): Promise<TestCore> {
  const dataDir = options.dataDir ?? (await (options.hub ? makeOffice(mondayMorning, options.hub) : freshOffice()));
  const log: LogLine[] = [];
  const clock = { aheadMs: mondayMorning - Date.now() };
  const now = () => Date.now() + clock.aheadMs;
  const open = async (): Promise<Core> => {
    const core = await startCore(testHost({ ...options, remembersScans: true, dataDir, log: (line) => log.push(line), now }));
    await isOpen(core);
    return core;
  };
  const state = { core: await open() };
  onTestFinished(async () => {
    await state.core.close();
    if (!options.dataDir) await removeOffice(dataDir);
  });
  const desk = () => openDesk(state.core);
  return {
    dataDir,
    log,
    now,
    moveClock: (ms) => {
      clock.aheadMs += ms;
    },
    desk,
    signedIn: async (role) => {
      const own = desk();
      await act(own.client.people.signIn, { login: role, password: staffPassword });
      return own;
    },
    restart: async () => {
      await state.core.close();
      state.core = await open();
    },
    close: () => state.core.close(),
  };
}

/** A copy of an office that is made once for all test files. */
async function freshOffice(): Promise<string> {
  const office = await madeOnce('office', async (folder) => rename(await makeOffice(mondayMorning), folder));
  const dataDir = await mkdtemp(path.join(tmpdir(), 'kaunta-core-'));
  await cp(office, dataDir, { recursive: true });
  return dataDir;
}

/** A PC that was set up before opens by itself, or says what stands in the way. */
async function isOpen(core: Core): Promise<void> {
  const { client } = openDesk(core);
  while ((await client.start.status({})).phase === 'opening') await sleep(2);
}
