import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ApplicationState } from '#shared/domain/application.ts';
import type { PartyRole } from '#shared/domain/party.ts';
import { act, openTestCore, type Desk, type TestCore } from '#tests/support/core.ts';
import { openTestHub, usualDatabase, type TestHub } from '#tests/support/hub.ts';
import { refusalOf } from '#tests/support/refused.ts';
import { completeTransfer, mpesaCode, people, type TransferFacts, soldByOwner } from '#tests/support/transfer-body.ts';
import { attachPapers, confirmAll, pay, transferReadyToPay, type, typedTransfer, type ReadyToPay } from '#tests/support/transfer-case.ts';

let hub: TestHub;
let cursor: string;
let payments = 0;
beforeAll(async () => {
  hub = await openTestHub(usualDatabase);
  cursor = (await (await hub.device('NRB01')).pullAll()).next;
}, 120_000);
afterAll(() => hub?.close());

/** An office where registrars work, its line up. */
const nairobi = (options?: { readonly printsPaper: boolean }) => office('NRB01', options);

async function office(officeCode: string, options: { readonly printsPaper?: boolean } = {}): Promise<TestCore> {
  return openTestCore({ ...options, hub: { url: hub.hub.url, code: await hub.hub.enrolCode(officeCode), cursor } });
}

/** A transfer of a vehicle that the register knows, sold by its owner. */
function lawfulTransfer(): TransferFacts {
  const vehicle = hub.nextVehicle();
  return soldByOwner(vehicle);
}

/** Waits for the hub's word, asking for it as a person does who will not wait for the next poll. */
async function eventually({ client }: Desk, check: () => Promise<void>): Promise<void> {
  const ask = async () => {
    await client.queue.tryNow({});
    await check();
  };
  await vi.waitFor(ask, { timeout: 45_000, interval: 200 });
}

function becomes(desk: Desk, id: string, state: ApplicationState): Promise<void> {
  return eventually(desk, async () => expect((await desk.client.applications.get({ id })).line.state).toBe(state));
}

async function sent(desk: Desk, facts: TransferFacts): Promise<ReadyToPay> {
  const ready = await transferReadyToPay(desk, facts);
  payments += 1;
  await pay(desk, ready, mpesaCode(payments));
  await becomes(desk, ready.id, 'in-review');
  return ready;
}

/** Once the case has come to the registrar's desk. */
function onTheDesk(desk: Desk, applicationId: string): Promise<void> {
  return eventually(desk, async () =>
    expect((await desk.client.registrar.list({})).map((one) => one.applicationId)).toContain(applicationId),
  );
}

type Outcome = 'approved' | 'returned' | 'refused';

function issueFirst({ client }: Desk, id: string) {
  return act(client.logbooks.issueCopy, { id, sheetSerial: null, further: null, locale: 'en' });
}

function collectedBy(applicationId: string, idNumber: string) {
  const proof = { method: 'typed-name', typedName: 'Amina Mwangi' } as const;
  return { what: { applicationId }, collector: { name: proof.typedName, idNumber }, letter: null, proof, isOldBookIn: true };
}

function decide({ client }: Desk, applicationId: string, outcome: Outcome, reasons: string[] = []) {
  return act(client.registrar.decide, { applicationId, outcome, reasons, note: '' });
}

describe('the registrar', { timeout: 120_000 }, () => {
  it('sees an application as it was sent, with its scan, and approves it; only then is there a logbook to print', async () => {
    const core = await nairobi({ printsPaper: true });
    const [clerk, registrar] = [await core.signedIn('clerk'), await core.signedIn('registrar')];
    const facts = lawfulTransfer();
    const { id, reference } = await sent(clerk, facts);
    await onTheDesk(registrar, id);
    const found = await registrar.client.registrar.get({ applicationId: id });
    expect(found.summary).toMatchObject({ reference, plate: facts.vehicle?.plate, ownWork: false, state: 'in-review' });
    expect(found.submission).toMatchObject({ body: completeTransfer(facts) });
    const [scan] = found.scans;
    expect((await registrar.client.registrar.scan({ sha256: scan?.sha256 ?? '' })).size).toBe(scan?.bytes);

    expect((await refusalOf(issueFirst(clerk, id))).code).toBe('paper.not-approved');
    expect(
      (await refusalOf(clerk.client.paper.get({ paper: { kind: 'logbook-copy', id, copy: 1 }, width: 'a4', locale: 'en' }))).code,
    ).toBe('paper.not-approved');
    await decide(registrar, id, 'approved');
    await becomes(clerk, id, 'ready');
    expect(
      (await refusalOf(clerk.client.paper.get({ paper: { kind: 'logbook-copy', id, copy: 1 }, width: 'a4', locale: 'en' }))).code,
    ).toBe('paper.not-approved');
    expect(await issueFirst(clerk, id)).toMatchObject({ copy: 1, sheetSerial: null });
    const copy = await clerk.client.paper.get({ paper: { kind: 'logbook-copy', id, copy: 1 }, width: 'a4', locale: 'en' });
    expect(
      Buffer.from(await copy.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');

    const stranger = act(clerk.client.shelf.handOver, collectedBy(id, '99999999'));
    expect((await refusalOf(stranger)).code).toBe('logbook.wrong-collector');
    await act(clerk.client.shelf.handOver, collectedBy(id, people.buyer.idNumber));
    expect((await clerk.client.applications.get({ id })).line.state).toBe('collected');
  });

  it('sends a logbook to the office that hands it out, wherever the application was taken', async () => {
    const kisumu = await office('KSM01');
    const here = await nairobi({ printsPaper: true });
    const [there, clerk, registrar] = [await kisumu.signedIn('clerk'), await here.signedIn('clerk'), await here.signedIn('registrar')];
    const { id } = await sent(there, lawfulTransfer());
    await onTheDesk(registrar, id);
    await decide(registrar, id, 'approved');
    await becomes(there, id, 'ready');
    expect((await refusalOf(issueFirst(there, id))).code).toBe('paper.not-here');
    await eventually(clerk, async () => {
      expect((await clerk.client.logbooks.list({ text: '' })).map(({ applicationId }) => applicationId)).toContain(id);
    });
    const { copy } = await issueFirst(clerk, id);
    expect((await clerk.client.paper.get({ paper: { kind: 'logbook-copy', id, copy }, width: 'a4', locale: 'en' })).type).toBe(
      'application/pdf',
    );
    await act(clerk.client.shelf.handOver, collectedBy(id, people.buyer.idNumber));
    await becomes(there, id, 'collected');
  });

  it('returns one with its reasons; mended and sent again, it costs no second fee', async () => {
    const core = await nairobi();
    const [clerk, registrar] = [await core.signedIn('clerk'), await core.signedIn('registrar')];
    const facts = lawfulTransfer();
    const { id } = await sent(clerk, facts);
    await onTheDesk(registrar, id);
    expect((await refusalOf(decide(registrar, id, 'returned'))).code).toBe('registrar.reason-missing');
    await decide(registrar, id, 'returned', ['buyer-details-wrong']);
    await becomes(clerk, id, 'returned');
    const { decision, editable } = await clerk.client.applications.get({ id });
    expect([decision?.outcome, decision?.reasons, editable]).toEqual(['returned', ['buyer-details-wrong'], true]);

    const mended = completeTransfer({ ...facts, parties: { ...facts.parties, buyer: { ...people.buyer, name: 'Otieno Ouma Odhiambo' } } });
    await type(clerk, id, mended);
    expect((await refusalOf(act(clerk.client.applications.resubmit, { id }))).problems.map(({ code }) => code)).toEqual([
      'confirmation.outdated',
      'confirmation.outdated',
    ]);
    await confirmAll(clerk, id);
    const receipts = async () => (await clerk.client.payments.list({ text: '', limit: 10, offset: 0 })).total;
    const before = await receipts();
    await act(clerk.client.applications.resubmit, { id });
    await becomes(clerk, id, 'in-review');
    expect([await receipts(), before]).toEqual([1, 1]);
    await onTheDesk(registrar, id);
    expect((await registrar.client.registrar.get({ applicationId: id })).submission).toMatchObject({ body: mended });
  });

  it('refuses one, once; and its vehicle is free', async () => {
    const core = await nairobi();
    const [clerk, registrar] = [await core.signedIn('clerk'), await core.signedIn('registrar')];
    const facts = lawfulTransfer();
    const { id } = await sent(clerk, facts);
    await onTheDesk(registrar, id);
    await decide(registrar, id, 'refused', ['logbook-of-another-vehicle']);
    expect((await refusalOf(decide(registrar, id, 'approved'))).code).toBe('registrar.already-decided');
    await becomes(clerk, id, 'refused');
    const { problems } = await clerk.client.applications.get({ id: (await typedTransfer(clerk, facts)).id });
    expect(problems.map(({ code }) => code)).not.toContain('vehicle.open-application');
  });

  it('never decides on their own work', async () => {
    const core = await nairobi();
    const admin = await core.signedIn('admin');
    const person = (await admin.client.people.list({})).find(({ login }) => login === 'registrar');
    await act(admin.client.people.update, {
      id: person?.id ?? '',
      name: 'Registrar Wa Majaribio',
      roles: ['registrar', 'clerk'],
      disabled: false,
    });
    const both = await core.signedIn('registrar');
    const { id, reference } = await sent(both, lawfulTransfer());
    await onTheDesk(both, id);
    expect(await refusalOf(decide(both, id, 'approved'))).toMatchObject({ code: 'registrar.own-work', facts: { reference } });
    expect((await both.client.registrar.get({ applicationId: id })).summary).toMatchObject({ ownWork: true, state: 'in-review' });
  });
});

describe('a one-time code', { timeout: 120_000 }, () => {
  async function waiting(): Promise<{ readonly desk: Desk; readonly id: string; readonly contentHash: string }> {
    const desk = await (await nairobi()).signedIn('clerk');
    const { id } = await typedTransfer(desk, lawfulTransfer());
    await attachPapers(desk, id);
    const { contentHash } = await desk.client.applications.get({ id });
    return { desk, id, contentHash };
  }

  it('comes to the party’s own phone and confirms once', async () => {
    const { desk, id, contentHash } = await waiting();
    const { sentTo, practiceCode } = await act(desk.client.applications.sendCode, { id, role: 'buyer' });
    expect(sentTo).toMatch(/•|\*|…/u);
    const give = (role: PartyRole) =>
      act(desk.client.applications.confirm, { id, role, declared: true, contentHash, proof: { method: 'code', code: practiceCode ?? '' } });
    expect((await refusalOf(give('seller'))).code).toBe('application.code-expired');
    await give('buyer');
    expect((await desk.client.applications.get({ id })).confirmations).toMatchObject([{ role: 'buyer', method: 'code', current: true }]);
    expect((await refusalOf(give('buyer'))).code).toBe('application.code-expired');
  });

  it('typed wrong is counted, reads as refused in the history, and after five a new one must be sent', async () => {
    const { desk, id, contentHash } = await waiting();
    const { practiceCode } = await act(desk.client.applications.sendCode, { id, role: 'buyer' });
    const wrongCode = practiceCode === '000000' ? '000001' : '000000';
    const give = (code: string) =>
      act(desk.client.applications.confirm, { id, role: 'buyer', declared: true, contentHash, proof: { method: 'code', code } });
    const left = [];
    for (let n = 0; n < 5; n += 1) left.push((await refusalOf(give(wrongCode))).facts['left']);
    expect(left).toEqual([4, 3, 2, 1, 0]);
    expect((await refusalOf(give(practiceCode ?? ''))).code).toBe('application.code-expired');
    const { timeline, confirmations } = await desk.client.applications.get({ id });
    expect([confirmations, new Set(timeline.map(({ kind }) => kind).filter((kind) => kind.startsWith('applications.confirm')))]).toEqual([
      [],
      new Set(['applications.confirm.refused']),
    ]);
  });
});
