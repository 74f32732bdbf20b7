import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toDay } from '#shared/base/instant.ts';
import type { EntryAnswer } from '#shared/protocol/messages.ts';
import { inOffice } from '#hub/db/scope.ts';
import type { Sql } from '#hub/db/sql.ts';
import { dropOverHold, findHold, takeHold } from '#hub/register/hold-store.ts';
import type { DeviceDouble } from '../support/device.ts';
import { databaseKinds, isHere, openTestHub, skipNote, type DatabaseKind, type TestHub } from '../support/hub.ts';
import { decideAct, submissionOf, submitAct } from '../support/submission.ts';

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
    expect([count('vehicle'), count('person'), count('driver')]).toEqual([5_000, 2_000, 200]);
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
    expect([...kinds].toSorted()).toEqual(['certificate', 'driver', 'limits', 'person', 'test-sessions', 'vehicle']);
  });

  it('an office changes nothing of another office and nothing of the register', async () => {
    const asNyeri = (text: string) => inOffice(test.database, { officeCode: 'NYR01', registrar: false }, (sql) => sql.query(text));
    expect(await asNyeri(`UPDATE application SET state = 'approved' WHERE office_code = 'KSM01' RETURNING id`)).toEqual([]);
    expect(await asNyeri(`UPDATE driver SET body = '{}' RETURNING driver_key`)).toEqual([]);
    expect(await asNyeri(`UPDATE vehicle SET body = '{}' RETURNING plate_key`)).toEqual([]);
    expect(await asNyeri(`DELETE FROM application_hold RETURNING key`)).toEqual([]);
    await expect(asNyeri(`INSERT INTO change (audience, kind, key, body) VALUES ('all', 'vehicle', 'X', '{}')`)).rejects.toThrow(
      'row-level security',
    );
    for (const text of [
      'SELECT secret FROM hub',
      'SELECT code_hash FROM enrol_code',
      'SELECT sealed FROM device_escrow',
      'SELECT reason FROM operator_act',
      'SELECT fault FROM chain_alarm',
      'UPDATE office SET registrar = true',
      'DELETE FROM entry',
      'UPDATE entry SET payload = NULL',
    ]) {
      await expect(asNyeri(text)).rejects.toThrow('permission denied');
    }
  });

  it('the hold of another office’s booked test goes only once its day is over', async () => {
    const asOffice = <T>(officeCode: string, work: (sql: Sql) => Promise<T>) =>
      inOffice(test.database, { officeCode, registrar: false }, work);
    const keys = ['driver:national-id:29998877:test'] as const;
    const hold = { applicationId: newId(), reference: 'S-KSM01-1A-000001', officeCode: 'KSM01', clerkName: 'Clerk', since: test.now() };
    await asOffice('KSM01', (sql) => takeHold(sql, keys, { ...hold, until: toDay('2026-12-03') }));
    const stands = () => asOffice('NYR01', (sql) => findHold(sql, keys));
    await asOffice('NYR01', (sql) => sql.query('DELETE FROM application_hold'));
    await asOffice('NYR01', (sql) => dropOverHold(sql, keys, toDay('2026-12-03')));
    expect(await stands()).toMatchObject({ officeCode: 'KSM01' });
    await asOffice('NYR01', (sql) => dropOverHold(sql, keys, toDay('2026-12-04')));
    expect(await stands()).toBeUndefined();
  });

  it('an office does not become an operator by saying so', async () => {
    const rows = await inOffice(test.database, { officeCode: 'NYR01', registrar: false }, async (sql) => {
      await sql.query(`SELECT set_config('kaunta.operator', 'on', true)`);
      return sql.query(`SELECT seq FROM entry WHERE office_code = 'KSM01'`);
    });
    expect(rows).toEqual([]);
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

  it('what waits is finished at the next contact without being sent again, and is told to the offices', async () => {
    const submission = submissionOf(kisumu, test.nextVehicle(), test.now());
    const { applicationId, reference } = submission;
    const history = { kind: 'applications.open', subject: `application:${applicationId}`, payload: { applicationId } };
    const entries = [submitAct(submission), history].map((act) => kisumu.write(act));
    const statesOf = ({ changes }: Awaited<ReturnType<DeviceDouble['pullAll']>>) =>
      changes
        .filter(({ kind, key }) => kind === 'application' && key === applicationId)
        .map(({ body }) => (body as { state: string }).state);
    await test.database.transaction((sql) =>
      sql.script(`ALTER TABLE application ADD CONSTRAINT broken CHECK (reference <> '${reference}')`),
    );
    await kisumu.push(entries);
    expect(statesOf(await kisumu.pullAll())).toEqual([]);
    await test.database.transaction((sql) => sql.script('ALTER TABLE application DROP CONSTRAINT broken'));
    expect(statesOf(await kisumu.pullAll())).toEqual(['in-review']);
    expect((await kisumu.push(entries)).json.answers).toMatchObject([{ outcome: 'duplicate' }, { outcome: 'duplicate' }]);
  });
}
