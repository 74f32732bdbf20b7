import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EntryAnswer } from '#shared/protocol/messages.ts';
import { inOffice } from '#hub/db/scope.ts';
import { openTestHub, usualDatabase, type TestHub } from '../support/hub.ts';
import { modelEntry } from './model/model-entry.ts';

let test: TestHub;
beforeAll(async () => {
  test = await openTestHub(usualDatabase);
});
afterAll(() => test?.close());

/** The first entry of a new epoch, numbered beyond all that this PC has given, behind the head that the hub has told it. */
function openingBehind(deviceId: string, head: { readonly hash: string }, seq: number) {
  const opening = { epoch: 2, seriesLetter: 'B', why: 'set-back' } as const;
  const act = { op: 'opens 2', kind: 'open-epoch', vehicle: 0, receipt: '', amountCents: 0, opening } as const;
  return modelEntry(act, { entryId: newId(), at: test.now() }, { deviceId, epoch: 2, previous: { seq: seq - 1, hash: head.hash } }).pushed;
}

it('a PC that was set back goes on behind the head it was told, also where a batch of before came late', async () => {
  const device = await test.device('KSM01');
  const note = () => device.write({ kind: 'note.write', payload: 'a note' });
  const [told, late] = [note(), note()];
  await device.push([told]);
  await device.push([late]);
  const opening = openingBehind(device.answer.deviceId, told, 5);
  const reply = await device.push([opening]);
  expect((reply.json.answers as EntryAnswer[]).map(({ outcome }) => outcome)).toEqual(['applied']);
  expect(reply.json.head).toEqual({ epoch: 2, seq: 5, hash: opening.hash });
  const branch = await inOffice(test.database, { officeCode: 'KSM01', registrar: false }, (sql) =>
    sql.query('SELECT seq FROM entry WHERE device_id = $1::uuid AND branch', device.answer.deviceId),
  );
  expect(branch).toEqual([{ seq: 2 }]);
});
