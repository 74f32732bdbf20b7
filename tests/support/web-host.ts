import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** The built web host as its own process, as `npm start -- --web` runs it. */
export interface RunningWebHost {
  /** The one-time link of the ready line. */
  readonly url: string;
  readonly origin: string;
  readonly pid: number;
  /** Everything it has said so far. */
  output(): string;
  /** The next one-time link it prints. */
  nextLink(): Promise<string>;
  /** Ends as a person ends it; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** Ends as a power cut does. */
  kill(): Promise<void>;
}

const READY_TIMEOUT_MS = 60_000;

export interface WebHostOptions {
  readonly dataDir: string;
  readonly args?: readonly string[];
}

/** Needs a build in `out/`. Rejects with what the host said when it ends before it is ready. */
export async function startWebHost({ dataDir, args = [] }: WebHostOptions): Promise<RunningWebHost> {
  const entry = path.resolve('out/main/web.js');
  const child = spawn(process.execPath, [entry, '--port', '0', '--data', dataDir, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const url = await said(child, /^Kaunta is ready at (\S+)$/m, () => output);
  return {
    url,
    origin: new URL(url).origin,
    pid: child.pid ?? 0,
    output: () => output,
    nextLink: () => {
      const before = output.length;
      return said(child, /Open Kaunta in another browser with (\S+)/, () => output.slice(before));
    },
    stop: async () => {
      child.kill('SIGTERM');
      return endOf(child);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await endOf(child);
    },
  };
}

async function endOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

function said(child: ChildProcess, pattern: RegExp, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => finish(() => reject(new Error(`The web host did not say ${pattern}:\n${output()}`))), READY_TIMEOUT_MS);
    const look = () => {
      const found = pattern.exec(output())?.[1];
      if (found !== undefined) finish(() => resolve(found));
    };
    const ended = () => finish(() => reject(new Error(`The web host has ended:\n${output()}`)));
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      child.stdout?.off('data', look);
      child.off('exit', ended);
      settle();
    };
    child.stdout?.on('data', look);
    child.on('exit', ended);
    look();
  });
}
