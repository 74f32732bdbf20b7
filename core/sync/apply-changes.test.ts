import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toInstant } from '#shared/base/instant.ts';
import { applicationStates, type ApplicationState } from '#shared/domain/application.ts';
import { transferRules } from '#shared/domain/services/transfer.ts';
import type { Change } from '#shared/protocol/messages.ts';
import { registryVehicle } from '#tests/support/transfer-body.ts';
import { findApplication, insertApplication, updateApplication } from '../applications/store.ts';
import { appendEntry } from '../journal/journal.ts';
import { findCase, putCase } from '../registrar/store.ts';
import { openOfficeFile } from '../start/open-file.ts';
import type { Storage } from '../storage.ts';
import { applyAnswer } from './apply-answer.ts';
import { applyChanges } from './apply-changes.ts';
import type { ApplyContext } from './hub-entry.ts';
import { insertAnswer, type FinalAnswer } from './store.ts';

const chain = { deviceId: randomUUID(), epoch: 1 };
const now = toInstant('2026-11-23T06:00:00.000Z');
const clerk = { id: randomUUID(), name: 'Registrar One', roles: ['registrar'] } as const;

let folder: string;
let storage: Storage;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kaunta-apply-'));
  storage = await openOfficeFile(folder, randomBytes(32));
});
afterAll(async () => {
  storage.close();
  await rm(folder, { recursive: true });
});

const inContext = <T>(work: (cx: ApplyContext) => T): T =>
  storage.transact((db) => work({ db, chain, now, newId: randomUUID, announce: () => undefined }));

let opened = 0;
function open(state: ApplicationState): string {
  const id = randomUUID();
  inContext(({ db }) => {
    insertApplication(db, {
      id,
      reference: `T-NYR01-1A-${String((opened += 1)).padStart(6, '0')}`,
      service: 'transfer',
      state,
      officeCode: 'NYR01',
      clerkId: clerk.id,
      clerkName: 'Achieng',
      plate: '',
      chassis: '',
      holdKey: '',
      who: '',
      gist: { of: 'vehicle', plate: '' },
      body: transferRules.emptyBody(),
      openedAt: now,
      changedAt: now,
      submittedAt: now,
      dueDay: null,
      supervisedBy: null,
      decision: null,
      logbookNumber: null,
    });
  });
  return id;
}

function write(kind: string, id: string): string {
  const entryId = randomUUID();
  const entry = {
    entryId,
    at: now,
    actor: clerk,
    kind,
    subject: `application:${id}`,
    scope: 'office',
    payload: null,
    reply: null,
  } as const;
  inContext(({ db }) => appendEntry(db, chain, entry));
  return entryId;
}

const answer = (given: FinalAnswer) =>
  inContext((cx) => {
    const entry = insertAnswer(cx.db, given, now);
    if (entry) applyAnswer(cx, entry, given);
  });
const taken = (entryId: string): FinalAnswer => ({ entryId, outcome: 'applied', hubReceipt: 'r' });
const refused = (entryId: string): FinalAnswer => ({ entryId, outcome: 'refused', hubReceipt: 'r', code: 'act.wrong-state', facts: {} });
const told = (...changes: Change[]) => inContext((cx) => applyChanges(cx, changes));
const saysHub = (applicationId: string, state: ApplicationState) =>
  told({ kind: 'application', key: applicationId, body: { applicationId, state, at: now, decision: null, logbookNumber: null } });
const stateOf = (id: string) => findApplication(storage.reader, id)?.state;
const acts = (id: string) =>
  storage.reader.all<{ kind: string }>('SELECT kind FROM journal WHERE subject = ?', `application:${id}`).map(({ kind }) => kind);

describe('what the hub says of an application', () => {
  it('moves it forward over any number of steps, and never back', () => {
    const after: Partial<Record<ApplicationState, ApplicationState[]>> = {
      queued: ['in-review', 'approved', 'collected', 'cancelled', 'returned', 'refused'],
      'in-review': ['approved', 'collected', 'cancelled', 'returned', 'refused'],
      returned: ['in-review', 'approved', 'collected', 'cancelled', 'refused'],
      conflict: ['in-review', 'approved', 'collected', 'cancelled', 'returned', 'refused'],
      approved: ['collected'],
      ready: ['collected'],
      collected: [],
      refused: [],
      expired: [],
      declined: [],
    };
    const said: ApplicationState[] = ['in-review', 'approved', 'collected', 'cancelled', 'returned', 'refused'];
    for (const [from, follows] of Object.entries(after) as [ApplicationState, ApplicationState[]][]) {
      for (const to of said) {
        const id = open(from);
        saysHub(id, to);
        expect(`${from} → ${stateOf(id)}`, `the hub says ${to}`).toBe(`${from} → ${follows.includes(to) ? to : from}`);
      }
    }
    expect(applicationStates).toEqual(expect.arrayContaining(Object.keys(after)));
  });

  it('stands in its history once, however often it is said', () => {
    const id = open('queued');
    saysHub(id, 'in-review');
    saysHub(id, 'in-review');
    expect(acts(id)).toEqual(['hub.application']);
  });

  it('wins over a cancellation that came too late, and not over one that the hub took', () => {
    const [late, early] = [open('in-review'), open('in-review')];
    for (const id of [late, early]) inContext(({ db }) => updateApplication(db, id, { state: 'cancelled', at: now }));
    answer(refused(write('applications.cancel', late)));
    answer(taken(write('applications.cancel', early)));
    saysHub(late, 'approved');
    saysHub(early, 'approved');
    expect([stateOf(late), stateOf(early)]).toEqual(['approved', 'cancelled']);
  });

  it('with its logbook record here an approved application is ready, in whichever order they come', () => {
    const [first, second] = [open('in-review'), open('in-review')];
    const logbook = (applicationId: string, number: string): Change => ({
      kind: 'logbook',
      key: number,
      body: {
        number,
        verifyNumber: '1',
        applicationId,
        reference: 'T',
        collectionOffice: 'NYR01',
        issuedAt: now,
        vehicle: registryVehicle(),
        ownership: 'individual',
        postalAddress: '',
        collectorIdNumber: '',
        replaces: { number: null, cause: 'transfer' },
        surrender: 'not-applicable',
        endedBy: null,
        handedOverAt: null,
      },
    });
    told(logbook(first, 'EL-1'));
    saysHub(first, 'approved');
    saysHub(second, 'approved');
    told(logbook(second, 'EL-2'));
    expect([stateOf(first), stateOf(second)]).toEqual(['ready', 'ready']);
  });
});

describe('the hub’s answer to a submission', () => {
  it('counts only for the newest sending, and only while the application waits for it', () => {
    const id = open('queued');
    const [sent, again] = [write('applications.submit', id), write('applications.resubmit', id)];
    answer(refused(sent));
    expect(stateOf(id)).toBe('queued');
    answer(taken(again));
    expect(stateOf(id)).toBe('in-review');
  });

  it('given twice does nothing twice', () => {
    const id = open('queued');
    const sent = write('applications.submit', id);
    answer(refused(sent));
    inContext(({ db }) => updateApplication(db, id, { state: 'queued', at: now }));
    answer(refused(sent));
    expect(stateOf(id)).toBe('queued');
  });
});

describe('a case on the registrar’s desk', () => {
  const decision = { outcome: 'returned', reasons: [], note: 'unclear', by: clerk.name, office: 'NRB01', at: now } as const;
  const decided = () => {
    const applicationId = randomUUID();
    const submission = { applicationId } as Parameters<typeof putCase>[1]['submission'];
    inContext(({ db }) => putCase(db, { applicationId, submission, receivedAt: now, state: 'returned', decision }));
    return { applicationId, entryId: write('registrar.decide', applicationId) };
  };

  it('is open again when the hub did not take its decision', () => {
    const { applicationId, entryId } = decided();
    answer(refused(entryId));
    expect(findCase(storage.reader, applicationId)).toMatchObject({ state: 'in-review', decision: null });
  });

  it('keeps what another registrar decided first', () => {
    const { applicationId, entryId } = decided();
    const theirs = { ...decision, by: 'Registrar Two' };
    inContext(({ db }) =>
      putCase(db, { applicationId, submission: { applicationId } as never, receivedAt: now, state: 'approved', decision: theirs }),
    );
    answer(refused(entryId));
    expect(findCase(storage.reader, applicationId)).toMatchObject({ state: 'approved', decision: { by: 'Registrar Two' } });
  });
});
