import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EntryAnswer } from '#shared/protocol/messages.ts';
import { inOffice } from '#hub/db/scope.ts';
import type { DeviceDouble, DoubleReply } from '../support/device.ts';
import { databaseKinds, isHere, openTestHub, skipNote, type DatabaseKind, type TestHub } from '../support/hub.ts';
import { submissionOf, submitAct } from '../support/submission.ts';

for (const kind of databaseKinds) {
  describe.skipIf(!isHere(kind))(`a device that begins again, over ${kind}${skipNote(kind)}`, () => {
    behaviour(kind);
  });
}

function outcomes({ json }: DoubleReply): string[] {
  return (json.answers as EntryAnswer[]).map(({ outcome }) => outcome);
}

function behaviour(kind: DatabaseKind): void {
  let test: TestHub;
  beforeAll(async () => {
    test = await openTestHub(kind);
  });
  afterAll(() => test?.close());

  const note = (device: DeviceDouble) => device.write({ kind: 'note.write', payload: 'a note' });

  /** A device with this many entries at the hub, and those entries. */
  async function deviceWith(count: number) {
    const device = await test.device('KSM01');
    const entries = Array.from({ length: count }, () => note(device));
    await device.push(entries);
    return { device, entries };
  }

  const branchOf = ({ answer }: DeviceDouble) =>
    inOffice(test.database, { officeCode: answer.office.code, registrar: false }, (sql) =>
      sql.query<{ epoch: number; seq: number }>(
        'SELECT epoch, seq FROM entry WHERE device_id = $1::uuid AND branch ORDER BY seq, epoch',
        answer.deviceId,
      ),
    );

  const unansweredOf = ({ answer }: DeviceDouble) =>
    inOffice(test.database, { officeCode: answer.office.code, registrar: false }, (sql) =>
      sql.query<{ epoch: number; seq: number }>(
        'SELECT epoch, seq FROM entry WHERE device_id = $1::uuid AND answer IS NULL',
        answer.deviceId,
      ),
    );

  it('joins where its journal was put back to; what it lost is kept as a branch', async () => {
    const { device, entries } = await deviceWith(5);
    device.setBack(3);
    const again = [device.openEpoch('restored'), note(device)];
    const reply = await device.push(again);
    expect(outcomes(reply)).toEqual(['applied', 'applied']);
    expect(reply.json.head).toEqual({ epoch: 2, seq: 5, hash: again[1]?.hash });
    expect(await branchOf(device)).toEqual([
      { epoch: 1, seq: 4 },
      { epoch: 1, seq: 5 },
    ]);
    expect(outcomes(await device.push(entries))).toEqual(Array.from(entries, () => 'duplicate'));
    expect(outcomes(await device.push(again))).toEqual(['duplicate', 'duplicate']);
    expect(outcomes(await device.push([note(device)]))).toEqual(['applied']);
  });

  it('may send the last of the old epoch and the first of the new one in one batch', async () => {
    const { device } = await deviceWith(1);
    const batch = [note(device), device.openEpoch('copied'), note(device)];
    expect(outcomes(await device.push(batch))).toEqual(['applied', 'applied', 'applied']);
    expect(await branchOf(device)).toEqual([]);
  });

  it('sends new entries of its old epoch in vain: two files must not be one device', async () => {
    const { device, entries } = await deviceWith(2);
    const late = [note(device)];
    device.setBack(2);
    await device.push([device.openEpoch('copied')]);
    const reply = await device.push(late);
    expect([reply.status, reply.json]).toEqual([409, { code: 'chain.epoch', facts: { seq: 3, epoch: 1, newest: 2 } }]);
    expect(outcomes(await device.push(entries))).toEqual(['duplicate', 'duplicate']);
  });

  it('may be put back more than once, also to before the last time', async () => {
    const { device } = await deviceWith(6);
    device.setBack(4);
    await device.push([device.openEpoch('restored'), note(device)]);
    device.setBack(2);
    expect(outcomes(await device.push([device.openEpoch('restored'), note(device)]))).toEqual(['applied', 'applied']);
    expect(await branchOf(device)).toEqual([3, 4, 5, 5, 6, 6].map((seq) => expect.objectContaining({ seq })));
  });

  it('may be put back to its very beginning', async () => {
    const { device } = await deviceWith(2);
    device.setBack(0);
    expect(outcomes(await device.push([device.openEpoch('restored')]))).toEqual(['applied']);
  });

  it.each([
    ['without its opening', (device: DeviceDouble) => (device.openEpoch('restored'), device.setBack(3), [note(device)]), 'chain.epoch', 4],
    [
      'behind an entry that the hub does not know',
      (device: DeviceDouble) => (note(device), [device.openEpoch('restored')]),
      'chain.gap',
      5,
    ],
    [
      'behind another entry than the hub has there',
      (device: DeviceDouble) => (device.setBack(2), note(device), [device.openEpoch('restored')]),
      'chain.fork',
      4,
    ],
  ] as const)('is refused %s', async (_title, begin, code, seq) => {
    const { device } = await deviceWith(3);
    const { status, json } = await device.push(begin(device));
    expect([status, json.code, json.facts.seq]).toEqual([409, code, seq]);
    const alarms = await test.database.transaction((sql) =>
      sql.query('SELECT fault, seq, times FROM chain_alarm WHERE device_id = $1::uuid', device.answer.deviceId),
    );
    expect(alarms).toEqual([{ fault: code, seq, times: 1 }]);
  });

  it('is told of a fork when it goes on in its epoch after it was put back', async () => {
    const { device } = await deviceWith(3);
    device.setBack(1);
    const fork = [note(device)];
    for (const times of [1, 2]) {
      expect((await device.push(fork)).json.code).toBe('chain.fork');
      const alarms = await test.database.transaction((sql) =>
        sql.query('SELECT epoch, seq, fault, times FROM chain_alarm WHERE device_id = $1::uuid', device.answer.deviceId),
      );
      expect(alarms).toEqual([{ epoch: 1, seq: 2, fault: 'chain.fork', times }]);
    }
  });

  it('takes a series letter that it never had: the opening is refused with another, though the epoch is open', async () => {
    const { device } = await deviceWith(1);
    const [opening] = (await device.push([device.openEpoch('restored', 'A')])).json.answers as EntryAnswer[];
    expect(opening).toMatchObject({ outcome: 'refused', code: 'epoch.series-used', facts: { seriesLetter: 'A' } });
    expect(outcomes(await device.push([device.openEpoch('restored', 'C')]))).toEqual(['applied']);
  });

  it('uses no receipt number again that another case of its lost epoch has', async () => {
    const { device } = await deviceWith(1);
    const receiptNumber = `R-KSM01-${device.answer.deviceNo}A-000001`;
    const cash = { method: 'cash', code: '', receiptNumber } as const;
    await device.act(submitAct(submissionOf(device, test.nextVehicle(), test.now(), { payment: cash })));
    device.setBack(1);
    await device.push([device.openEpoch('restored')]);
    const again = submissionOf(device, test.nextVehicle(), test.now(), { payment: cash });
    expect(await device.act(submitAct(again))).toMatchObject({ outcome: 'refused', code: 'receipt.number-used', facts: { receiptNumber } });
  });

  it('waits behind what waits in the old epoch until the next contact, but not behind what stands on the branch', async () => {
    const device = await test.device('KSM01');
    const [kept, lost] = [submissionOf(device, test.nextVehicle(), test.now()), submissionOf(device, test.nextVehicle(), test.now())];
    const breakIt = `ALTER TABLE application ADD CONSTRAINT broken CHECK (reference NOT IN ('${kept.reference}', '${lost.reference}'))`;
    await test.database.transaction((sql) => sql.script(breakIt));
    expect(outcomes(await device.push([kept, lost].map((one) => device.write(submitAct(one)))))).toEqual(['waiting', 'waiting']);
    await test.database.transaction((sql) => sql.script('ALTER TABLE application DROP CONSTRAINT broken'));
    device.setBack(1);
    await device.push([device.openEpoch('restored')]);
    const cancel = ({ applicationId, reference }: typeof kept) =>
      device.write({
        kind: 'applications.cancel',
        subject: `application:${applicationId}`,
        payload: { applicationId, reference, reason: 'Buyer left' },
      });
    expect(outcomes(await device.push([cancel(kept), cancel(lost)]))).toEqual(['waiting', 'refused']);
    await device.pullAll();
    expect(await unansweredOf(device)).toEqual([{ epoch: 1, seq: 2 }]);
  });

  it('goes back to its opening for a hub that was restored to before it, and is no fork there', async () => {
    const { device } = await deviceWith(6);
    device.setBack(2);
    // What this hub never saw: it was restored since, and still has the branch.
    const unknown = [device.openEpoch('restored'), note(device), note(device)];
    const lost = await device.push(unknown.slice(2));
    expect([lost.status, lost.json]).toEqual([409, { code: 'chain.gap', facts: { seq: 5, expected: 1 } }]);
    expect(outcomes(await device.push(unknown))).toEqual(['applied', 'applied', 'applied']);
  });

  it('waits a moment for the batch before it, which is still on its way', async () => {
    const device = await test.device('KSM01');
    const [first, second] = [[note(device)], [note(device)]];
    const late = device.push(second);
    await device.push(first);
    expect(outcomes(await late)).toEqual(['applied']);
  });
}
