import { instantOf } from '#shared/base/instant.ts';
import type { EntryAnswer } from '#shared/protocol/messages.ts';
import type { QueuedEntry } from '#core/sync/engine-state.ts';
import type { HubChange } from './model-hub.ts';
import { modelEntry, type ModelAct, type ModelEntry } from './model-entry.ts';

/** What an office has on its disk, as far as sync touches it. */
export interface OfficeFile {
  readonly deviceId: string;
  readonly journal: ModelEntry[];
  /** By entry id. */
  readonly answers: Map<string, EntryAnswer>;
  readonly setAside: Set<string>;
  /** Entries whose second answer differs from the first: for a person. */
  readonly forPerson: Set<string>;
  cursor: string;
  feed: string | null;
  /** What each vehicle's newest change says, and when it was written. */
  readonly register: Map<number, { readonly entryId: string; readonly at: string }>;
  epoch: number;
  /** The last receipt of this epoch's series. */
  receipts: number;
  lastAtMs: number;
}

const beginning = '0:0';
/** About what an entry is on the line. */
const entryBytes = 1_000;

export function newOfficeFile(deviceId: string): OfficeFile {
  return {
    deviceId,
    journal: [],
    answers: new Map(),
    setAside: new Set(),
    forPerson: new Set(),
    cursor: beginning,
    feed: null,
    register: new Map(),
    epoch: 1,
    receipts: 0,
    lastAtMs: 0,
  };
}

export function copyOfFile(file: OfficeFile): OfficeFile {
  const { journal, answers, setAside, forPerson, register } = file;
  return {
    ...file,
    journal: [...journal],
    answers: new Map(answers),
    setAside: new Set(setAside),
    forPerson: new Set(forPerson),
    register: new Map(register),
  };
}

/** Appends an act, as dispatch does: business time never runs backward, and an entry id that is there already is the same act. */
export function append(
  file: OfficeFile,
  act: ModelAct,
  { entryId, nowMs }: { readonly entryId: string; readonly nowMs: number },
): ModelEntry {
  file.lastAtMs = Math.max(nowMs, file.lastAtMs + 1);
  const place = { deviceId: file.deviceId, epoch: file.epoch, previous: file.journal.at(-1)?.pushed };
  const entry = modelEntry(act, { entryId, at: instantOf(file.lastAtMs) }, place);
  file.journal.push(entry);
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

/** A new epoch, its series and its first entry, in one transaction. */
export function openEpoch(
  file: OfficeFile,
  epoch: number,
  { why, nowMs }: { readonly why: 'restored' | 'set-back'; readonly nowMs: number },
) {
  file.epoch = epoch;
  file.receipts = 0;
  const opening = { epoch, seriesLetter: seriesLetterOf(epoch), why };
  const op = `${file.deviceId} opens ${epoch} after ${file.journal.length}`;
  return append(file, { op, kind: 'open-epoch', vehicle: 0, receipt: '', amountCents: 0, opening }, { entryId: op, nowMs });
}

export function unanswered(file: OfficeFile, afterSeq: number): QueuedEntry[] {
  return file.journal
    .slice(afterSeq)
    .filter(({ pushed: { entryId } }) => !file.answers.has(entryId) && !file.setAside.has(entryId))
    .map(({ pushed: { seq, entryId } }) => ({ seq, entryId, bytes: entryBytes, withheld: null }));
}

/** The page and its cursor. */
export function applyPage(file: OfficeFile, changes: readonly HubChange[], byClock: boolean): void {
  for (const { vehicle, entryId, at } of changes) {
    const known = file.register.get(vehicle);
    if (!byClock || !known || at >= known.at) file.register.set(vehicle, { entryId, at });
  }
}
