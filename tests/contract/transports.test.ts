import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ORPCError } from '@orpc/client';
import { v7 } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { picturePdf } from '#core/documents/image-pdf.ts';
import type { LogLine } from '#core/host.ts';
import { startCore, type Core } from '#core/start-core.ts';
import { act, openDesk } from '#tests/support/desk.ts';
import { makeOffice, removeOffice, staffPassword } from '#tests/support/made-office.ts';
import { failureOf, refusalOf } from '#tests/support/refused.ts';
import { testHost } from '#tests/support/test-host.ts';
import { transports, type Line } from './transports.ts';

/** One list of calls, the same answers whatever carries them: hosts differ in nothing a screen could notice. */

const log: LogLine[] = [];
let dataDir: string;
let core: Core;

beforeAll(async () => {
  dataDir = await makeOffice(Date.now());
  core = await startCore(testHost({ dataDir, log: (line) => log.push(line) }));
  const { client } = openDesk(core);
  while ((await client.start.status({})).phase === 'opening') await sleep(5);
});

afterAll(async () => {
  await core.close();
  await removeOffice(dataDir);
});

/** A page full of noise, which no compression makes smaller: 6.5 MB of PDF. */
function largeScan(): File {
  const page = { pixelsWide: 1240, pixelsHigh: 1754, widthMm: 210, heightMm: 297 };
  const pdf = picturePdf([{ ...page, pixels: randomBytes(page.pixelsWide * page.pixelsHigh * 3) }]);
  return new File([new Uint8Array(pdf)], 'logbook.pdf', { type: 'application/pdf' });
}

describe.each(transports)('calls %s', (_name, openLine) => {
  let line: Line;

  beforeEach(async () => {
    line = await openLine(core, (entry) => log.push(entry));
    await act(line.client.people.signIn, { login: 'clerk', password: staffPassword });
  });
  afterEach(() => line.close());

  it('a question is answered', async () => {
    expect(await line.client.start.status({})).toMatchObject({ phase: 'ready', office: { code: 'NRB01' }, host: 'test' });
  });

  it('an act repeated under its entry id is done once and answered alike', async () => {
    const entryId = v7();
    const first = await act(line.client.applications.open, { service: 'transfer' }, entryId);
    expect(await act(line.client.applications.open, { service: 'transfer' }, entryId)).toEqual(first);
    expect(await act(line.client.applications.open, { service: 'transfer' })).not.toEqual(first);
  });

  it('a refusal comes with its code and facts, and no sentence', async () => {
    expect(await refusalOf(line.client.applications.get({ id: v7() }))).toMatchObject({ code: 'act.not-found' });
  });

  it('malformed input is a refusal that names the field', async () => {
    const malformed = act(line.client.applications.open, { service: 'magic' as 'transfer' });
    expect(await refusalOf(malformed)).toMatchObject({ code: 'act.invalid-input', problems: [{ field: 'service' }] });
  });

  it('an unknown field is refused, also one that would reach a prototype', async () => {
    for (const extra of ['extra', '__proto__', 'constructor']) {
      const input = JSON.parse(`{ "id": "${v7()}", "${extra}": { "polluted": true } }`) as { id: string };
      expect((await refusalOf(line.client.applications.get(input))).code).toMatch(/^act\.(invalid-input|not-found)$/);
    }
    expect('polluted' in {}).toBe(false);
  });

  it('a bug gives a reference that stands in the log, and nothing of its inside', async () => {
    const entryId = v7();
    await act(line.client.applications.open, { service: 'transfer' }, entryId);
    const bug = await failureOf(act(line.client.people.signOut, {}, entryId));
    if (!(bug instanceof ORPCError) || bug.code !== 'BUG') throw bug;
    const { reference } = bug.data as { readonly reference: string };
    expect(log).toContainEqual(expect.objectContaining({ level: 'error', facts: expect.objectContaining({ reference }) as unknown }));
    expect(JSON.stringify(bug)).not.toMatch(/Entry id|\.ts|at /);
  });

  it('a file of megabytes goes in and comes back byte for byte', async () => {
    const { id } = await act(line.client.applications.open, { service: 'transfer' });
    const file = largeScan();
    const attached = await act(line.client.applications.attachScan, { id, kind: 'logbook', file });
    const back = await line.client.applications.scan({ sha256: attached.sha256 });
    expect([attached.bytes, back.type]).toEqual([file.size, 'application/pdf']);
    expect(Buffer.from(await back.arrayBuffer()).equals(Buffer.from(await file.arrayBuffer()))).toBe(true);
  });

  it('a watch tells what has changed until the screen leaves it', async () => {
    const changes = await line.client.office.changes({});
    const told = new Promise<readonly string[]>((settle) => {
      void (async () => {
        for await (const { topics } of changes) {
          if (!topics.includes('applications')) continue;
          settle(topics);
          break;
        }
      })();
    });
    await act(line.client.applications.open, { service: 'transfer' });
    expect(await told).toContain('applications');
    expect(await line.client.start.status({})).toMatchObject({ phase: 'ready' });
  });

  it('what is not of the protocol is dropped, and the line still answers', async () => {
    const garbage = ['', 'hello', '{}', '[1,2]', 'null', '{"i":1,"p":{"u":17}}', '{"i":"x","t":9,"p":null}', new Uint8Array([255, 0, 255])];
    for (const message of garbage) line.say?.(message);
    expect(await line.client.start.status({})).toMatchObject({ phase: 'ready' });
  });
});
