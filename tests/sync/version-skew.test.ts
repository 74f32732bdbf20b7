import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { hubPaths } from '#shared/protocol/request.ts';
import { oldestAnsweredVersion, protocolVersion } from '#shared/protocol/version.ts';
import { findApplication } from '#core/applications/store.ts';
import { signHead } from '../support/device.ts';
import { openTestHub, usualDatabase, type TestHub } from '../support/hub.ts';
import { submissionOf } from '../support/submission.ts';
import { openOfficePc, type OfficePc } from './office-pc.ts';

type Json = Record<string, unknown>;

let test: TestHub;
let seeded: string;
beforeAll(async () => {
  test = await openTestHub(usualDatabase);
  seeded = (await (await test.device('NRB01')).pullAll()).next;
});
afterAll(() => test?.close());

const waitFor = (check: () => void) => vi.waitFor(check, { timeout: 30_000, interval: 20 });

/** A hub of another version: the real one, whose answers `speak` turns into its own words until `isUpgraded`. */
async function openOtherHub(path: string, speak: (answer: Json) => Json) {
  const state = { isUpgraded: false };
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk as Buffer);
      const headers = Object.entries(incoming.headers).filter(([name]) => name !== 'host' && name !== 'connection') as [string, string][];
      const reply = await fetch(`${test.hub.url}${incoming.url}`, {
        method: incoming.method ?? 'GET',
        headers,
        ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
      });
      const json = (await reply.json()) as Json;
      const isTurned = incoming.url === path && reply.ok && !state.isUpgraded;
      outgoing.writeHead(reply.status, { 'content-type': 'application/json' }).end(JSON.stringify(isTurned ? speak(json) : json));
    })().catch(() => incoming.socket.destroy());
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const pc = await openOfficePc({
    test,
    officeCode: 'NYR01',
    hubUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cursor: seeded,
  });
  return { pc, upgrade: () => (state.isUpgraded = true) };
}

/** The answer to the first act. */
const answersOf = (pc: OfficePc) => pc.storage.reader.all<{ outcome: string }>('SELECT outcome FROM entry_answer ORDER BY seq LIMIT 1');

describe('a hub that a counter of another version asks', () => {
  it.each([oldestAnsweredVersion - 1, protocolVersion + 1])(
    'turns version %i away, names what it speaks, and keeps nothing',
    async (protocol) => {
      const device = await test.device('KSM01');
      const entry = device.write({ kind: 'note.write', payload: 'a note' });
      const reply = await device.post(hubPaths.push, { protocol, entries: [entry], headSignature: signHead([entry], device.privateKey) });
      expect([reply.status, reply.json]).toEqual([
        426,
        { code: 'request.protocol', facts: { oldest: oldestAnsweredVersion, newest: protocolVersion } },
      ]);
      expect((await device.push([entry])).json.answers).toMatchObject([{ outcome: 'applied' }]);
    },
  );

  it('keeps acts of a kind that it does not know as history, and holds up no other', async () => {
    const device = await test.device('KSM01');
    const entries = [device.write({ kind: 'leases.take', payload: { seats: 3 } }), device.write({ kind: 'note.write', payload: 'a note' })];
    expect((await device.push(entries)).json.answers).toMatchObject([{ outcome: 'applied' }, { outcome: 'applied' }]);
  });

  it('refuses an act with a field that it does not know by name, keeps the entry, and takes the next', async () => {
    const device = await test.device('KSM01');
    const payload = { ...submissionOf(device, test.nextVehicle(), test.now()), colourOfTheSky: 'grey' };
    const entries = [
      device.write({ kind: 'applications.submit', payload, subject: 'application:x' }),
      device.write({ kind: 'note.write', payload: 'a note' }),
    ];
    expect((await device.push(entries)).json.answers).toMatchObject([
      { outcome: 'refused', code: 'entry.unreadable' },
      { outcome: 'applied' },
    ]);
  });
});

describe('a counter before a hub of another version', () => {
  it('keeps an act whose outcome it does not know, and takes the answer once it does', async () => {
    const speak = (answer: Json) => ({
      ...answer,
      answers: (answer['answers'] as Json[]).map((one) => ({ ...one, outcome: 'sent-to-court' })),
    });
    const { pc, upgrade } = await openOtherHub(hubPaths.push, speak);
    const { applicationId } = pc.submit(test.nextVehicle());
    await waitFor(() => expect(pc.queue()[0]?.reason).toBeTruthy());
    expect(answersOf(pc)).toEqual([]);
    upgrade();
    pc.sync.tryNow();
    await pc.sent();
    expect([answersOf(pc), findApplication(pc.storage.reader, applicationId)?.state]).toEqual([[{ outcome: 'duplicate' }], 'in-review']);
  });

  it('keeps its queue where the answer has a shape that it does not know', async () => {
    const { pc, upgrade } = await openOtherHub(hubPaths.push, (answer) => ({ ...answer, answers: { all: answer['answers'] } }));
    pc.submit(test.nextVehicle());
    await waitFor(() => expect(pc.queue()).toMatchObject([{ reason: { code: 'not-understood' } }]));
    upgrade();
    pc.sync.tryNow();
    await pc.sent();
    expect(answersOf(pc)).toEqual([{ outcome: 'duplicate' }]);
  });

  it('keeps changes of kinds and with fields that it does not know, and applies the others', async () => {
    const strange = [
      { kind: 'lease', key: 'L-1', body: { until: 'later' } },
      { kind: 'notice', key: 'N-1', body: { id: 'N-1', sung: true } },
    ];
    const { pc } = await openOtherHub(hubPaths.pull, (answer) => ({ ...answer, changes: [...strange, ...(answer['changes'] as Json[])] }));
    const { applicationId } = pc.submit(test.nextVehicle());
    await waitFor(() => expect(findApplication(pc.storage.reader, applicationId)?.state).toBe('in-review'));
    await waitFor(() => {
      const kept = pc.storage.reader.all<{ kind: string }>('SELECT DISTINCT kind FROM deferred_change ORDER BY kind');
      expect(kept).toEqual([{ kind: 'lease' }, { kind: 'notice' }]);
    });
  });
});
