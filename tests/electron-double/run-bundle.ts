import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import type { RecordedCall } from './drive.ts';

/** The built main process running over the double. */
export interface RunningBundle {
  /** The program's page, in the double's Chromium. */
  readonly page: Page;
  /** What the program has called so far, by name. */
  calls(name: string): readonly RecordedCall[];
  /** Makes something happen that only Electron could; resolves with what came of it. */
  drive(name: string, arg?: unknown): Promise<unknown>;
  output(): string;
  /** Quits as a person quits; resolves with the exit code. */
  quit(): Promise<number | null>;
}

export interface BundleOptions {
  readonly dataDir: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts `out/main/main.js` over the double, without waiting for its page: for starts that are meant to end at once. */
export function forkBundle({ dataDir, args = [], env = {} }: BundleOptions, cdpPort: number) {
  return fork(path.resolve('out/main/main.js'), ['--data', dataDir, ...args], {
    execArgv: ['--import', path.join(import.meta.dirname, 'register.ts')],
    env: { ...process.env, DOUBLE_HOME: dataDir, DOUBLE_CDP_PORT: String(cdpPort), ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

/** Starts the bundle and joins its page. */
export async function startBundle(options: BundleOptions): Promise<RunningBundle> {
  const cdpPort = await freePort();
  const child = forkBundle(options, cdpPort);
  const recordedCalls: RecordedCall[] = [];
  const answers = new Map<number, (value: unknown) => void>();
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.on('message', (message: RecordedCall | { readonly id: number; readonly value: unknown }) => {
    if ('name' in message) recordedCalls.push(message);
    else answers.get(message.id)?.(message.value);
  });
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', () => /^Kaunta is ready at /m.test(output) && resolve());
    child.on('exit', () => reject(new Error(`The bundle has ended:\n${output}`)));
  });
  await ready;
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${cdpPort}`);
  const page = browser
    .contexts()
    .flatMap((context) => context.pages())
    .find((found) => found.url().includes('kaunta-double'));
  if (page === undefined) throw new Error('The bundle opened no page.');
  return {
    page,
    calls: (name) => recordedCalls.filter((call) => call.name === name),
    drive: (name, arg) =>
      new Promise((resolve) => {
        const id = answers.size + 1;
        answers.set(id, resolve);
        child.send({ id, drive: name, arg });
      }),
    output: () => output,
    quit: async () => {
      await browser.close();
      const exit = once(child, 'exit');
      child.send({ id: 0, drive: 'quit' });
      await exit;
      return child.exitCode;
    },
  };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
