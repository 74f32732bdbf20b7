import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What the hub is measured beside, pinned; better-sqlite3 in the version that brings its binaries along. */
const packages = {
  private: true,
  dependencies: {
    '@actual-app/sync-server': '26.9.0',
    '@actual-app/crdt': '3.1.1',
    pouchdb: '9.0.0',
    'express-pouchdb': '4.2.0',
    express: '4.21.2',
  },
  overrides: { 'better-sqlite3': '13.2.0' },
};

/** Other people's sync servers in a folder of their own, fetched by this bench alone and kept for the next run. */
export interface Peers {
  readonly folder: string;
  readonly require: NodeJS.Require;
}

/** Undefined, and one line that says why, where they cannot be had. */
export function fetchPeers(): Peers | undefined {
  const folder = join(tmpdir(), 'kaunta-bench-peers');
  const stamp = join(folder, `fetched-${packages.dependencies['@actual-app/sync-server']}`);
  mkdirSync(folder, { recursive: true });
  if (!existsSync(stamp)) {
    writeFileSync(join(folder, 'package.json'), JSON.stringify(packages));
    console.log(`Fetching the sync servers to measure beside into ${folder} …`);
    const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--omit=optional', '--loglevel=error'];
    const { status, stderr, error } = spawnSync('npm', args, { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' });
    if (status !== 0) {
      console.log(`Without Actual and PouchDB, which npm could not fetch: ${(error?.message ?? stderr).trim().split('\n').at(-1) ?? ''}`);
      return undefined;
    }
    writeFileSync(stamp, '');
  }
  return { folder, require: createRequire(join(folder, 'package.json')) };
}

export interface PeerServer {
  readonly url: string;
  stop(): Promise<void>;
}

export interface PeerProgram {
  readonly peers: Peers;
  readonly file: string;
  readonly env: (port: number) => Readonly<Record<string, string>>;
}

/** Starts a peer in a process of its own and waits until it answers. */
export async function startPeer({ peers, file, env }: PeerProgram): Promise<PeerServer> {
  const port = await freePort();
  const child = spawn(process.execPath, [join(peers.folder, file)], {
    cwd: peers.folder,
    env: { ...process.env, ...env(port) },
    stdio: ['ignore', 'ignore', process.env['KAUNTA_HUB_LOG'] === undefined ? 'ignore' : 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  await untilUp(url, child);
  return {
    url,
    stop: async () => {
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function untilUp(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200 && child.exitCode === null; tries += 1) {
    const isUp = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await sleep(100);
  }
  child.kill('SIGKILL');
  throw new Error('it did not come up');
}
