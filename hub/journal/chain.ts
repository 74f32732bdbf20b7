import { createHash } from 'node:crypto';
import { decline, type Problem } from '#shared/base/decision.ts';
import { entryText, firstPreviousHash } from '#shared/protocol/entry.ts';
import type { PushedEntry } from '#shared/protocol/messages.ts';
import type { HubRefusalCode } from '#shared/protocol/refusal.ts';

/** What the hub holds of a device's journal, as far as a batch touches it. */
export interface KnownChain {
  readonly deviceId: string;
  readonly epoch: number;
  readonly headSeq: number;
  readonly headHash: string;
  /** Entries of the batch that are here already, by sequence and by id. */
  readonly hashBySeq: ReadonlyMap<number, string>;
  readonly seqByEntryId: ReadonlyMap<string, number>;
}

export type ChainFault = Problem<Extract<HubRefusalCode, `chain.${string}`>>;

/**
 * What is wrong with a batch of journal entries: not in order, altered, or not joining what the hub has. The first fault is named with
 * its `seq`; a batch with a fault is refused whole, because what follows a break cannot be trusted.
 */
export function chainFault(known: KnownChain, entries: readonly PushedEntry[]): ChainFault | undefined {
  const [first] = entries;
  if (first && first.seq > known.headSeq + 1) return fault('chain.gap', first.seq, { expected: known.headSeq + 1 });
  const inBatch = new Map<string, number>();
  let previous: PushedEntry | undefined;
  for (const entry of entries) {
    const found =
      orderFault(previous, entry) ?? contentFault(known, entry) ?? joinFault(known, entry) ?? repeatFault(known, inBatch, entry);
    if (found) return found;
    inBatch.set(entry.entryId, entry.seq);
    previous = entry;
  }
  return undefined;
}

export function sha256Hex(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

function fault(code: ChainFault['code'], seq: number, facts: ChainFault['facts'] = {}): ChainFault {
  return decline(code, { seq, ...facts }).problem;
}

function orderFault(previous: PushedEntry | undefined, entry: PushedEntry): ChainFault | undefined {
  if (!previous) return undefined;
  if (entry.seq !== previous.seq + 1) return fault('chain.order', entry.seq, { expected: previous.seq + 1 });
  return entry.previousHash === previous.hash ? undefined : fault('chain.previous', entry.seq);
}

function contentFault(known: KnownChain, entry: PushedEntry): ChainFault | undefined {
  if (entry.epoch !== known.epoch) return fault('chain.epoch', entry.seq, { epoch: entry.epoch, expected: known.epoch });
  if (sha256Hex(entryText({ ...entry, deviceId: known.deviceId })) !== entry.hash) return fault('chain.hash', entry.seq);
  if (entry.payload === null) return undefined;
  return sha256Hex(Buffer.from(entry.salt, 'base64'), entry.payload) === entry.payloadHash ? undefined : fault('chain.payload', entry.seq);
}

function joinFault(known: KnownChain, entry: PushedEntry): ChainFault | undefined {
  const stored = known.hashBySeq.get(entry.seq);
  if (stored !== undefined) return stored === entry.hash ? undefined : fault('chain.fork', entry.seq);
  if (entry.seq !== known.headSeq + 1) return undefined;
  const head = known.headSeq === 0 ? firstPreviousHash : known.headHash;
  return entry.previousHash === head ? undefined : fault('chain.fork', entry.seq);
}

function repeatFault(known: KnownChain, inBatch: ReadonlyMap<string, number>, entry: PushedEntry): ChainFault | undefined {
  const seq = known.seqByEntryId.get(entry.entryId) ?? inBatch.get(entry.entryId) ?? entry.seq;
  return seq === entry.seq ? undefined : fault('chain.entry-repeated', entry.seq, { first: seq });
}
