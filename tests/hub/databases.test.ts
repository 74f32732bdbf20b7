import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EntryAnswer } from '#shared/protocol/messages.ts';
import { publish } from '#hub/changes/publish.ts';
import { migrate } from '#hub/db/migrate.ts';
import { openPostgres } from '#hub/db/postgres.ts';
import { inOffice } from '#hub/db/scope.ts';
import type { Database } from '#hub/db/sql.ts';
import { makePracticeRegister } from '#hub/practice/seed.ts';
import { prepareDatabase, startHub } from '#hub/start-hub.ts';
import { deviceDouble, enrolDevice, type DeviceDouble } from '../support/device.ts';
import {
  databaseKinds,
  isHere,
  makeDatabase,
  openTestHub,
  resourcesDir,
  skipNote,
  type DatabaseKind,
  type TestHub,
} from '../support/hub.ts';
import { startPostgres } from '../support/postgres.ts';
import { decideAct, submissionOf, submitAct } from '../support/submission.ts';

interface Column {
  table: string;
  column: string;
  type: string;
}

async function columnsOf(database: Database): Promise<readonly Column[]> {
  return database.transaction((sql) =>
    sql.query<Column>(
      `SELECT table_name AS "table", column_name AS "column", data_type || ' ' || is_nullable AS type FROM information_schema.columns
       WHERE table_schema = 'public' ORDER BY table_name, ordinal_position`,
    ),
  );
}

async function policiesOf(database: Database): Promise<readonly object[]> {
  return database.transaction((sql) =>
    sql.query(
      `SELECT tablename, policyname, cmd, relforcerowsecurity FROM pg_policies JOIN pg_class ON relname = tablename ORDER BY tablename, policyname`,
    ),
  );
}

describe.skipIf(!isHere('postgres'))(`what PGlite has${skipNote('postgres')}`, () => {
  it('is what PostgreSQL has: the same tables and policies after the migrations, which may be run twice', async () => {
    const made = await Promise.all(databaseKinds.map(makeDatabase));
    const seen = [];
    for (const one of made) {
      const database = await one.open();
      await migrate(database);
      await migrate(database);
      seen.push({ columns: await columnsOf(database), policies: await policiesOf(database) });
      await database.close();
      await one.remove();
    }
    expect(seen[0]).toEqual(seen[1]);
    expect(seen[0]?.columns.length).toBeGreaterThan(80);
  });
});

describe('migrations', () => {
  it('refuse a database that a newer hub made, or whose history differs', async () => {
    const made = await makeDatabase('pglite');
    const database = await made.open();
    await migrate(database);
    await database.transaction((sql) => sql.query(`INSERT INTO migration VALUES (9999, '9999-future.sql', 'x')`));
    await expect(migrate(database)).rejects.toThrow('9999-future.sql');
    await database.transaction((sql) => sql.query(`DELETE FROM migration WHERE version = 9999`));
    await database.transaction((sql) => sql.query(`UPDATE migration SET checksum = 'x' WHERE version = 1`));
    await expect(migrate(database)).rejects.toThrow('0001-exchange.sql');
    await database.close();
    await made.remove();
  });
});

describe('the practice register', () => {
  it('is the same every time', () => {
    const hash = () => createHash('sha256').update(JSON.stringify(makePracticeRegister())).digest('hex');
    expect(hash()).toBe(hash());
    expect(hash()).toBe('e82669729dcd21844a06e41b143f94c6975ae19c4f6ab00751292ec6c2ac7b27');
  });

  it('a practice database and a real one are never mixed', async () => {
    const made = await makeDatabase('pglite');
    const database = await made.open();
    const options = {
      database,
      dataDir: '/tmp',
      resourcesDir,
      port: 0,
      host: '127.0.0.1',
      log: () => undefined,
      now: () => '2026-11-23T06:00:00.000Z' as never,
    };
    await prepareDatabase({ ...options, practice: true });
    await expect(startHub({ ...options, practice: false })).rejects.toThrow('--practice');
    await made.remove();
  });
});

for (const kind of databaseKinds) {
  describe.skipIf(!isHere(kind))(`the register over ${kind}${skipNote(kind)}`, () => {
    behaviour(kind);
  });
}

function behaviour(kind: DatabaseKind): void {
  let test: TestHub;
  let kisumu: DeviceDouble;
  let nyeri: DeviceDouble;
  let nairobi: DeviceDouble;

  beforeAll(async () => {
    test = await openTestHub(kind);
    [kisumu, nyeri, nairobi] = [await test.device('KSM01'), await test.device('NYR01'), await test.device('NRB01')];
  });
  afterAll(() => test?.close());

  it('a device pulls the whole practice register', async () => {
    const { changes } = await kisumu.pullAll();
    const count = (changeKind: string) => new Set(changes.filter((change) => change.kind === changeKind).map(({ key }) => key)).size;
    expect([count('vehicle'), count('person')]).toEqual([5_000, 2_000]);
  });

  it('an office reads nothing of another office: no row of any table, no change, no case', async () => {
    const submission = submissionOf(kisumu, test.nextVehicle(), test.now());
    await kisumu.act(submitAct(submission));
    await nairobi.act(decideAct(nairobi, submission.applicationId, 'approved'));
    const tables = ['entry', 'application', 'payment', 'logbook', 'scan', 'device'];
    const counts = (officeCode: string) =>
      inOffice(test.database, { officeCode, registrar: false }, async (sql) => {
        const rows = [];
        for (const table of tables)
          rows.push(...(await sql.query<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE office_code = 'KSM01'`)));
        return rows.map(({ n }) => n > 0);
      });
    expect(await counts('KSM01')).toEqual([true, true, true, true, false, true]);
    expect(await counts('NYR01')).toEqual(tables.map(() => false));
    expect(await counts('')).toEqual(tables.map(() => false));
    const kinds = new Set((await nyeri.pullAll()).changes.map((change) => change.kind));
    expect([...kinds].toSorted()).toEqual(['limits', 'person', 'vehicle']);
  });

  it('an office changes nothing of another office and nothing of the register', async () => {
    const asNyeri = (text: string) => inOffice(test.database, { officeCode: 'NYR01', registrar: false }, (sql) => sql.query(text));
    expect(await asNyeri(`UPDATE application SET state = 'approved' WHERE office_code = 'KSM01' RETURNING id`)).toEqual([]);
    expect(await asNyeri(`UPDATE vehicle SET body = '{}' RETURNING plate_key`)).toEqual([]);
    expect(await asNyeri(`DELETE FROM vehicle_hold RETURNING plate_key`)).toEqual([]);
    await expect(asNyeri(`INSERT INTO change (audience, kind, key, body) VALUES ('all', 'vehicle', 'X', '{}')`)).rejects.toThrow(
      'row-level security',
    );
    for (const text of [
      'SELECT secret FROM hub',
      'SELECT code_hash FROM enrol_code',
      'UPDATE office SET registrar = true',
      'DELETE FROM entry',
      'UPDATE entry SET payload = NULL',
    ]) {
      await expect(asNyeri(text)).rejects.toThrow('permission denied');
    }
  });

  it('a vehicle that changed many times is pulled once, in its newest state', async () => {
    const submission = submissionOf(kisumu, test.nextVehicle(), test.now());
    await kisumu.act(submitAct(submission));
    await nairobi.act(decideAct(nairobi, submission.applicationId, 'approved'));
    const plate = submission.body.vehicle?.plate;
    const of = (await nyeri.pullAll()).changes.filter(({ key }) => key === plate);
    expect(of).toMatchObject([{ kind: 'vehicle', body: { owners: [{ name: submission.body.parties.buyer.name }] } }]);
  });

  it('an entry that a fault of the hub stopped waits, its followers wait behind it, the rest goes on, and all are applied once it is mended', async () => {
    const [first, other] = [submissionOf(kisumu, test.nextVehicle(), test.now()), submissionOf(kisumu, test.nextVehicle(), test.now())];
    const { applicationId, reference } = first;
    const cancel = {
      kind: 'applications.cancel',
      subject: `application:${applicationId}`,
      payload: { applicationId, reference, reason: 'Changed mind' },
    };
    const entries = [submitAct(first), cancel, submitAct(other)].map((act) => kisumu.write(act));
    const breakIt = `ALTER TABLE application ADD CONSTRAINT broken CHECK (reference <> '${reference}')`;
    await test.database.transaction((sql) => sql.script(breakIt));
    const outcomes = async () => ((await kisumu.push(entries)).json.answers as EntryAnswer[]).map(({ outcome }) => outcome);
    expect(await outcomes()).toEqual(['waiting', 'waiting', 'applied']);
    expect(test.log.at(-1)).toMatchObject({ level: 'error', event: 'act.fault' });
    await test.database.transaction((sql) => sql.script('ALTER TABLE application DROP CONSTRAINT broken'));
    expect(await outcomes()).toEqual(['applied', 'applied', 'duplicate']);
    expect(await outcomes()).toEqual(['duplicate', 'duplicate', 'duplicate']);
  });

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

describe.skipIf(!isHere('postgres'))(`one PostgreSQL${skipNote('postgres')}`, () => {
  it('a cursor over the sequence alone would skip changes that commit late (the planted bug)', async () => {
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

  it('several hubs are one hub: a device speaks to either, and both at once apply each entry once', async () => {
    const server = await startPostgres();
    const url = await server.createDatabase();
    const open = () => openPostgres({ url, onLost: () => undefined });
    const now = () => '2026-11-23T06:00:00.000Z' as never;
    const options = {
      dataDir: '/tmp/kaunta-two-hubs',
      resourcesDir,
      port: 0,
      host: '127.0.0.1',
      practice: true,
      log: () => undefined,
      now,
    };
    const hubs = await Promise.all([startHub({ ...options, database: open() }), startHub({ ...options, database: open() })]);
    const [one, two] = hubs;
    if (!one || !two) throw new Error('Two hubs');
    const atOne = await enrolDevice({ hubUrl: one.url, code: await two.enrolCode('KSM01'), now });
    const atTwo = deviceDouble({ hubUrl: two.url, now, privateKey: atOne.privateKey, answer: atOne.answer });
    const entries = Array.from({ length: 20 }, (_, payload) => atOne.write({ kind: 'note.write', payload }));
    const replies = await Promise.all([atOne, atTwo, atOne, atTwo].map((device) => device.push(entries)));
    const applied = replies.filter(({ json }) => (json.answers as EntryAnswer[]).every(({ outcome }) => outcome === 'applied'));
    expect([replies.map(({ status }) => status), applied.length]).toEqual([[200, 200, 200, 200], 1]);
    await Promise.all(hubs.map((hub) => hub.close()));
    await server.stop();
  });

  it('a database that went away is answered 503 with Retry-After, and when it is back the same batch is applied once', async () => {
    const server = await startPostgres(['fsync=on']);
    const url = await server.createDatabase();
    const now = () => '2026-11-23T06:00:00.000Z' as never;
    const hub = await startHub({
      database: openPostgres({ url, onLost: () => undefined }),
      dataDir: '/tmp/kaunta-lost-hub',
      resourcesDir,
      port: 0,
      host: '127.0.0.1',
      practice: false,
      log: () => undefined,
      now,
    });
    const device = await enrolDevice({ hubUrl: hub.url, code: await hub.enrolCode('KSM01'), now });
    const entries = [device.write({ kind: 'note.write', payload: 1 })];
    const restarted = server.crash();
    const seen = new Set<string>();
    let reply = await device.push(entries);
    for (; reply.status !== 200; reply = await device.push(entries)) {
      seen.add(`${reply.status}, come again in ${reply.headers.get('retry-after')} s`);
      await wait(20);
    }
    await restarted;
    expect([...seen].filter((answer) => answer !== '503, come again in 5 s')).toEqual([]);
    expect((await device.push(entries)).json.answers).toMatchObject([{ outcome: 'duplicate' }]);
    await hub.close();
    await server.stop();
  });
});
