import { copyFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { applyAnswer } from '#core/sync/apply-answer.ts';
import { applyChanges } from '#core/sync/apply-changes.ts';
import type { ApplyContext } from '#core/sync/hub-entry.ts';
import { insertAnswer } from '#core/sync/store.ts';
import { ownRoot } from '#core/copies/copies-file.ts';
import { appendEntry } from '#core/journal/journal.ts';
import { noteShutOut } from '#core/office/device-state.ts';
import { findIdentity, type OfficeIdentity } from '#core/office/identity.ts';
import { act, openTestCore, type Desk, type TestCore } from '#tests/support/core.ts';
import { openTestHub, usualDatabase, type TestHub } from '#tests/support/hub.ts';
import { withOfficeFile } from '#tests/support/made-office.ts';
import { refusalOf } from '#tests/support/refused.ts';
import { hubTime } from '#tests/support/scripted-hub.ts';
import { soldByOwner } from '#tests/support/transfer-body.ts';
import { openTransfer, pay, transferReadyToPay } from '#tests/support/transfer-case.ts';

/** What the hub would have said, written into the file while the office is closed. */
async function whileClosed(core: TestCore, work: (cx: ApplyContext, office: OfficeIdentity) => void): Promise<void> {
  await core.close();
  await withOfficeFile(core.dataDir, (storage) =>
    storage.transact((db) => {
      const office = findIdentity(db) as OfficeIdentity;
      work({ db, chain: office, now: hubTime, newId: () => crypto.randomUUID(), announce: () => undefined }, office);
    }),
  );
  await core.restart();
}

function refuse(cx: ApplyContext, kind: string): void {
  const row = cx.db.get<{ entryId: string }>('SELECT entry_id AS entryId FROM journal WHERE kind = ? ORDER BY seq DESC LIMIT 1', kind);
  const facts = { step: 'buyer', field: 'parties.buyer.kraPin', pin: 'A0012' };
  const answer = { entryId: row?.entryId ?? '', outcome: 'refused', hubReceipt: 'r', code: 'kra-pin.malformed', facts } as const;
  const entry = insertAnswer(cx.db, answer, cx.now);
  if (entry) applyAnswer(cx, entry, answer);
}

const refusedItem = async (desk: Desk) => (await desk.client.queue.list({})).find(({ state }) => state === 'refused');

async function openWithRefused() {
  const core = await openTestCore();
  const ready = await transferReadyToPay(await core.signedIn('clerk'));
  const receiptNumber = await pay(await core.signedIn('clerk'), ready);
  await whileClosed(core, (cx) => refuse(cx, 'applications.submit'));
  return { core, ready, receiptNumber };
}

describe('an act that the hub refused', () => {
  it('names the field to be mended, and sent again it keeps its reference, its receipt and its first time', async () => {
    const { core, ready, receiptNumber } = await openWithRefused();
    const clerk = await core.signedIn('clerk');
    expect(await refusedItem(clerk)).toMatchObject({
      reference: ready.reference,
      problems: [{ step: 'buyer', field: 'parties.buyer.kraPin', code: 'kra-pin.malformed', facts: { pin: 'A0012' } }],
    });
    const before = await clerk.client.applications.get({ id: ready.id });
    expect(before.line.state).toBe('returned');
    await act(clerk.client.applications.resubmit, { id: ready.id });
    const after = await clerk.client.applications.get({ id: ready.id });
    expect(after).toMatchObject({
      line: { state: 'queued', reference: ready.reference, receiptNumber },
      submittedAt: before.submittedAt,
      payment: before.payment,
    });
    expect(await refusedItem(clerk)).toBeUndefined();
    expect((await clerk.client.payments.list({ text: '', limit: 10, offset: 0 })).total).toBe(1);
  });

  it('leaves the list by a supervisor’s word with a reason, and stands in the history of its case with it', async () => {
    const { core, ready } = await openWithRefused();
    const supervisor = await core.signedIn('supervisor');
    const entryId = (await refusedItem(supervisor))?.entryId ?? '';
    const discard = (reason: string) => act(supervisor.client.queue.discard, { entryId, reason });
    expect(await refusalOf(discard('no'))).toMatchObject({ code: 'act.invalid-input' });
    await discard('The customer took the money back');
    expect(await refusedItem(supervisor)).toBeUndefined();
    const [line] = await supervisor.client.records.history({ subject: `application:${ready.id}` });
    expect(line).toMatchObject({
      kind: 'queue.discard',
      facts: { reason: 'The customer took the money back', kind: 'applications.submit' },
    });
    expect(await refusalOf(discard('Once more'))).toMatchObject({ code: 'act.not-found' });
  });
});

describe('a PC that the hub tells to stop', () => {
  it('takes nothing new, and is still read, mended and signed in at', async () => {
    const { core, ready } = await openWithRefused();
    await whileClosed(core, (cx, { deviceId }) => {
      const body = { deviceId, state: 'retiring', at: hubTime, reason: 'Replaced' };
      applyChanges(cx, [{ kind: 'device', key: deviceId, body }]);
    });
    const clerk = await core.signedIn('clerk');
    expect(await refusalOf(openTransfer(clerk))).toMatchObject({ code: 'device.retiring', facts: { since: hubTime } });
    expect((await clerk.client.queue.standing({})).device).toMatchObject({ state: 'retiring', by: 'hub', reason: 'Replaced' });
    await clerk.client.applications.get({ id: ready.id });
    await act(clerk.client.applications.resubmit, { id: ready.id });
  });

  it('that is shut out shows nothing more to whoever sits at it, and keeps everything', async () => {
    const { core } = await openWithRefused();
    const clerk = await core.signedIn('clerk');
    await withOfficeFile(core.dataDir, (storage) => storage.transact((db) => noteShutOut(db, 'device.revoked', hubTime)));
    expect(await refusalOf(clerk.client.queue.list({}))).toMatchObject({ code: 'device.revoked', facts: { since: hubTime } });
    expect(await refusalOf(openTransfer(clerk))).toMatchObject({ code: 'device.revoked' });
    await core.restart();
    expect(await refusalOf(act(core.desk().client.people.signIn, { login: 'clerk', password: 'mti wa mwembe' }))).toBeDefined();
    await core.close();
    expect(await withOfficeFile(core.dataDir, ({ reader }) => reader.get('SELECT count(*) AS paid FROM payment'))).toEqual({ paid: 1 });
  });

  it('may be let go to another office only with an empty queue, and names what lies there', async () => {
    const { core, ready } = await openWithRefused();
    const admin = await core.signedIn('admin');
    const refused = await refusalOf(act(admin.client.queue.leave, { reason: 'To Kisumu' }));
    expect(refused.code).toBe('queue.not-empty');
    expect(refused.facts['references']).toContain(ready.reference);
    expect(String(refused.facts['references']).split(', ')).toHaveLength(5);
  });
});

describe('the office’s numbers', () => {
  it('say under which letter they run and why', async () => {
    const core = await openTestCore();
    const clerk = await core.signedIn('clerk');
    expect((await clerk.client.queue.standing({})).epoch).toMatchObject({ epoch: 1, seriesLetter: 'A', why: 'enrolled' });
    await core.close();
    await withOfficeFile(core.dataDir, (storage) => storage.transact((db) => db.run(`UPDATE place SET fingerprint = 'of another PC'`)));
    await core.restart();
    const after = await core.signedIn('clerk');
    expect((await after.client.queue.standing({})).epoch).toMatchObject({ epoch: 2, seriesLetter: 'B', why: 'copied' });
    expect((await openTransfer(after)).reference).toBe('T-NRB01-3B-000001');
  });
});

describe('before a real hub', () => {
  let hub: TestHub;
  let cursor: string;
  beforeAll(async () => {
    hub = await openTestHub(usualDatabase);
    cursor = (await (await hub.device('NRB01')).pullAll()).next;
  });
  afterAll(() => hub?.close());

  const coreAt = async (officeCode: string) =>
    openTestCore({ hub: { url: hub.hub.url, code: await hub.hub.enrolCode(officeCode), cursor } });
  const waiting = async ({ client }: Desk) => (await client.office.status({})).queue.waiting;
  const allSent = (desk: Desk, most = 0) =>
    vi.waitFor(async () => expect(await waiting(desk)).toBeLessThanOrEqual(most), { timeout: 30_000, interval: 50 });

  it('a whole transfer without its scans costs at most ten kilobytes on the line', async () => {
    const core = await coreAt('NYR01');
    const clerk = await core.signedIn('clerk');
    const vehicle = hub.nextVehicle();
    const ready = await transferReadyToPay(clerk, soldByOwner(vehicle));
    await pay(clerk, ready);
    await allSent(clerk);
    const { entries, scans, total } = await clerk.client.queue.bytesSent({ applicationId: ready.id });
    expect(entries).toBeGreaterThan(1_000);
    expect(entries).toBeLessThanOrEqual(10_000);
    expect(total).toBe(entries + scans);
  });

  it('an office whose file somebody put back to an older state goes on under the next letter, and what was done on it meanwhile is sent by a supervisor’s word', async () => {
    const core = await coreAt('KSM01');
    await allSent(await core.signedIn('clerk'));
    await core.close();
    const file = path.join(core.dataDir, 'office', 'office.db');
    await copyFile(file, `${file}.old`);
    await core.restart();
    const before = await core.signedIn('clerk');
    for (let n = 0; n < 3; n += 1) await openTransfer(before);
    await allSent(before);
    await core.close();
    // Over the same file and with its copies gone: nothing here can tell, only the hub.
    await copyFile(`${file}.old`, file);
    await rm(ownRoot(path.dirname(file)), { recursive: true });
    await withOfficeFile(core.dataDir, (storage) =>
      storage.transact((db) => {
        const at = hubTime;
        const actor = { id: crypto.randomUUID(), name: 'Wanjiru', roles: ['clerk'] } as const;
        const act = { kind: 'settings.setOffice', subject: 'office:KSM01', scope: 'office', payload: null, reply: null } as const;
        appendEntry(db, findIdentity(db) as OfficeIdentity, { entryId: crypto.randomUUID(), at, actor, ...act });
      }),
    );
    await core.restart();
    const supervisor = await core.signedIn('supervisor');
    const standing = () => supervisor.client.queue.standing({});
    await vi.waitFor(async () => expect((await standing()).epoch).toMatchObject({ seriesLetter: 'B', why: 'set-back' }), 30_000);
    const branch = async () => (await supervisor.client.queue.list({})).filter(({ state }) => state === 'set-aside');
    await vi.waitFor(async () => expect(await branch()).toMatchObject([{ clerk: 'Wanjiru', reason: { code: 'forked' } }]), 30_000);
    await act(supervisor.client.queue.offerAgain, { entryId: (await branch())[0]?.entryId ?? '' });
    await allSent(supervisor);
    expect(await supervisor.client.queue.list({})).toEqual([]);
    const auditor = await core.signedIn('auditor');
    expect((await auditor.client.records.verify({})).faults).toEqual([]);
    expect((await openTransfer(await core.signedIn('clerk'))).reference).toBe('T-KSM01-1B-000001');
    await allSent(supervisor);
  });
});
