import { assertNever } from '#shared/base/assert-never.ts';
import { instantOf, msOf } from '#shared/base/instant.ts';
import type { Topic } from '../context.ts';
import type { LogLine } from '../host.ts';
import type { Storage } from '../storage.ts';
import type { Vault } from '../documents/vault.ts';
import { listScansToSend, noteAtHub } from '../documents/service.ts';
import { findIdentity } from '../office/identity.ts';
import { applyAnswer } from './apply-answer.ts';
import { applyChanges } from './apply-changes.ts';
import type { Happening, PullOutcome, PushOutcome } from './engine-io.ts';
import type { HubClient, PullAnswer, PushAnswer } from './hub-client.ts';
import type { ApplyContext } from './hub-entry.ts';
import type { HubReply } from './hub-reply.ts';
import type { LoopDeps, Work } from './loop.ts';
import { senseOf } from './refusal-sense.ts';
import { findEntry, insertAnswer, listPushed, listUnanswered, noteTries, readContact, writeContact } from './store.ts';

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

/** Does what the engine asks, on the file and on the line, and says what came of it; a fault of this PC is an answer, too. */
export function openDesk(deps: SyncDeps): LoopDeps['carryOut'] {
  const unsendable = new Set<string>();
  const fault = (work: Work) => (error: unknown) => {
    logFault(deps, work.kind, error);
    return faultOf(work);
  };
  return (work) => {
    try {
      const done = carryOut(deps, work, unsendable);
      return done instanceof Promise ? done.catch(fault(work)) : done;
    } catch (error) {
      return fault(work)(error);
    }
  };
}

function carryOut(deps: SyncDeps, work: Work, unsendable: Set<string>): Happening | undefined | Promise<Happening> {
  switch (work.kind) {
    case 'read-batch':
      return { kind: 'batch-read', entries: listUnanswered(deps.storage.reader, work.afterSeq, work.limit) };
    case 'push':
      return push(deps, work);
    case 'store-answers':
      keep(deps, (cx) => storeAnswers(cx, work));
      return { kind: 'answers-stored', flightId: work.flightId, ok: true };
    case 'note-tries':
      keep(deps, ({ db, now }) => noteTries(db, work.seqs, { reason: work.reason, at: now }));
      return undefined;
    case 'pull':
      return pull(deps);
    case 'apply-page':
      return applyPage(deps, work);
    case 'send-scan':
      return sendScan(deps, unsendable);
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
      return undefined;
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

async function push({ storage, hub }: SyncDeps, { flightId, entries }: Effect<'push'>): Promise<Happening> {
  const reply = await hub.push(listPushed(storage.reader, entries));
  return { kind: 'push-answered', flightId, outcome: pushOutcome(reply) };
}

function pushOutcome(reply: HubReply<PushAnswer>): PushOutcome {
  return reply.kind === 'answer' ? { kind: 'answer', answers: reply.answer.answers, hubTimeMs: msOf(reply.answer.hubTime) } : reply;
}

async function pull({ storage, hub }: SyncDeps): Promise<Happening> {
  const reply = await hub.pull(readContact(storage.reader).cursor);
  return { kind: 'pull-answered', outcome: pullOutcome(reply) };
}

function pullOutcome(reply: HubReply<PullAnswer>): PullOutcome {
  return reply.kind === 'answer' ? { kind: 'answer', page: reply.answer, hubTimeMs: msOf(reply.answer.hubTime) } : reply;
}

function storeAnswers(cx: ApplyContext, { answers, hubOffsetMs }: Effect<'store-answers'>): void {
  for (const answer of answers) {
    if (answer.outcome === 'waiting') noteWaiting(cx, answer);
    else {
      const entry = insertAnswer(cx.db, answer, cx.now);
      if (entry) applyAnswer(cx, entry, answer);
    }
  }
  writeContact(cx.db, { at: cx.now, hubOffsetMs });
}

function noteWaiting({ db, now }: ApplyContext, { entryId, waitingFor }: { readonly entryId: string; readonly waitingFor: string }): void {
  const entry = findEntry(db, entryId);
  if (entry) noteTries(db, [entry.seq], { reason: { code: 'hub-waiting', facts: { waitingFor } }, at: now });
}

/** The page and its cursor in one transaction: what was applied is never asked for again, and what was not always is. */
function applyPage(deps: SyncDeps, { page, hubOffsetMs }: Effect<'apply-page'>): Happening {
  const { more, changes, next } = page;
  const { cursor, lastContactAt } = readContact(deps.storage.reader);
  const isNoted = lastContactAt !== null && Math.abs(deps.now() - msOf(lastContactAt)) < contactNoteMs;
  if (next !== cursor || !isNoted) {
    keep(deps, (cx) => {
      applyChanges(cx, changes);
      writeContact(cx.db, { cursor: next, at: cx.now, hubOffsetMs, heardAll: !more });
    });
  }
  return { kind: 'applied', ok: true, more, changes: changes.length };
}

/** One scan, after its row; one that the vault has lost, or that the hub will not have, holds up no other. */
async function sendScan(deps: SyncDeps, unsendable: Set<string>): Promise<Happening> {
  const { storage, vault, hub, log } = deps;
  const scan = listScansToSend(storage.reader, scansLookedAt + unsendable.size).find(({ sha256 }) => !unsendable.has(sha256));
  if (!scan) return { kind: 'scan-done', outcome: { kind: 'none' } };
  const skip = (reason: string): Happening => {
    unsendable.add(scan.sha256);
    log({ level: 'error', event: 'sync.scan-not-sent', facts: { sha256: scan.sha256.slice(0, 8), reason } });
    return { kind: 'scan-done', outcome: { kind: 'skipped' } };
  };
  const bytes = await vault.get(scan.sha256).catch(() => undefined);
  if (!bytes) return skip('lost');
  const reply = await hub.putScan(scan.sha256, bytes);
  if (reply.kind === 'refusal' && senseOf(reply).kind === 'unreadable') return skip(reply.code);
  if (reply.kind !== 'answer') return { kind: 'scan-done', outcome: reply };
  keep(deps, ({ db, now }) => noteAtHub(db, scan.sha256, now));
  return { kind: 'scan-done', outcome: { kind: 'sent' } };
}

/** Runs work in one transaction, and tells the screens once it is on the disk. */
function keep({ storage, now, newId, announce }: SyncDeps, work: (cx: ApplyContext) => void): void {
  const topics = new Set<Topic>();
  storage.transact((db) => {
    const chain = findIdentity(db);
    if (!chain) throw new Error('This office file was never enrolled');
    work({ db, chain, now: instantOf(now()), newId, announce: (...more) => more.forEach((topic) => topics.add(topic)) });
  });
  if (topics.size > 0) announce([...topics]);
}

function logFault({ log }: SyncDeps, what: string, error: unknown): void {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log({ level: 'error', event: 'sync.fault', facts: { what, message } });
}
