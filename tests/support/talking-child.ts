import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import path from 'node:path';
import { root } from './test-host.ts';

/** A program of the tests that answers each line with a line. */
export interface TalkingChild {
  readonly pid: number;
  /** The next line it says; undefined once it is over. */
  heard(): Promise<string | undefined>;
  tell(line: string): void;
  kill(): void;
  /** Ends what it is told, and waits until it is over. */
  close(): Promise<void>;
}

export interface TalkingChildOptions {
  readonly file: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>> | undefined;
}

export function startTalkingChild({ file, args, env }: TalkingChildOptions): TalkingChild {
  const running = spawn(process.execPath, [file, ...args], {
    cwd: root,
    env: { ...process.env, NODE_COMPILE_CACHE: path.join(path.dirname(file), 'cache'), ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  // What is told to a child that was killed meets a closed pipe, as intended.
  running.stdin.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => void running.once('close', () => resolve()));
  const lines = createInterface({ input: running.stdout })[Symbol.asyncIterator]();
  return {
    pid: running.pid ?? 0,
    heard: async () => {
      const { value, done } = await lines.next();
      return done ? undefined : value;
    },
    tell: (line) => void running.stdin.write(`${line}\n`),
    kill: () => void running.kill('SIGKILL'),
    close: async () => {
      running.stdin.end();
      await ended;
    },
  };
}
