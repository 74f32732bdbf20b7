import { hash } from 'node:crypto';
import { decline, type Problem } from '#shared/base/decision.ts';
import { entryText, firstPreviousHash } from '#shared/protocol/entry.ts';
import type { PushedEntry } from '#shared/protocol/messages.ts';
import type { HubRefusalCode } from '#shared/protocol/refusal.ts';
import { openingOf } from './opening.ts';

/** One entry that the hub has of a device's journal. */
export interface KnownEntry {
  readonly epoch: number;
  readonly seq: number;
  readonly entryId: string;
  readonly hash: string;
}

/** What the hub holds of a device's journal, as far as a batch touches it. */
export interface KnownChain {
  readonly deviceId: string;
  /** The newest epoch, and where it ends. */
  readonly epoch: number;
  readonly headSeq: number;
  readonly headHash: string;
  /** Of any epoch: the entries at the batch's places, at the place before it, under its entry ids, and those that its openings follow. */
  readonly entries: readonly KnownEntry[];
}

export type ChainFault = Problem<Extract<HubRefusalCode, `chain.${string}`>>;

/** Names a place in a device's journal: after a restore two epochs may hold one sequence number. */
export function placeOf({ epoch, seq }: Pick<KnownEntry, 'epoch' | 'seq'>): string {
  return `${epoch}:${seq}`;
}

/**
 * What is wrong with a batch of journal entries: not in order, altered, or not joining what the hub has. The first fault is named with
 * its `seq`; a batch with a fault is refused whole, because what follows a break cannot be trusted.
 */
export function chainFault(known: KnownChain, entries: readonly PushedEntry[]): ChainFault | undefined {
  const places = placesOf(known);
  const seqById = new Map(known.entries.map((entry) => [idOf(entry), entry.seq]));
  let before: Before | undefined;
  for (const entry of entries) {
    const found =
      orderFault(before?.entry, entry) ??
      contentFault(known.deviceId, entry) ??
      joinFault(places, before ?? { newestEpoch: known.epoch }, entry) ??
      repeatFault(seqById, entry);
    if (found) return found;
    seqById.set(idOf(entry), entry.seq);
    before = { entry, newestEpoch: Math.max(before?.newestEpoch ?? known.epoch, entry.epoch) };
  }
  return undefined;
}

export function sha256Hex(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex');
}

function fault(code: ChainFault['code'], seq: number, facts: ChainFault['facts'] = {}): ChainFault {
  return decline(code, { seq, ...facts }).problem;
}

function idOf({ epoch, entryId }: Pick<KnownEntry, 'epoch' | 'entryId'>): string {
  return `${epoch}:${entryId}`;
}

/** The entry before in this batch, where there is one, and the newest epoch up to there. */
interface Before {
  readonly entry?: PushedEntry | undefined;
  readonly newestEpoch: number;
}

interface Places {
  readonly head: Pick<KnownChain, 'headSeq' | 'headHash'>;
  readonly hashAt: ReadonlyMap<string, string>;
  /** What a new epoch may join: the hashes of any epoch, with their sequence numbers. */
  readonly joints: ReadonlyMap<string, number>;
}

function placesOf({ headSeq, headHash, entries }: KnownChain): Places {
  return {
    head: { headSeq, headHash: headSeq === 0 ? firstPreviousHash : headHash },
    hashAt: new Map(entries.map((entry) => [placeOf(entry), entry.hash])),
    joints: new Map([[firstPreviousHash, 0], [headHash, headSeq], ...entries.map(({ seq, hash }): [string, number] => [hash, seq])]),
  };
}

function orderFault(previous: PushedEntry | undefined, entry: PushedEntry): ChainFault | undefined {
  if (!previous) return undefined;
  if (entry.seq !== previous.seq + 1) return fault('chain.order', entry.seq, { expected: previous.seq + 1 });
  if (entry.epoch < previous.epoch) return fault('chain.epoch', entry.seq, { epoch: entry.epoch, newest: previous.epoch });
  return entry.previousHash === previous.hash ? undefined : fault('chain.previous', entry.seq);
}

function contentFault(deviceId: string, entry: PushedEntry): ChainFault | undefined {
  if (sha256Hex(entryText({ ...entry, deviceId })) !== entry.hash) return fault('chain.hash', entry.seq);
  if (entry.payload === null) return undefined;
  return sha256Hex(Buffer.concat([Buffer.from(entry.salt, 'base64'), Buffer.from(entry.payload)])) === entry.payloadHash
    ? undefined
    : fault('chain.payload', entry.seq);
}

function joinFault(places: Places, { entry: previous, newestEpoch }: Before, entry: PushedEntry): ChainFault | undefined {
  const stored = places.hashAt.get(placeOf(entry));
  if (stored !== undefined) return stored === entry.hash ? undefined : fault('chain.fork', entry.seq);
  if (entry.epoch < newestEpoch) return fault('chain.epoch', entry.seq, { epoch: entry.epoch, newest: newestEpoch });
  if (entry.epoch > newestEpoch) return openingFault(places, previous, entry, newestEpoch);
  // A new entry behind a new one of this batch follows it (`orderFault`); the first new one has to follow what the hub has.
  if (previous && !places.hashAt.has(placeOf(previous))) return undefined;
  const { headSeq, headHash } = places.head;
  if (entry.seq > headSeq + 1) return fault('chain.gap', entry.seq, { expected: headSeq + 1 });
  return entry.seq === headSeq + 1 && entry.previousHash === headHash ? undefined : fault('chain.fork', entry.seq);
}

/**
 * A newer epoch begins with its opening, behind any entry of this device: what stands behind that entry in older epochs is a branch. A PC
 * that was set back goes on from the head it was told, with a number beyond all that it has given meanwhile; by then the head may have
 * moved, where a batch of before the set-back came late.
 */
function openingFault(
  { head: { headSeq }, joints }: Places,
  previous: PushedEntry | undefined,
  entry: PushedEntry,
  newestEpoch: number,
): ChainFault | undefined {
  if (previous || (joints.get(entry.previousHash) ?? Infinity) < entry.seq)
    return openingOf(entry) ? undefined : fault('chain.epoch', entry.seq, { epoch: entry.epoch, newest: newestEpoch });
  if (entry.seq > headSeq + 1) return fault('chain.gap', entry.seq, { expected: headSeq + 1 });
  // A hub that was restored does not know where this epoch began: the PC goes back until its batch has the opening.
  if (entry.seq > 1 && !openingOf(entry)) return fault('chain.gap', entry.seq, { expected: Math.max(1, entry.seq - stepBack) });
  return fault('chain.fork', entry.seq);
}

/** Two batches (DESIGN §4). */
const stepBack = 1_000;

function repeatFault(seqById: ReadonlyMap<string, number>, entry: PushedEntry): ChainFault | undefined {
  const seq = seqById.get(idOf(entry)) ?? entry.seq;
  return seq === entry.seq ? undefined : fault('chain.entry-repeated', entry.seq, { first: seq });
}
