import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Change } from '#shared/protocol/messages.ts';
import { isHere, skipNote } from '#tests/support/hub.ts';
import { trials } from '#tests/support/tier.ts';
import { openLoadStage, type LoadStage } from './stage.ts';

const writers = 100;
const rowsWanted = trials(4_000, 100_000);
const mostDelayMs = 25;

describe.skipIf(!isHere('postgres'))(`the cursor${skipNote('postgres')}`, () => {
  let stage: LoadStage;
  beforeAll(async () => {
    stage = await openLoadStage(1, ['fsync=off', 'max_connections=150']);
  });

  it(`skips none of ${rowsWanted} changes that ${writers} writers commit late, where a plain sequence skips some`, async () => {
    const [device] = await stage.offices(1);
    if (!device) throw new Error('There is no office');
    const bareUrl = stage.url.replace('kaunta_owner@', 'postgres@');
    let areWriting = true;
    const written = writeAll(bareUrl, `office:${device.answer.office.code}`).finally(() => {
      areWriting = false;
    });
    const naive = pullNaively(bareUrl, () => areWriting);
    const pulled = new Set<string>();
    const take = async (after: string): Promise<string> => {
      const { changes, next } = await device.pullAll(after, 500);
      changes.forEach(({ key }: Change) => pulled.add(key));
      return next;
    };
    let after = '0:0';
    while (areWriting) {
      after = await take(after);
      await sleep(10);
    }
    const keys = await written;
    await take(after);
    expect(keys.filter((key) => !pulled.has(key))).toEqual([]);
    const naivelyPulled = await naive;
    expect(keys.filter((key) => !naivelyPulled.has(key)).length).toBeGreaterThan(0);
  }, 900_000);
});

/** Each writer takes a place in the sequence and commits some time later. Gives the keys of all changes. */
async function writeAll(url: string, audience: string): Promise<readonly string[]> {
  const each = await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      const client = new Client({ connectionString: url });
      await client.connect();
      const keys: string[] = [];
      while (keys.length < rowsWanted / writers) {
        const key = `${writer}-${keys.length}`;
        await client.query('BEGIN');
        await client.query(`INSERT INTO change (audience, kind, key, body) VALUES ($1, 'notice', $2, '{}')`, [audience, key]);
        await sleep(Math.random() * mostDelayMs);
        await client.query('COMMIT');
        keys.push(key);
      }
      await client.end();
      return keys;
    }),
  );
  return each.flat();
}

/** The planted bug: everything behind the highest number seen. */
async function pullNaively(url: string, areWriting: () => boolean): Promise<ReadonlySet<string>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const pulled = new Set<string>();
  let last = '0';
  for (let isLast = false; !isLast;) {
    isLast = !areWriting();
    const { rows } = await client.query<{ seq: string; key: string }>('SELECT seq, key FROM change WHERE seq > $1 ORDER BY seq', [last]);
    rows.forEach(({ key }) => pulled.add(key));
    last = rows.at(-1)?.seq ?? last;
    await sleep(10);
  }
  await client.end();
  return pulled;
}
