import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publish } from '#hub/changes/publish.ts';
import { migrate } from '#hub/db/migrate.ts';
import { inOffice } from '#hub/db/scope.ts';
import type { Database } from '#hub/db/sql.ts';
import type { DeviceDouble } from '../support/device.ts';
import { databaseKinds, isHere, makeDatabase, openTestHub, skipNote, type DatabaseKind, type TestHub } from '../support/hub.ts';

for (const kind of databaseKinds) {
  describe.skipIf(!isHere(kind))(`the cursor over ${kind}${skipNote(kind)}`, () => {
    behaviour(kind);
  });
}

function behaviour(kind: DatabaseKind): void {
  let test: TestHub;
  let kisumu: DeviceDouble;

  beforeAll(async () => {
    test = await openTestHub(kind, { practice: false });
    kisumu = await test.device('KSM01');
  });
  afterAll(() => test?.close());

  it('twenty writers that commit in any order: the cursor skips none of their changes', async () => {
    const office = 'office:KSM01' as const;
    // PGlite has one connection, so its writers only queue.
    const count = kind === 'pglite' ? 3 : 25;
    const before = await kisumu.pullAll();
    const seen = new Set<string>();
    let cursor = before.next;
    let done = false;
    const reader = (async () => {
      for (let last = false; !last;) {
        last = done;
        const page = await kisumu.pullAll(cursor, 50);
        for (const { key } of page.changes) seen.add(key);
        cursor = page.next;
        await wait(1);
      }
    })();
    const writers = Array.from({ length: 20 }, (_, writer) => writeChanges(test.database, { audience: office, writer, count }));
    await Promise.all(writers);
    done = true;
    await reader;
    expect(seen.size).toBe(20 * count);
  });
}

interface Writer {
  readonly audience: 'office:KSM01';
  readonly writer: number;
  readonly count: number;
}

/** Each change in a transaction of its own that holds on for a while after its number was taken. */
async function writeChanges(database: Database, { audience, writer, count }: Writer): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) {
    await inOffice(database, { officeCode: 'KSM01', registrar: false }, async (sql) => {
      const at = '2026-11-23T06:00:00.000Z' as never;
      const body = { receiptNumber: 'R', state: 'matched', at, foundAmountCents: null } as const;
      await publish(sql, { audience, kind: 'payment', key: `change-${writer}-${turn}`, body });
      await wait((writer * 7 + turn * 3) % 11);
    });
  }
}

describe.skipIf(!isHere('postgres'))(`another cursor${skipNote('postgres')}`, () => {
  it('over the sequence alone would skip changes that commit late (the planted bug)', async () => {
    const made = await makeDatabase('postgres');
    const database = await made.open();
    await migrate(database);
    let cursor = 0;
    const seen = new Set<string>();
    let done = false;
    const reader = (async () => {
      for (let last = false; !last;) {
        last = done;
        const rows = await inOffice(database, { officeCode: 'KSM01', registrar: false }, (sql) =>
          sql.query<{ seq: number; key: string }>('SELECT seq, key FROM change WHERE seq > $1 ORDER BY seq', cursor),
        );
        for (const { key } of rows) seen.add(key);
        cursor = rows.at(-1)?.seq ?? cursor;
        await wait(1);
      }
    })();
    await Promise.all(Array.from({ length: 19 }, (_, writer) => writeChanges(database, { audience: 'office:KSM01', writer, count: 25 })));
    done = true;
    await reader;
    expect(seen.size).toBeLessThan(19 * 25);
    await database.close();
    await made.remove();
  });
});
