import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { v7 as newId } from 'uuid';
import { instantOf } from '#shared/base/instant.ts';
import type { Actor } from '#shared/domain/role.ts';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import type { Submission } from '#shared/protocol/messages.ts';
import { indexedFacts } from '#core/applications/standing-facts.ts';
import { insertApplication, updateApplication } from '#core/applications/store.ts';
import type { LogLine } from '#core/host.ts';
import { appendEntry } from '#core/journal/journal.ts';
import { findIdentity, getPrivateKey, storeIdentity, type OfficeIdentity } from '#core/office/identity.ts';
import { openOfficeFile } from '#core/start/open-file.ts';
import type { Storage } from '#core/storage.ts';
import { enrolDevice } from '#core/sync/enrol.ts';
import { openHubClient, type HubClient } from '#core/sync/hub-client.ts';
import { queueHandlers } from '#core/sync/queue.ts';
import { openSync, type Sync } from '#core/sync/runner.ts';
import type { DeviceDouble } from '../support/device.ts';
import type { TestHub } from '../support/hub.ts';
import { submissionOf, type SubmissionFacts } from '../support/submission.ts';

/** A counter's file and its real sync, without the counter: acts are written straight into the journal. */
export interface OfficePc {
  readonly storage: Storage;
  readonly sync: Sync;
  readonly hub: HubClient;
  readonly office: OfficeIdentity;
  readonly clerk: Actor;
  readonly log: readonly LogLine[];
  /** Bytes by SHA-256, in place of the vault. */
  readonly scans: Map<string, Uint8Array>;
  /** Writes an act, as dispatch does, and wakes sync. Its entry id. */
  act(act: { readonly kind: string; readonly subject: string; readonly payload: unknown; readonly actor?: Actor }): string;
  /** A paid transfer of this vehicle, in the file and in the journal. */
  submit(vehicle: Vehicle, facts?: SubmissionFacts): Submission;
  queue(): Awaited<ReturnType<ReturnType<typeof queueHandlers>['list']>>;
  /** Until every entry has its answer. */
  sent(): Promise<void>;
  /** Ends sync as a dying program does, and starts it again on the same file. */
  restart(): Promise<void>;
}

export interface OfficePcOptions {
  readonly test: TestHub;
  readonly officeCode: string;
  /** Where the PC thinks the hub is; else at the hub itself. */
  readonly hubUrl?: string;
  /** Where pulling begins: behind the seeded register, unless a test wants it all. */
  readonly cursor?: string;
}

export async function openOfficePc({ test, officeCode, hubUrl = test.hub.url, cursor }: OfficePcOptions): Promise<OfficePc> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kaunta-sync-'));
  const storage = await openOfficeFile(folder, randomBytes(32));
  const enrolled = await enrolDevice({ hubUrl: test.hub.url, code: await test.hub.enrolCode(officeCode), fetch });
  storage.transact((db) => {
    storeIdentity(db, { ...enrolled, hubUrl, at: test.now() });
    if (cursor !== undefined) db.run('INSERT INTO sync_state (one, pull_cursor) VALUES (1, ?)', cursor);
  });
  const office = findIdentity(storage.reader);
  if (!office) throw new Error('Not enrolled');
  const started = Date.now();
  const hubStartMs = Date.parse(test.now());
  const now = () => hubStartMs + Date.now() - started;
  const log: LogLine[] = [];
  const scans = new Map<string, Uint8Array>();
  const line = { cut: false };
  const open = () => {
    const hub = openHubClient({
      hubUrl: () => hubUrl,
      identity: () => office,
      privateKey: getPrivateKey(storage.reader),
      fetch,
      now,
      isCut: () => line.cut,
    });
    const vault = {
      get: (sha256: string) => {
        const bytes = scans.get(sha256);
        return bytes ? Promise.resolve(bytes) : Promise.reject(new Error('lost'));
      },
    };
    const sync = openSync({
      storage,
      hub,
      vault,
      now,
      newId,
      line,
      random: () => 0,
      announce: () => undefined,
      log: (entry) => log.push(entry),
    });
    return { hub, sync };
  };
  let running = open();
  onTestFinished(async () => {
    await running.sync.close();
    storage.close();
    await rm(folder, { recursive: true });
  });
  const clerk: Actor = { id: newId(), name: `Clerk ${officeCode}`, roles: ['clerk'] };
  const entry = (act: Parameters<OfficePc['act']>[0], entryId: string) => ({
    entryId,
    at: instantOf(now()),
    actor: act.actor ?? clerk,
    kind: act.kind,
    subject: act.subject,
    scope: 'office' as const,
    payload: act.payload,
    reply: null,
  });
  const pc: OfficePc = {
    storage,
    office,
    clerk,
    log,
    scans,
    get sync() {
      return running.sync;
    },
    get hub() {
      return running.hub;
    },
    act: (act) => {
      const entryId = newId();
      storage.transact((db) => appendEntry(db, office, entry(act, entryId)));
      running.sync.wake();
      return entryId;
    },
    submit: (vehicle, facts) => {
      const submission = submissionOf({ answer: enrolled.answer, clerk } as DeviceDouble, vehicle, instantOf(now()), facts);
      const { applicationId: id, reference, service, body, openedAt, submittedAt, dueDay } = submission;
      const subject = `application:${id}`;
      storage.transact((db) => {
        insertApplication(db, {
          id,
          reference,
          service,
          state: 'queued',
          officeCode,
          clerkId: clerk.id,
          clerkName: clerk.name,
          ...indexedFacts(body),
          body,
          openedAt,
          changedAt: openedAt,
          submittedAt,
          dueDay,
          supervisedBy: null,
          decision: null,
          logbookNumber: null,
        });
        updateApplication(db, id, { state: 'queued', submittedAt, dueDay, at: submittedAt });
        appendEntry(db, office, entry({ kind: 'applications.submit', subject, payload: submission }, newId()));
      });
      running.sync.wake();
      return submission;
    },
    queue: () => queueHandlers(running.sync).list({ db: storage.reader } as Parameters<ReturnType<typeof queueHandlers>['list']>[0], {}),
    sent: () => vi.waitFor(() => expectNothingUnanswered(storage), { timeout: 30_000, interval: 20 }),
    restart: async () => {
      await running.sync.close();
      running = open();
    },
  } as OfficePc;
  return pc;
}

function expectNothingUnanswered(storage: Storage): void {
  const rows = storage.reader.all<{ seq: number }>(
    `SELECT journal.seq AS seq FROM journal LEFT JOIN entry_answer USING (seq) LEFT JOIN entry_try USING (seq)
     WHERE outcome IS NULL AND coalesce(reason, '') NOT LIKE '%"set-aside"%'`,
  );
  if (rows.length > 0) throw new Error(`Unanswered: ${rows.map(({ seq }) => seq).join()}`);
}
