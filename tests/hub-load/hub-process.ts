import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleChild } from '#tests/support/bundle-child.ts';

/** A real hub in a process of its own, as `npm run hub` starts it. */
export interface HubProcess {
  readonly url: string;
  readonly pid: number;
  /** kill -9. */
  kill(): Promise<void>;
  /** SIGTERM, and waits. */
  stop(): Promise<void>;
}

export interface HubProgram {
  start(databaseUrl: string, nodeArgs?: readonly string[]): Promise<HubProcess>;
  remove(): Promise<void>;
}

/** Bundles the hub's own main once, as the build does. */
export async function bundleHub(): Promise<HubProgram> {
  const program = await bundleChild('hub/main.ts');
  const dataDir = await mkdtemp(path.join(tmpdir(), 'kaunta-hub-'));
  return {
    start: async (databaseUrl, nodeArgs = []) => {
      const hub = spawn(process.execPath, [...nodeArgs, program.file, '--port', '0', '--data', dataDir], {
        env: { ...process.env, KAUNTA_DATABASE_URL: databaseUrl },
        stdio: ['ignore', 'pipe', process.env['KAUNTA_HUB_LOG'] === undefined ? 'ignore' : 'inherit'],
      });
      const exited = once(hub, 'exit');
      const url = await readyUrl(createInterface({ input: hub.stdout }));
      const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
        hub.kill(signal);
        await exited;
      };
      return { url, pid: hub.pid ?? 0, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
    },
    remove: async () => {
      await program.remove();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function readyUrl(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const url = /^Hub is ready at (\S+)$/u.exec(line)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error('The hub did not start: set KAUNTA_HUB_LOG to see why');
}
