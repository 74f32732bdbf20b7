import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Why no process can be watched here, or undefined. */
export const noStrace =
  process.platform === 'linux' && spawnSync('strace', ['-qq', '-o', '/dev/null', 'true']).status === 0
    ? undefined
    : 'strace is not installed, or may not watch a process here';

/** A process whose system calls are written down, and some of which are made to fail. */
export interface Watch {
  /** Lets go of the process, which runs on; returns what was written down. */
  stop(): Promise<string>;
}

/** Watches a process that runs already, from the moment this resolves. Counts such as `when=3` begin there, for each thread by itself. */
export async function watchCalls(pid: number, options: readonly string[]): Promise<Watch> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kaunta-strace-'));
  const file = path.join(folder, 'calls');
  const strace = spawn('strace', ['-p', String(pid), '-o', file, ...options], { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(strace, 'close');
  let said = '';
  await new Promise<void>((resolve, reject) => {
    strace.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('attached')) resolve();
    });
    ended.then(() => reject(new Error(`strace ended: ${said}`)), reject);
  });
  return {
    stop: async () => {
      strace.kill('SIGINT');
      await ended;
      const calls = await readFile(file, 'utf8');
      await rm(folder, { recursive: true });
      return calls;
    },
  };
}
