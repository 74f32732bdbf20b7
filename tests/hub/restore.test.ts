import { cp, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { instantOf } from '#shared/base/instant.ts';
import { hubPaths } from '#shared/protocol/request.ts';
import type { EntryAnswer, PushedEntry } from '#shared/protocol/messages.ts';
import { openPglite } from '#hub/db/pglite.ts';
import { openPostgres } from '#hub/db/postgres.ts';
import { environmentOf } from '#hub/db/postgres-tools.ts';
import type { Database } from '#hub/db/sql.ts';
import { openFolderDesk } from '#hub/folder-desk.ts';
import { restoreFolder, restoreServer } from '#hub/restore/restore.ts';
import { startHub } from '#hub/start-hub.ts';
import { deviceDouble, enrolDevice, type DeviceDouble } from '../support/device.ts';
import { emptyPglite } from '../support/filled-databases.ts';
import { databaseKinds, isHere, skipNote, type DatabaseKind } from '../support/hub.ts';
import { resourcesDir } from '../support/resources.ts';
import { startPostgres } from '../support/postgres.ts';
import { submissionOf, submitAct } from '../support/submission.ts';
import { makePracticeRegister } from '#hub/practice/seed.ts';

const now = () => instantOf(Date.parse('2026-11-23T06:00:00.000Z'));

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kaunta-restore-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function folderWithRegister(): Promise<string> {
  const dataDir = await emptyFolder();
  await cp(await emptyPglite(), join(dataDir, 'register'), { recursive: true });
  return dataDir;
}

/** A hub's place, and what its operator does to get a backup of it into a place of its own. */
interface Place {
  open(): Promise<Database>;
  restore(file: string): Promise<unknown>;
}

async function placeOf(kind: DatabaseKind): Promise<Place> {
  if (kind === 'pglite') {
    const dataDir = await folderWithRegister();
    return { open: () => openPglite(join(dataDir, 'register')), restore: (file) => restoreFolder({ dataDir, file, now: now() }) };
  }
  let url = await newServer();
  await useTransactions(openPostgres({ url, onLost: () => undefined }), 300);
  return {
    open: async () => openPostgres({ url, onLost: () => undefined }),
    // Into another server, whose transactions count from the beginning.
    restore: async (file) => {
      url = await newServer();
      await restoreServer(url, file);
    },
  };
}

/** So that this server's transaction numbers are far beyond a new one's. */
async function useTransactions(database: Database, count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await database.transaction((sql) => sql.query('SELECT pg_current_xact_id()'));
  await database.close();
}

async function newServer(): Promise<string> {
  const server = await startPostgres();
  onTestFinished(() => server.stop());
  return server.createDatabase();
}

async function start(place: Place) {
  const database = await place.open();
  const dataDir = await emptyFolder();
  return startHub({ database, dataDir, resourcesDir, now, port: 0, host: '127.0.0.1', practice: false, log: () => undefined });
}

for (const kind of databaseKinds) {
  describe.skipIf(!isHere(kind))(`a hub put back from its backup over ${kind}${skipNote(kind)}`, () => {
    behaviour(kind);
  });
}

/** An office whose PC keeps every entry it ever wrote. */
interface Office {
  readonly device: DeviceDouble;
  readonly journal: PushedEntry[];
}

function behaviour(kind: DatabaseKind): void {
  const [model] = makePracticeRegister().vehicles.filter(
    ({ plateClass, owners, marks }) => plateClass === 'motorcycle' && owners.length === 1 && marks.length === 0,
  );
  let taken = 100;

  /** Sells another vehicle each time, which the register of this hub does not have: it was read from its paper. */
  function submit({ device, journal }: Office): PushedEntry {
    if (!model) throw new Error('The practice register has no motorcycle');
    taken += 1;
    const vehicle = {
      ...model,
      plate: `KMGZ${taken}Z`,
      chassis: `MD2A00000ZZ999${taken}`,
      source: { from: 'paper', asOf: now() },
    } as const;
    const entry = device.write(submitAct(submissionOf(device, vehicle, now())));
    journal.push(entry);
    return entry;
  }

  const statesOf = async (device: DeviceDouble) =>
    (await device.pullAll()).changes.filter((change) => change.kind === 'application').map(({ key }) => key);
  const feedOf = async (device: DeviceDouble) => (await device.post(hubPaths.pull, { protocol: 1, after: '0:0', limit: 1 })).json.feed;

  it('is told by three offices ahead of it what it lacks, loses nothing, doubles nothing, and has them read anew', async () => {
    const place = await placeOf(kind);
    const first = await start(place);
    const offices: Office[] = [];
    for (const code of ['KSM01', 'NYR01', 'ELD01'])
      offices.push({ device: await enrolDevice({ hubUrl: first.url, code: await first.enrolCode(code), now }), journal: [] });
    for (const office of offices) await office.device.push([submit(office), submit(office)]);
    const file = join(await emptyFolder(), 'hub.backup');
    await first.operate({ name: 'backup', file });
    for (const office of offices) await office.device.push([submit(office), submit(office), submit(office)]);
    const feeds = new Set([await feedOf(offices[0]?.device ?? never())]);
    await first.close();

    await place.restore(file);
    const second = await start(place);
    const comeBack = async ({ device, journal }: Office) => {
      const { answer, privateKey } = device;
      const again = deviceDouble({ hubUrl: second.url, now, privateKey, answer });
      const gap = await again.push(journal.slice(-1));
      expect([gap.status, gap.json]).toEqual([409, { code: 'chain.gap', facts: { seq: 5, expected: 3 } }]);
      const outcomes = async () => ((await again.push(journal.slice(2))).json.answers as EntryAnswer[]).map(({ outcome }) => outcome);
      expect(await outcomes()).toEqual(['applied', 'applied', 'applied']);
      expect(await outcomes()).toEqual(['duplicate', 'duplicate', 'duplicate']);
      // What it sent itself it reads once no older push of another office is under way.
      const sent = journal.map(({ subject }) => subject.replace('application:', '')).toSorted();
      await expect.poll(async () => (await statesOf(again)).toSorted(), { timeout: 10_000 }).toEqual(sent);
      feeds.add(await feedOf(again));
    };
    await Promise.all(offices.map(comeBack));
    expect(feeds.size).toBe(2);
    await second.close();
  });

  it('writes its backup beside the work, readable by its owner alone, and over nothing', async () => {
    const place = await placeOf(kind);
    const hub = await start(place);
    const office: Office = { device: await enrolDevice({ hubUrl: hub.url, code: await hub.enrolCode('KSM01'), now }), journal: [] };
    const file = join(await emptyFolder(), 'hub.backup');
    const writing = hub.operate({ name: 'backup', file });
    for (let turn = 0; turn < 5; turn += 1) expect((await office.device.push([submit(office)])).status).toBe(200);
    await writing;
    expect(process.platform === 'win32' || ((await stat(file)).mode & 0o777) === 0o600).toBe(true);
    await expect(hub.operate({ name: 'backup', file })).rejects.toThrow('is there already');
    await hub.close();
    await place.restore(file);
    const second = await start(place);
    const { answer, privateKey } = office.device;
    const again = deviceDouble({ hubUrl: second.url, now, privateKey, answer });
    const { head } = (await again.post(hubPaths.pull, { protocol: 1, after: '0:0', limit: 1 })).json;
    expect(office.journal[head.seq - 1]?.hash ?? '0'.repeat(64)).toBe(head.hash);
    await second.close();
    expect(await arePackedWell(place)).toBe(true);
  });

  it('answers a cursor from after the backup from the beginning', async () => {
    const place = await placeOf(kind);
    const hub = await start(place);
    const device = await enrolDevice({ hubUrl: hub.url, code: await hub.enrolCode('KSM01'), now });
    const ahead = await device.post(hubPaths.pull, { protocol: 1, after: '9000000000:1', limit: 5 });
    expect([ahead.status, ahead.json.changes]).toMatchObject([200, [{ kind: 'limits' }, { kind: 'certificate' }]]);
    await hub.close();
  });
}

/** Whether whole documents are packed by lz4 where the server has it. A backup says nothing of it. */
async function arePackedWell(place: Place): Promise<boolean> {
  const database = await place.open();
  const [found] = await database.query<{ good: boolean }>(
    `SELECT bool_and(attcompression = CASE WHEN 'lz4' = ANY (enumvals) THEN 'l' ELSE '' END) AS good FROM pg_attribute, pg_settings
     WHERE pg_settings.name = 'default_toast_compression' AND (attrelid, attname) IN
       (('entry'::regclass, 'payload'), ('application'::regclass, 'submission'), ('change'::regclass, 'body'))`,
  );
  await database.close();
  return found?.good ?? false;
}

function never(): never {
  throw new Error('No office');
}

describe('a restored folder', () => {
  it('stands where the old one stood, which is kept beside it', async () => {
    const dataDir = await folderWithRegister();
    const place = { open: () => openPglite(join(dataDir, 'register')), restore: async () => undefined };
    const hub = await start(place);
    const file = join(await emptyFolder(), 'hub.backup');
    await hub.operate({ name: 'backup', file });
    await hub.close();
    await restoreFolder({ dataDir, file, now: now() });
    expect((await readdir(dataDir)).toSorted()).toEqual(['register', 'register.aside-2026-11-23T06-00-00-000Z']);
    await (await start(place)).close();
  });

  it('is none while a hub has it open, nor from a file that is no backup; what was there stays', async () => {
    const dataDir = await folderWithRegister();
    const file = join(await emptyFolder(), 'hub.backup');
    await writeFile(file, 'no backup');
    const desk = await openFolderDesk(dataDir, async () => '');
    await expect(restoreFolder({ dataDir, file, now: now() })).rejects.toThrow('stop it first');
    await desk?.close();
    await expect(restoreFolder({ dataDir, file, now: now() })).rejects.toThrow('is no backup');
    expect(await readdir(dataDir)).toContain('register');
    await (await openPglite(join(dataDir, 'register'))).close();
  });
});

describe.skipIf(!isHere('postgres'))(`a PostgreSQL server${skipNote('postgres')}`, () => {
  it('that was put back by its own means begins a new feed, and a database that is not empty takes no backup', async () => {
    const server = await startPostgres();
    onTestFinished(() => server.stop());
    const url = await server.createDatabase();
    const open = () => openPostgres({ url, onLost: () => undefined });
    const feed = async () => {
      const hub = await start({ open: async () => open(), restore: async () => undefined });
      await hub.close();
      const database = open();
      const [row] = await database.transaction((sql) => sql.query<{ feed: string }>('SELECT feed FROM hub'));
      await database.close();
      return row?.feed;
    };
    const first = await feed();
    expect(await feed()).toBe(first);
    const database = open();
    // What another server's or timeline's backup has here.
    await database.transaction((sql) => sql.query(`UPDATE hub SET cluster = '7000000000000000000:1:16384'`));
    await database.close();
    const second = await feed();
    expect(second).not.toBe(first);
    expect(await feed()).toBe(second);
    await expect(restoreServer(url, '/nowhere')).rejects.toThrow('not empty');
  });

  it('is named to its own programs by variables, which no process list shows', () => {
    expect(environmentOf('postgresql://owner:s%40cret@%2Frun%2Fpg:5433/kaunta?sslmode=verify-full')).toEqual({
      PGHOST: '/run/pg',
      PGPORT: '5433',
      PGUSER: 'owner',
      PGPASSWORD: 's@cret',
      PGDATABASE: 'kaunta',
      PGSSLMODE: 'verify-full',
    });
    expect(() => environmentOf('postgresql://db/kaunta?application_name=x')).toThrow('application_name');
  });
});
