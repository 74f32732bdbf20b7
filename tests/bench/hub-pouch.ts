import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PushedEntry } from '#shared/protocol/messages.ts';
import { startPeer, type Peers } from './hub-peers.ts';

interface PouchReplies {
  readonly docs_written: number;
}

/** The few words of PouchDB that are spoken here. */
interface Pouch {
  bulkDocs(docs: readonly object[]): Promise<unknown>;
  readonly replicate: { to(url: string, options: object): Promise<PouchReplies> };
  destroy(): Promise<void>;
}

export interface PouchServer {
  /** Seconds in which one PouchDB has replicated all of these entries, 500 a batch with two under way. */
  push(entries: readonly PushedEntry[]): Promise<number>;
  stop(): Promise<void>;
}

/** What pouchdb-server runs: express-pouchdb over LevelDB on the disk. */
const serverText = `
const PouchDB = require('pouchdb').defaults({ prefix: process.env.POUCH_DIR + '/' });
const app = require('express')();
app.use(require('express-pouchdb')(PouchDB, { mode: 'fullCouchDB', logPath: process.env.POUCH_DIR + '/log.txt', configPath: process.env.POUCH_DIR + '/config.json' }));
app.listen(Number(process.env.PORT), '127.0.0.1');
`;

export async function startPouch(peers: Peers): Promise<PouchServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kaunta-pouch-'));
  writeFileSync(join(peers.folder, 'pouch-server.cjs'), serverText);
  const server = await startPeer({
    peers,
    file: 'pouch-server.cjs',
    env: (port) => ({ PORT: String(port), POUCH_DIR: dataDir, NODE_ENV: 'production' }),
  });
  const PouchDB = peers.require('pouchdb') as new (name: string) => Pouch;
  let round = 0;
  return {
    push: async (entries) => {
      const name = `round-${round++}`;
      const local = new PouchDB(join(dataDir, `local-${name}`));
      await local.bulkDocs(entries.map((entry) => ({ _id: entry.entryId, ...entry })));
      const startedAt = performance.now();
      const { docs_written: written } = await local.replicate.to(`${server.url}/${name}`, { batch_size: 500, batches_limit: 2 });
      const seconds = (performance.now() - startedAt) / 1_000;
      if (written !== entries.length) throw new Error(`PouchDB wrote ${written} of ${entries.length}`);
      await local.destroy();
      return seconds;
    },
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
