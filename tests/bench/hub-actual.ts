import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request, type OutgoingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v4 as newId } from 'uuid';
import type { PushedEntry } from '#shared/protocol/messages.ts';
import { eachInFlight } from '#tests/hub-load/prepared-push.ts';
import { startPeer, type PeerServer, type Peers } from './hub-peers.ts';

/** The few words of `@actual-app/crdt` that are spoken here. */
interface ActualWords {
  readonly Timestamp: new (millis: number, counter: number, node: string) => { toString(): string };
  readonly SyncRequestSchema: unknown;
  create(schema: unknown, fields: object): unknown;
  toBinary(schema: unknown, message: unknown): Uint8Array;
}

export interface ActualServer {
  /** Seconds in which every office has sent its entries into a file of its own. */
  push(offices: readonly (readonly PushedEntry[])[], most: number): Promise<number>;
  stop(): Promise<void>;
}

/** The sync server of Actual Budget with its own settings: one SQLite file a group, one transaction a request, content kept unread. */
export async function startActual(peers: Peers): Promise<ActualServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kaunta-actual-'));
  const server = await startPeer({
    peers,
    file: 'node_modules/@actual-app/sync-server/build/bin/actual-server.js',
    // Its limit of 500 requests a minute is for each caller: every office counts as one, as behind a proxy.
    env: (port) => ({
      ACTUAL_PORT: String(port),
      ACTUAL_HOSTNAME: '127.0.0.1',
      ACTUAL_DATA_DIR: dataDir,
      ACTUAL_TRUSTED_PROXIES: '127.0.0.1/32',
      NODE_ENV: 'production',
    }),
  });
  const words = peers.require('@actual-app/crdt') as ActualWords;
  const token = await bootstrap(server);
  return {
    push: (offices, most) => pushAll({ server, words, token }, offices, most),
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function bootstrap({ url }: PeerServer): Promise<string> {
  const { text } = await post(`${url}/account/bootstrap`, JSON.stringify({ password: 'mti wa mwembe' }), {
    'content-type': 'application/json',
  });
  return (JSON.parse(text) as { data: { token: string } }).data.token;
}

interface Line {
  readonly server: PeerServer;
  readonly words: ActualWords;
  readonly token: string;
}

async function pushAll(line: Line, offices: readonly (readonly PushedEntry[])[], most: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: most });
  const ready: { readonly body: Uint8Array; readonly headers: OutgoingHttpHeaders }[] = [];
  await eachInFlight(offices, most, async (entries, n) => {
    ready.push(await prepare(line, entries, n));
  });
  const startedAt = performance.now();
  await eachInFlight(ready, most, async ({ body, headers }) => {
    const { status, text } = await post(`${line.server.url}/sync/sync`, body, headers, agent);
    if (status !== 200) throw new Error(`Actual: ${status} ${text}`);
  });
  const seconds = (performance.now() - startedAt) / 1_000;
  agent.destroy();
  return seconds;
}

/** Uploads a file for the office, which is its enrolment, and packs its messages. */
async function prepare({ server, words, token }: Line, entries: readonly PushedEntry[], n: number) {
  const fileId = newId();
  const from = { 'x-actual-token': token, 'x-forwarded-for': `10.${Math.floor(n / 250)}.${n % 250}.1` };
  const { text } = await post(`${server.url}/sync/upload-user-file`, 'a file', {
    ...from,
    'content-type': 'application/encrypted-file',
    'x-actual-name': 'office',
    'x-actual-file-id': fileId,
    'x-actual-format': '2',
  });
  const { groupId } = JSON.parse(text) as { groupId: string };
  const node = String(n).padStart(16, '0');
  const messages = entries.map((entry, counter) => ({
    timestamp: new words.Timestamp(Date.now(), counter, node).toString(),
    isEncrypted: false,
    content: Buffer.from(JSON.stringify(entry)),
  }));
  const since = new words.Timestamp(0, 0, '0'.repeat(16)).toString();
  const fields = { messages: messages.map((message) => message), fileId, groupId, keyId: '', since };
  const body = words.toBinary(words.SyncRequestSchema, words.create(words.SyncRequestSchema, fields));
  return { body, headers: { ...from, 'content-type': 'application/actual-sync' } };
}

function post(
  url: string,
  body: string | Uint8Array,
  headers: OutgoingHttpHeaders,
  agent?: Agent,
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const length = Buffer.byteLength(body);
    const sent = request(
      url,
      { method: 'POST', headers: { ...headers, 'content-length': length }, ...(agent && { agent }) },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
