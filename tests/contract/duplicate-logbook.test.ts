import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { toDay } from '#shared/base/instant.ts';
import type { ApplicationState } from '#shared/domain/application.ts';
import { duplicateReasons } from '#shared/domain/services/duplicate-logbook.ts';
import type { CounterBody } from '#shared/domain/services/services.ts';
import { act, openTestCore, type Desk } from '#tests/support/core.ts';
import { askedByOwner, completeDuplicate } from '#tests/support/duplicate-body.ts';
import { openTestHub, usualDatabase, type TestHub } from '#tests/support/hub.ts';
import { refusalOf } from '#tests/support/refused.ts';
import { completeTransfer, mpesaCode, people, registryVehicle, soldByOwner } from '#tests/support/transfer-body.ts';
import { attachPapers, confirmAll, pay, readyToPay, type, typedCase, type ReadyToPay } from '#tests/support/transfer-case.ts';

async function atTheCounter(): Promise<Desk> {
  return (await openTestCore()).signedIn('clerk');
}

const papers = {
  lost: ['police-abstract', 'affidavit', 'tape-lift-report'],
  defaced: ['damaged-logbook'],
  conversion: ['logbook'],
} as const;

describe.each(duplicateReasons)('a duplicate of a book: %s', (reason) => {
  it('names each paper that is missing, and is ready to pay once the owner has confirmed', async () => {
    const desk = await atTheCounter();
    const { id, reference } = await typedCase(desk, completeDuplicate({ reason }));
    expect(reference).toMatch(/^D-NRB01-/u);
    const typed = await desk.client.applications.get({ id });
    expect(typed.problems.map(({ field }) => field)).toEqual([...papers[reason].map((kind) => `scans.${kind}`), 'confirm.owner']);
    const early = await refusalOf(confirmAll(desk, id));
    expect(early.problems.map(({ field }) => field)).toEqual(papers[reason].map((kind) => `scans.${kind}`));
    await attachPapers(desk, id);
    await confirmAll(desk, id);
    const { problems, line, confirmers } = await desk.client.applications.get({ id });
    expect([problems, line.state, confirmers]).toEqual([[], 'awaiting-payment', ['owner']]);
  });

  it.each(['seed-2026', 'tariff-2023'])('costs 2,500 and the access fee of 50, by schedule %s', async (scheduleId) => {
    const core = await openTestCore();
    const settings = { receiptWidth: '80mm', scheduleId, cashAllowed: false, idleLockMinutes: 5, factsAgeLimitMinutes: 4320 } as const;
    await act((await core.signedIn('admin')).client.settings.setOffice, settings);
    const desk = await core.signedIn('clerk');
    const { id } = await typedCase(desk, completeDuplicate({ reason }));
    const { fee } = await desk.client.applications.get({ id });
    expect(fee).toMatchObject({
      kind: 'lines',
      totalCents: 2550_00,
      lines: [
        { code: 'duplicate-logbook', amountCents: 2500_00 },
        { code: 'access-fee', amountCents: 50_00 },
      ],
    });
  });
});

describe('a duplicate logbook', () => {
  it('is paid by the owner, due in three working days, and no clock of a sale runs', async () => {
    const desk = await atTheCounter();
    const ready = await readyToPay(desk, completeDuplicate());
    const receiptNumber = await pay(desk, ready);
    const { line, legalClocks } = await desk.client.applications.get({ id: ready.id });
    expect([line.state, line.dueDay, legalClocks]).toEqual(['queued', '2026-11-26', null]);
    const [receipt] = (await desk.client.payments.list({ text: '', limit: 1, offset: 0 })).lines;
    expect(receipt).toMatchObject({ receiptNumber, payer: people.seller.name });
  });

  it.each(['charge', 'caveat', 'stolen'] as const)('is stopped by a mark of the register: %s', async (kind) => {
    const desk = await atTheCounter();
    const since = toDay('2026-08-14');
    const { id } = await typedCase(desk, completeDuplicate({ vehicle: registryVehicle({ marks: [{ kind, since, by: 'Somebody' }] }) }));
    const { problems } = await desk.client.applications.get({ id });
    expect(problems).toContainEqual({ step: 'vehicle', field: 'vehicle.plate', code: `vehicle.${kind}`, facts: { since, by: 'Somebody' } });
  });

  it.each<[string, CounterBody, CounterBody]>([
    ['a transfer holds it against a duplicate', completeTransfer(), completeDuplicate()],
    ['a duplicate holds it against a transfer', completeDuplicate(), completeTransfer()],
    ['a duplicate holds it against another', completeDuplicate(), completeDuplicate({ reason: 'defaced' })],
  ])('of one vehicle: %s', async (_, first, second) => {
    const desk = await atTheCounter();
    const holder = await readyToPay(desk, first);
    await pay(desk, holder);
    const { id } = await typedCase(desk, second);
    const [stop] = (await desk.client.applications.get({ id })).problems;
    expect(stop).toMatchObject({ code: 'vehicle.open-application', facts: { reference: holder.reference } });
  });

  it('is not asked for by somebody else than an owner', async () => {
    const desk = await atTheCounter();
    const { id } = await typedCase(desk, completeDuplicate({ owner: people.buyer }));
    const [stop] = (await desk.client.applications.get({ id })).problems;
    expect(stop).toMatchObject({ step: 'owner', field: 'parties.owner.idNumber', code: 'party.not-owner' });
  });

  it('needs a supervisor where the facts were read from paper', async () => {
    const desk = await atTheCounter();
    const paper = registryVehicle({ owners: [], source: { from: 'paper', asOf: registryVehicle().source.asOf } });
    const ready = await readyToPay(desk, completeDuplicate({ vehicle: paper }));
    expect((await refusalOf(pay(desk, ready))).code).toBe('application.needs-supervisor');
  });

  it('takes no facts of another service', async () => {
    const desk = await atTheCounter();
    const { id } = await act(desk.client.applications.open, { service: 'duplicate-logbook' });
    expect((await refusalOf(type(desk, id, completeTransfer()))).code).toBe('act.invalid-input');
  });
});

describe('with a hub, a duplicate logbook', { timeout: 120_000 }, () => {
  let hub: TestHub;
  let cursor: string;
  let payments = 0;
  beforeAll(async () => {
    hub = await openTestHub(usualDatabase);
    cursor = (await (await hub.device('NRB01')).pullAll()).next;
  }, 120_000);
  afterAll(() => hub?.close());

  const office = async (officeCode: string, options: { readonly printsPaper?: boolean } = {}) =>
    openTestCore({ ...options, hub: { url: hub.hub.url, code: await hub.hub.enrolCode(officeCode), cursor } });

  async function becomes({ client }: Desk, id: string, state: ApplicationState): Promise<void> {
    const ask = async () => {
      await client.queue.tryNow({});
      expect((await client.applications.get({ id })).line.state).toBe(state);
    };
    await vi.waitFor(ask, { timeout: 45_000, interval: 200 });
  }

  async function paid(desk: Desk, body: CounterBody): Promise<ReadyToPay> {
    const ready = await readyToPay(desk, body);
    payments += 1;
    await pay(desk, ready, mpesaCode(payments));
    return ready;
  }

  async function decide(desk: Desk, applicationId: string, outcome: 'approved' | 'returned', reasons: string[] = []): Promise<void> {
    const ask = async () => {
      await desk.client.queue.tryNow({});
      expect((await desk.client.registrar.list({})).map((one) => one.applicationId)).toContain(applicationId);
    };
    await vi.waitFor(ask, { timeout: 45_000, interval: 200 });
    await act(desk.client.registrar.decide, { applicationId, outcome, reasons, note: '' });
  }

  it('is approved: a new eLogbook for the same owner, free to print; the vehicle is free for the next application', async () => {
    const core = await office('NRB01', { printsPaper: true });
    const [clerk, registrar] = [await core.signedIn('clerk'), await core.signedIn('registrar')];
    const vehicle = hub.nextVehicle();
    const { id } = await paid(clerk, completeDuplicate({ ...askedByOwner(vehicle), reason: 'defaced' }));
    await becomes(clerk, id, 'in-review');
    expect((await refusalOf(act(clerk.client.logbooks.issueCopy, { id, sheetSerial: null, further: null, locale: 'en' }))).code).toBe(
      'paper.not-approved',
    );
    await decide(registrar, id, 'approved');
    await becomes(clerk, id, 'ready');
    expect(await act(clerk.client.logbooks.issueCopy, { id, sheetSerial: null, further: null, locale: 'en' })).toMatchObject({ copy: 1 });
    const { logbookNumber } = await clerk.client.applications.get({ id });
    expect(logbookNumber).toMatch(/^EL-2026-/u);
    await vi.waitFor(async () => {
      const known = (await clerk.client.vehicles.find({ text: vehicle.plate })).vehicle;
      expect(known).toMatchObject({ logbookNumber, owners: vehicle.owners, previousOwners: vehicle.previousOwners });
    });
    expect((await clerk.client.vehicles.find({ text: vehicle.plate })).openApplication).toBeNull();
    const next = await readyToPay(clerk, completeTransfer(soldByOwner({ ...vehicle, logbookNumber })));
    expect((await clerk.client.applications.get({ id: next.id })).problems).toEqual([]);
  });

  it('is returned with a reason of its own and mended with no second fee', async () => {
    const core = await office('NRB01');
    const [clerk, registrar] = [await core.signedIn('clerk'), await core.signedIn('registrar')];
    const { id } = await paid(clerk, completeDuplicate(askedByOwner(hub.nextVehicle())));
    await becomes(clerk, id, 'in-review');
    expect((await refusalOf(decide(registrar, id, 'returned', ['buyer-details-wrong']))).code).toBe('registrar.reason-missing');
    await decide(registrar, id, 'returned', ['paper-unreadable']);
    await becomes(clerk, id, 'returned');
    await attachPapers(clerk, id);
    await act(clerk.client.applications.resubmit, { id });
    await becomes(clerk, id, 'in-review');
    expect((await clerk.client.payments.list({ text: '', limit: 10, offset: 0 })).total).toBe(1);
  });

  it.each(['the transfer', 'the duplicate'] as const)(
    'and a transfer of two offices: %s comes first, the other gets the conflict card',
    async (winner) => {
      const [here, there] = [await office('NRB01'), await office('KSM01')];
      const [mine, theirs] = [await here.signedIn('clerk'), await there.signedIn('clerk')];
      const vehicle = hub.nextVehicle();
      const bodies = [completeTransfer(soldByOwner(vehicle)), completeDuplicate(askedByOwner(vehicle))] as const;
      const [first, second] = winner === 'the transfer' ? bodies : [bodies[1], bodies[0]];
      const late = await readyToPay(theirs, second);
      const early = await paid(mine, first);
      await becomes(mine, early.id, 'in-review');
      payments += 1;
      await pay(theirs, late, mpesaCode(payments));
      await becomes(theirs, late.id, 'conflict');
      const { decision, line } = await theirs.client.applications.get({ id: late.id });
      expect([decision?.outcome, decision?.office, line.receiptNumber]).toEqual(['conflict', 'NRB01', expect.stringMatching(/^R-KSM01/u)]);
    },
  );
});
