import { assertNever } from '#shared/base/assert-never.ts';
import { instantOf, msOf } from '#shared/base/instant.ts';
import type { PushedEntry } from '#shared/protocol/messages.ts';
import type { Topic } from '../context.ts';
import type { ReadDb } from '../db/database.ts';
import { listScansToSend, noteAtHub, noteLost } from '../documents/service.ts';
import type { Vault } from '../documents/vault.ts';
import type { LogLine } from '../host.ts';
import { findHead } from '../journal/journal.ts';
import { deviceState, noteShutOut } from '../office/device-state.ts';
import { newestEpoch, openEpoch } from '../office/epoch.ts';
import { findIdentity, getHubKey } from '../office/identity.ts';
import type { Storage } from '../storage.ts';
import { raiseAlarm } from './alarm-store.ts';
import { replayDeferred } from './apply-changes.ts';
import { keepProof, proofOf, type Proof } from './countersign.ts';
import { noteEntryBytes, noteScanBytes, sharesOf } from './data-meter.ts';
import { hasDeferred } from './deferred.ts';
import type { Happening } from './engine-io.ts';
import { beginFeed } from './feed.ts';
import { standingOfHead, type HubHead } from './head.ts';
import type { HubClient } from './hub-client.ts';
import type { ApplyContext } from './hub-entry.ts';
import { takeAnswers, takePage } from './hub-word.ts';
import type { LoopDeps, Work } from './loop.ts';
import { answeredUpTo, ownChain } from './own-chain.ts';
import { hasUnsent, queueSummary } from './queue-store.ts';
import { senseOf } from './refusal-sense.ts';
import { noteResend, setBranchAside } from './resend.ts';
import { beginning, listPushed, listUnanswered, noteTries, readContact, writeContact } from './store.ts';

export interface SyncDeps {
  readonly storage: Storage;
  readonly hub: HubClient;
  readonly vault: Pick<Vault, 'get'>;
  readonly now: () => number;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
  readonly newId: () => string;
  readonly announce: (topics: readonly Topic[]) => void;
  readonly log: (line: LogLine) => void;
  /** The practice switch, read by the hub client too. */
  readonly line: { cut: boolean };
}

type Effect<K extends Work['kind']> = Extract<Work, { kind: K }>;

/** How often an idle line is written down as heard. */
const contactNoteMs = 60_000;
const scansLookedAt = 50;
const lostReason = 'lost';

/** What the desk keeps in mind between two effects; losing it costs nothing but a repeat. */
interface Memory {
  /** Scans that cannot be sent, and why; a lost one can once it was found. */
  readonly unsendable: Map<string, string>;
  /** What went over the line and is written down with what comes next. */
  readonly sent: Map<number, number>;
  /** The hub's signature under a batch, by its flight. */
  readonly proofs: Map<number, Proof>;
}

/** Does what the engine asks, on the file and on the line, and says what came of it; a fault of this PC is an answer, too. */
export function openDesk(deps: SyncDeps): LoopDeps['carryOut'] {
  const memory: Memory = { unsendable: new Map(), sent: new Map(), proofs: new Map() };
  const fault = (work: Work) => (error: unknown) => {
    logFault(deps, work.kind, error);
    return faultOf(work);
  };
  return (work) => {
    try {
      const done = carryOut(deps, work, memory);
      return done instanceof Promise ? done.catch(fault(work)) : done;
    } catch (error) {
      return fault(work)(error);
    }
  };
}

/** After an upgrade, before anything else: what an older version could not read. */
export function catchUp(deps: SyncDeps): void {
  try {
    const applied = hasDeferred(deps.storage.reader) ? keep(deps, replayDeferred) : 0;
    if (applied > 0) deps.log({ level: 'info', event: 'sync.replayed', facts: { changes: applied } });
  } catch (error) {
    logFault(deps, 'replay', error);
  }
}

function carryOut(deps: SyncDeps, work: Work, memory: Memory): Happening | undefined | Promise<Happening> {
  switch (work.kind) {
    case 'read-batch':
      return { kind: 'batch-read', entries: listUnanswered(deps.storage.reader, work.afterSeq, work.limit) };
    case 'push':
      return push(deps, work, memory);
    case 'store-answers':
      keep(deps, (cx) => storeAnswers(cx, work, memory));
      memory.proofs.delete(work.flightId);
      memory.sent.clear();
      return { kind: 'answers-stored', flightId: work.flightId, ok: true };
    case 'note-tries':
      keep(deps, ({ db, now }) => {
        noteTries(db, work.seqs, { reason: work.reason, at: now });
        noteEntryBytes(db, memory.sent);
      });
      memory.sent.clear();
      return undefined;
    case 'open-epoch':
      keep(deps, ({ db, newId }) => openEpoch(db, { why: 'set-back', nowMs: deps.now(), newId, hubHead: work.hubHead }));
      deps.announce(['settings']);
      return { kind: 'epoch-opened', ok: true };
    case 'note-resend':
      keep(deps, ({ db }) => noteResend(db, work.fromSeq));
      return { kind: 'resend-noted', ok: true };
    case 'set-aside':
      keep(deps, ({ db, now }) => setBranchAside(db, work, now));
      return undefined;
    case 'note-shut-out':
      keep(deps, ({ db, now }) => noteShutOut(db, work.code, now));
      deps.announce(['start', 'settings']);
      return undefined;
    case 'alarm':
      keep(deps, ({ db, now }) => raiseAlarm(db, work.code, now));
      return undefined;
    case 'leave':
      return leave(deps);
    case 'pull':
      return pull(deps);
    case 'apply-page':
      return applyPage(deps, work);
    case 'send-scan':
      return sendScan(deps, memory.unsendable);
    case 'probe':
      return deps.hub.health().then((reply) => ({ kind: 'probed', ok: reply.kind === 'answer' }));
    default:
      return assertNever(work);
  }
}

/** What the engine is told where this PC's own file erred: nothing was lost, and the work is tried again as a whole. */
function faultOf(work: Work): Happening | undefined {
  switch (work.kind) {
    case 'read-batch':
      return { kind: 'read-failed' };
    case 'push':
    case 'store-answers':
      return { kind: 'answers-stored', flightId: work.flightId, ok: false };
    case 'note-tries':
    case 'set-aside':
    case 'note-shut-out':
    case 'alarm':
      return undefined;
    case 'open-epoch':
      return { kind: 'epoch-opened', ok: false };
    case 'note-resend':
      return { kind: 'resend-noted', ok: false };
    case 'leave':
      return { kind: 'leave-done', outcome: { kind: 'failed' } };
    case 'pull':
    case 'apply-page':
      return { kind: 'applied', ok: false, more: false, changes: 0 };
    case 'send-scan':
      return { kind: 'scan-done', outcome: { kind: 'failed' } };
    case 'probe':
      return { kind: 'probed', ok: false };
    default:
      return assertNever(work);
  }
}

async function push({ storage, hub }: SyncDeps, { flightId, entries }: Effect<'push'>, memory: Memory): Promise<Happening> {
  const pushed = listPushed(storage.reader, entries);
  const answeredSeq = answeredUpTo(storage.reader);
  const reply = await hub.push(pushed, (bytes) => noteSent(memory, pushed, bytes));
  if (reply.kind !== 'answer') return { kind: 'push-answered', flightId, outcome: reply };
  const { answers, hubTime, head, countersign } = reply.answer;
  const last = pushed.at(-1);
  if (last) memory.proofs.set(flightId, proofOf({ ...pinned(storage.reader), last }, countersign));
  const seen = seenHead(storage.reader, head, answeredSeq);
  return { kind: 'push-answered', flightId, outcome: { kind: 'answer', answers, hubTimeMs: msOf(hubTime), ...seen } };
}

function noteSent({ sent }: Memory, pushed: readonly PushedEntry[], bytes: number): void {
  const shares = sharesOf(
    pushed.map((entry) => JSON.stringify(entry).length),
    bytes,
  );
  pushed.forEach(({ seq }, index) => sent.set(seq, (sent.get(seq) ?? 0) + (shares[index] ?? 0)));
}

function pinned(db: ReadDb) {
  return { deviceId: findIdentity(db)?.deviceId ?? '', hubKey: getHubKey(db) };
}

async function pull({ storage, hub }: SyncDeps): Promise<Happening> {
  const answeredSeq = answeredUpTo(storage.reader);
  const reply = await hub.pull(readContact(storage.reader).cursor);
  if (reply.kind !== 'answer') return { kind: 'pull-answered', outcome: reply };
  const { answer: page } = reply;
  const seen = seenHead(storage.reader, page.head, answeredSeq);
  return { kind: 'pull-answered', outcome: { kind: 'answer', page, hubTimeMs: msOf(page.hubTime), ...seen } };
}

/** What the hub's head says beside this file's journal as it is now; what the hub had answered was read before it was asked. */
function seenHead(db: ReadDb, head: HubHead, answeredSeq: number): { setBack?: HubHead; lostFrom?: number } {
  const standing = standingOfHead(ownChain(db, head, answeredSeq), head);
  if (standing.kind === 'set-back') return { setBack: head };
  return standing.kind === 'hub-behind' ? { lostFrom: standing.fromSeq } : {};
}

function storeAnswers(cx: ApplyContext, { flightId, answers, hubOffsetMs }: Effect<'store-answers'>, { proofs, sent }: Memory): void {
  takeAnswers(cx, answers);
  const proof = proofs.get(flightId);
  if (proof) keepProof(cx.db, proof, cx.now);
  noteEntryBytes(cx.db, sent);
  writeContact(cx.db, { at: cx.now, hubOffsetMs });
}

/** The page and its cursor in one transaction: what was applied is never asked for again, and what was not always is. */
function applyPage(deps: SyncDeps, { page, hubOffsetMs }: Effect<'apply-page'>): Happening {
  const { more, changes, next, feed } = page;
  const contact = readContact(deps.storage.reader);
  // Another run of changes: the cursor means nothing in it, so everything is asked for again.
  if (contact.feed !== null && contact.feed !== feed) {
    keep(deps, ({ db, now }) => {
      beginFeed(db);
      writeContact(db, { cursor: beginning, feed, at: now, hubOffsetMs });
    });
    return { kind: 'applied', ok: true, more: true, changes: 0 };
  }
  const isNoted = contact.lastContactAt !== null && Math.abs(deps.now() - msOf(contact.lastContactAt)) < contactNoteMs;
  const isNews = next !== contact.cursor || contact.feed === null || !isNoted || deviceState(deps.storage.reader).state === 'revoked';
  const held = isNews && !keep(deps, (cx) => takePage(cx, page, { at: cx.now, hubOffsetMs }));
  const retiring = deviceState(deps.storage.reader).state === 'retiring';
  return held
    ? { kind: 'applied', ok: true, more: false, changes: 0, held, retiring }
    : { kind: 'applied', ok: true, more, changes: changes.length, retiring };
}

/** Goodbye, if nothing lies here any more that only this PC could send. */
async function leave({ storage, hub }: SyncDeps): Promise<Happening> {
  const { reader } = storage;
  const { waiting, refused } = queueSummary(reader);
  const head = findHead(reader);
  if (waiting + refused > 0 || hasUnsent(reader) || !head) return { kind: 'leave-done', outcome: { kind: 'not-yet' } };
  const { epoch } = newestEpoch(reader);
  const ended = { epoch, seq: head.seq, hash: Buffer.from(head.hash).toString('hex') };
  const reply = await hub.leave(ended, deviceState(reader).reason);
  return { kind: 'leave-done', outcome: reply.kind === 'answer' ? { kind: 'left' } : reply };
}

/** One scan, after its row; one that the vault has lost, or that the hub will not have, holds up no other. */
async function sendScan(deps: SyncDeps, unsendable: Map<string, string>): Promise<Happening> {
  const { storage, vault, hub, log } = deps;
  const scan = listScansToSend(storage.reader, scansLookedAt + unsendable.size).find(
    ({ sha256, lostAt }) => !unsendable.has(sha256) || (unsendable.get(sha256) === lostReason && lostAt === null),
  );
  if (!scan) return { kind: 'scan-done', outcome: { kind: 'none' } };
  const skip = (reason: string): Happening => {
    unsendable.set(scan.sha256, reason);
    log({ level: 'error', event: 'sync.scan-not-sent', facts: { sha256: scan.sha256.slice(0, 8), reason } });
    return { kind: 'scan-done', outcome: { kind: 'skipped' } };
  };
  const bytes = await vault.get(scan.sha256).catch(() => undefined);
  if (!bytes) {
    keep(deps, ({ db, now, announce }) => {
      noteLost(db, scan.sha256, now);
      announce('queue', 'applications');
    });
    return skip(lostReason);
  }
  const reply = await hub.sendScan({
    sha256: scan.sha256,
    bytes,
    onSent: (sent) => keep(deps, ({ db }) => noteScanBytes(db, scan.sha256, sent)),
  });
  if (reply.kind === 'refusal' && senseOf(reply).kind === 'unreadable') return skip(reply.code);
  if (reply.kind !== 'answer') return { kind: 'scan-done', outcome: reply };
  keep(deps, ({ db, now }) => noteAtHub(db, scan.sha256, now));
  return { kind: 'scan-done', outcome: { kind: 'sent' } };
}

/** Runs work in one transaction, and tells the screens once it is on the disk. */
function keep<T>({ storage, now, newId, announce }: SyncDeps, work: (cx: ApplyContext) => T): T {
  const topics = new Set<Topic>();
  const done = storage.transact((db) => {
    const chain = findIdentity(db);
    if (!chain) throw new Error('This office file was never enrolled');
    return work({ db, chain, now: instantOf(now()), newId, announce: (...more) => more.forEach((topic) => topics.add(topic)) });
  });
  if (topics.size > 0) announce([...topics]);
  return done;
}

function logFault({ log }: SyncDeps, what: string, error: unknown): void {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log({ level: 'error', event: 'sync.fault', facts: { what, message } });
}
