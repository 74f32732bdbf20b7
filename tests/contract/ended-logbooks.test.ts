import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { instantOf } from '#shared/base/instant.ts';
import { emptyParty } from '#shared/domain/party-fields.ts';
import { demonstrationPeople } from '#hub/practice/demonstration.ts';
import { addApprovedLogbooks, endLogbook } from '#tests/support/approved-logbooks.ts';
import { mondayMorning } from '#tests/support/clock.ts';
import { act, openTestCore, type Desk } from '#tests/support/core.ts';
import type { DeviceDouble } from '#tests/support/device.ts';
import { openTestHub, usualDatabase, type TestHub } from '#tests/support/hub.ts';
import { whileClosed } from '#tests/support/hub-says.ts';
import { refusalOf } from '#tests/support/refused.ts';
import { decideAct, duplicateSubmissionOf, submissionOf, submitAct } from '#tests/support/submission.ts';
import { numberedVehicle } from '#tests/support/transfer-body.ts';
import type { Submission } from '#shared/protocol/messages.ts';
import type { Vehicle } from '#shared/domain/vehicle.ts';

const endedBy = { number: 'EL-2026-00000777', at: instantOf(mondayMorning + 5), cause: 'transfer' } as const;
const ended = { code: 'logbook.ended', facts: { number: endedBy.number, since: endedBy.at } };
const proof = { method: 'typed-name', typedName: 'Amina Mwangi' } as const;

function issue({ client }: Desk, id: string) {
  return act(client.logbooks.issueCopy, { id, sheetSerial: null, further: null, locale: 'en' });
}

function putOnShelf({ client }: Desk, applicationId: string) {
  return act(client.shelf.put, { what: { kind: 'elogbook-copy', applicationId }, place: 'A-1', locale: 'en' });
}

function handOver({ client }: Desk, what: { itemId: string } | { applicationId: string }) {
  const collector = { name: proof.typedName, idNumber: numberedVehicle(0).owners[0]?.idNumber ?? '' };
  return act(client.shelf.handOver, { what, collector, letter: null, proof, isOldBookIn: true });
}

function paperOf({ client }: Desk, id: string, copy: number | null) {
  const paper = copy === null ? ({ kind: 'logbook-preview', id } as const) : ({ kind: 'logbook-copy', id, copy } as const);
  return client.paper.get({ paper, width: 'a4', locale: 'en' });
}

/** Two approved logbooks, each printed once and the first on the shelf; then the hub tells that a newer one replaced the first. */
async function counter() {
  const core = await openTestCore({ printsPaper: true });
  const logbooks = await whileClosed(core, (storage) => addApprovedLogbooks(storage, { count: 2, nowMs: mondayMorning }));
  const [first, second] = logbooks;
  if (!first || !second) throw new Error('There are two logbooks');
  const before = await core.signedIn('clerk');
  for (const { id } of logbooks) await issue(before, id);
  const item = await putOnShelf(before, first.id);
  await whileClosed(core, (storage) => endLogbook(storage, first, endedBy));
  return { clerk: await core.signedIn('clerk'), first, second, item };
}

describe('a logbook whose place a newer one took', () => {
  it('is printed no more: no copy, no print again, no preview, no copy that was counted before', async () => {
    const { clerk, first, second } = await counter();
    const ways = [
      () => issue(clerk, first.id),
      () => act(clerk.client.logbooks.printAgain, { id: first.id, copy: 1, sheetSerial: null, locale: 'en' }),
      () => paperOf(clerk, first.id, null),
      () => paperOf(clerk, first.id, 1),
    ];
    for (const print of ways) expect(await refusalOf(print())).toMatchObject(ended);
    expect(await clerk.client.logbooks.copies({ id: first.id })).toMatchObject([{ copy: 1, mayPrintAgain: false }]);
    expect((await paperOf(clerk, second.id, 1)).type).toBe('application/pdf');
  });

  it('is shown as ended, below those that stand, and counted nowhere as waiting', async () => {
    const { clerk, first, second } = await counter();
    expect((await clerk.client.logbooks.list({ text: '' })).map(({ number, endedBy: by }) => [number, by])).toEqual([
      [second.number, null],
      [first.number, endedBy],
    ]);
    expect((await clerk.client.search.find({ text: first.number, limit: 5 }))[0]).toMatchObject({ title: first.number, endedBy });
  });

  it('is not handed over and goes back onto no shelf; what lies there says that it ended and may be sent back', async () => {
    const { clerk, first, item } = await counter();
    for (const what of [{ itemId: item.id }, { applicationId: first.id }])
      expect(await refusalOf(handOver(clerk, what))).toMatchObject(ended);
    const { items } = await clerk.client.shelf.list({ text: '', state: 'waiting', band: null });
    expect(items).toMatchObject([{ id: item.id, endedBy }]);
    await act(clerk.client.shelf.sendBack, { id: item.id, reason: 'recalled', note: '' });
    expect(await refusalOf(putOnShelf(clerk, first.id))).toMatchObject(ended);
    expect((await clerk.client.shelf.look({ code: first.number })).logbooks).toEqual([]);
  });
});

describe('an office that was switched off while a newer logbook was approved', { timeout: 120_000 }, () => {
  let hub: TestHub;
  let cursor: string;
  let kisumu: DeviceDouble;
  let nairobi: DeviceDouble;
  beforeAll(async () => {
    hub = await openTestHub(usualDatabase);
    [kisumu, nairobi] = [await hub.device('KSM01'), await hub.device('NRB01')];
    cursor = (await kisumu.pullAll()).next;
  }, 120_000);
  afterAll(() => hub?.close());

  async function approved(submission: Submission): Promise<Submission> {
    expect(await kisumu.act(submitAct(submission))).toMatchObject({ outcome: 'applied' });
    expect(await nairobi.act(decideAct(nairobi, submission.applicationId, 'approved'))).toMatchObject({ outcome: 'applied' });
    return submission;
  }

  async function registered({ plate }: Vehicle): Promise<Vehicle> {
    return (await nairobi.pullAll(cursor)).changes.findLast(({ kind, key }) => kind === 'vehicle' && key === plate)?.body as Vehicle;
  }

  it.each(['transfer', 'duplicate'] as const)('hears of the %s later, and then of both which one stands', async (next) => {
    const core = await openTestCore({ hub: { url: hub.hub.url, code: await hub.hub.enrolCode('NYR01'), cursor } });
    const vehicle = hub.nextVehicle();
    const office = { collectionOffice: 'NYR01' };
    const old = await approved(submissionOf(kisumu, vehicle, hub.now(), office));
    const heard = async (clerk: Desk, count: number) =>
      vi.waitFor(
        async () => {
          await clerk.client.queue.tryNow({});
          const lines = (await clerk.client.logbooks.list({ text: vehicle.plate })).filter((one) => one.endedBy !== null || count === 1);
          expect(lines).toHaveLength(1);
        },
        { timeout: 30_000, interval: 200 },
      );
    const early = await core.signedIn('clerk');
    await heard(early, 1);
    expect(await issue(early, old.applicationId)).toMatchObject({ copy: 1 });
    await core.close();
    const now = await registered(vehicle);
    const buyer = { ...emptyParty, ...demonstrationPeople.chebet };
    const made =
      next === 'transfer'
        ? submissionOf(kisumu, now, hub.now(), { ...office, parties: { buyer } })
        : duplicateSubmissionOf(kisumu, now, hub.now(), office);
    const newer = await approved(made);
    await core.restart();
    const clerk = await core.signedIn('clerk');
    await heard(clerk, 2);
    expect((await refusalOf(issue(clerk, old.applicationId))).code).toBe('logbook.ended');
    expect(await issue(clerk, newer.applicationId)).toMatchObject({ copy: 1 });
    const lines = await clerk.client.logbooks.list({ text: vehicle.plate });
    expect(lines.map(({ applicationId, endedBy: by }) => [applicationId, by?.number ?? null])).toEqual([
      [newer.applicationId, null],
      [old.applicationId, lines[0]?.number],
    ]);
  });
});
