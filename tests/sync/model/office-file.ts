import { instantOf } from '#shared/base/instant.ts';
import type { EntryAnswer, PushedEntry } from '#shared/protocol/messages.ts';
import type { QueuedEntry } from '#core/sync/engine-state.ts';
import type { HubHead, OwnChain } from '#core/sync/head.ts';
import type { PullAnswer } from '#core/sync/hub-client.ts';
import type { HubChange } from './model-hub.ts';
import { modelEntry, type Behind, type ModelAct, type ModelEntry } from './model-entry.ts';

/** What an office has on its disk, as far as sync touches it. */
export interface OfficeFile {
  readonly deviceId: string;
  /** By number; a file that was set back has a hole where the hub's rows are that it lost. */
  readonly journal: Map<number, ModelEntry>;
  head: PushedEntry | undefined;
  /** By entry id, as all that follows. */
  readonly answers: Map<string, EntryAnswer>;
  /** Taken by their hash alone, with the hub's code. */
  readonly setAside: Map<string, string>;
  /** On a branch that the hub does not take: for a person. */
  readonly forked: Set<string>;
  /** A second answer that differs from the first: for a person. */
  readonly disputed: Set<string>;
  /** Answered, and lost by the hub. */
  readonly again: Set<string>;
  cursor: string;
  feed: string | null;
  /** What each vehicle's newest change says, and when it was written. */
  readonly register: Map<number, { readonly entryId: string; readonly at: string }>;
  epoch: number;
  /** Where each epoch begins. */
  readonly firstSeqs: Map<number, number>;
  /** The last receipt of this epoch's series. */
  receipts: number;
  lastAtMs: number;
}

const beginning = '0:0';
/** So large that three make a batch, and two batches are soon in flight. */
const entryBytes = 170_000;

export function newOfficeFile(deviceId: string): OfficeFile {
  return {
    deviceId,
    journal: new Map(),
    head: undefined,
    answers: new Map(),
    setAside: new Map(),
    forked: new Set(),
    disputed: new Set(),
    again: new Set(),
    cursor: beginning,
    feed: null,
    register: new Map(),
    epoch: 1,
    firstSeqs: new Map([[1, 1]]),
    receipts: 0,
    lastAtMs: 0,
  };
}

export function copyOfFile(file: OfficeFile): OfficeFile {
  return {
    ...file,
    journal: new Map(file.journal),
    answers: new Map(file.answers),
    setAside: new Map(file.setAside),
    forked: new Set(file.forked),
    disputed: new Set(file.disputed),
    again: new Set(file.again),
    register: new Map(file.register),
    firstSeqs: new Map(file.firstSeqs),
  };
}

/** Appends an act, as dispatch does: business time never runs backward. Behind the file's own end, unless another place is named. */
export function append(
  file: OfficeFile,
  act: ModelAct,
  { entryId, nowMs, behind = file.head }: { readonly entryId: string; readonly nowMs: number; readonly behind?: Behind | undefined },
): ModelEntry {
  file.lastAtMs = Math.max(nowMs, file.lastAtMs + 1);
  const place = { deviceId: file.deviceId, epoch: file.epoch, previous: behind };
  const entry = modelEntry(act, { entryId, at: instantOf(file.lastAtMs) }, place);
  file.journal.set(entry.pushed.seq, entry);
  file.head = entry.pushed;
  return entry;
}

/** Takes the next number of this epoch's series. */
export function takeReceipt(file: OfficeFile): string {
  file.receipts += 1;
  return `R-${file.deviceId}${seriesLetterOf(file.epoch)}-${file.receipts}`;
}

function seriesLetterOf(epoch: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + ((epoch - 1) % 26)).repeat(Math.ceil(epoch / 26));
}

export interface Opening {
  readonly why: 'restored' | 'set-back';
  readonly nowMs: number;
  /** The newest epoch that is known of beside the file. */
  readonly newest?: number | undefined;
  /** Where the hub's chain of this device ends, which the epoch of a file that was set back goes on from. */
  readonly hubHead?: { readonly epoch: number; readonly seq: number; readonly hash: string } | undefined;
}

/** A new epoch, its series and its first entry, in one transaction. */
export function openEpoch(file: OfficeFile, { why, nowMs, newest = 0, hubHead }: Opening): ModelEntry {
  const epoch = Math.max(file.epoch, newest, hubHead?.epoch ?? 0) + 1;
  const behind = hubHead ? { seq: Math.max(file.head?.seq ?? 0, hubHead.seq), hash: hubHead.hash } : file.head;
  const opening = { epoch, seriesLetter: seriesLetterOf(epoch), why };
  const op = `${file.deviceId} opens ${epoch} behind ${behind?.hash.slice(0, 8) ?? 'nothing'} at ${nowMs}`;
  file.epoch = epoch;
  file.receipts = 0;
  const entry = append(file, { op, kind: 'open-epoch', vehicle: 0, receipt: '', amountCents: 0, opening }, { entryId: op, nowMs, behind });
  file.firstSeqs.set(epoch, entry.pushed.seq);
  return entry;
}

/** What is to be sent after a number: without an answer, or lost by the hub. */
export function toSend(file: OfficeFile, afterSeq: number): QueuedEntry[] {
  return [...file.journal.values()]
    .filter(({ pushed: { seq, entryId } }) => seq > afterSeq && (file.again.has(entryId) || isUnanswered(file, entryId)))
    .map(({ pushed: { seq, entryId, epoch } }) => ({
      seq,
      entryId,
      bytes: entryBytes,
      withheld: file.again.has(entryId) ? (file.setAside.get(entryId) ?? null) : null,
      isOld: epoch < file.epoch,
    }));
}

function isUnanswered({ answers, setAside, forked }: OfficeFile, entryId: string): boolean {
  return !answers.has(entryId) && !setAside.has(entryId) && !forked.has(entryId);
}

/** An answer once given stands; another one beside it is for a person. */
export function keepAnswer(file: OfficeFile, answer: EntryAnswer): void {
  if (answer.outcome === 'waiting') return;
  const known = file.answers.get(answer.entryId);
  if (!known) file.answers.set(answer.entryId, answer);
  else if (kindOf(known) !== kindOf(answer)) file.disputed.add(answer.entryId);
  file.again.delete(answer.entryId);
}

export function kindOf({ outcome }: EntryAnswer): EntryAnswer['outcome'] {
  return outcome === 'duplicate' ? 'applied' : outcome;
}

export function noteResend(file: OfficeFile, fromSeq: number): void {
  for (const { pushed } of file.journal.values()) {
    const isKnown = file.answers.has(pushed.entryId) || file.setAside.has(pushed.entryId);
    if (pushed.seq >= fromSeq && isKnown) file.again.add(pushed.entryId);
  }
}

export function setBranchAside(file: OfficeFile, fromSeq: number): void {
  for (const { pushed } of file.journal.values()) {
    const isOfEpoch = pushed.epoch === file.journal.get(fromSeq)?.pushed.epoch;
    if (pushed.seq >= fromSeq && isOfEpoch && isUnanswered(file, pushed.entryId)) file.forked.add(pushed.entryId);
  }
}

/** This file's journal beside the hub's head, as `own-chain.ts` reads it. */
export function ownChain(file: OfficeFile, hub: HubHead, answeredSeq: number): OwnChain {
  const next = [...file.firstSeqs].filter(([epoch]) => epoch > hub.epoch).map(([, seq]) => seq);
  return {
    epoch: file.epoch,
    hashAtHead: file.journal.get(hub.seq)?.pushed.hash ?? null,
    answeredSeq,
    nextEpochSeq: next.length > 0 ? Math.min(...next) : null,
  };
}

export function answeredUpTo({ journal, answers, again }: OfficeFile): number {
  let upTo = 0;
  for (const { pushed } of journal.values()) if (answers.has(pushed.entryId) && !again.has(pushed.entryId)) upTo = pushed.seq;
  return upTo;
}

/** A page of another run of changes than the one the cursor counts in moves nothing but the cursor, to its beginning. */
export function keepPage(file: OfficeFile, page: PullAnswer, byClock: boolean): boolean {
  if (file.feed !== null && file.feed !== page.feed) {
    file.cursor = beginning;
    file.feed = page.feed;
    return true;
  }
  file.feed = page.feed;
  applyPage(
    file,
    page.changes.map(({ body }) => body as HubChange),
    byClock,
  );
  file.cursor = page.next;
  return page.more;
}

function applyPage(file: OfficeFile, changes: readonly HubChange[], byClock: boolean): void {
  for (const { vehicle, entryId, at } of changes) {
    const known = file.register.get(vehicle);
    if (!byClock || !known || at >= known.at) file.register.set(vehicle, { entryId, at });
  }
}
