import { hash as hashOf } from 'node:crypto';
import type { Instant } from '#shared/base/instant.ts';
import { entryText, firstPreviousHash } from '#shared/protocol/entry.ts';
import type { PushedEntry } from '#shared/protocol/messages.ts';
import type { ActKind } from './schedule.ts';

/** What an act says, as far as the model's hub must know it. */
export interface ModelAct {
  /** The clerk's own name of what they do: asked for again, it stays the same. */
  readonly op: string;
  readonly kind: ActKind | 'open-epoch';
  readonly vehicle: number;
  readonly receipt: string;
  readonly amountCents: number;
  /** What the first entry of an epoch says instead. */
  readonly opening?: { readonly epoch: number; readonly seriesLetter: string; readonly why: 'restored' | 'set-back' } | undefined;
}

/** An entry of a journal, chained and hashed as on a real PC. */
export interface ModelEntry {
  readonly act: ModelAct;
  readonly pushed: PushedEntry;
}

const salt = 'c2FsdCBvZiB0aGUgbW9kZWw=';
const saltBytes = Buffer.from(salt, 'base64');
const actor: PushedEntry['actor'] = { id: '00000000-0000-7000-8000-000000000001', name: 'Clerk', roles: ['clerk'] };

/** The entry that another one follows. */
export type Behind = Pick<PushedEntry, 'seq' | 'hash'>;

interface Place {
  readonly deviceId: string;
  readonly epoch: number;
  readonly previous: Behind | undefined;
}

export function modelEntry(act: ModelAct, { entryId, at }: { readonly entryId: string; readonly at: Instant }, place: Place): ModelEntry {
  const payload = JSON.stringify(act.opening ?? act);
  const entry = {
    entryId,
    epoch: place.epoch,
    seq: (place.previous?.seq ?? 0) + 1,
    at,
    actor,
    kind: act.kind === 'open-epoch' ? 'devices.openEpoch' : 'model.act',
    subject: act.kind === 'sale' ? `vehicle:${act.vehicle}` : `act:${act.op}`,
    scope: 'office' as const,
    payload,
    salt,
    payloadHash: hashOf('sha256', Buffer.concat([saltBytes, Buffer.from(payload)])),
    previousHash: place.previous?.hash ?? firstPreviousHash,
  };
  return { act, pushed: { ...entry, hash: hashOf('sha256', entryText({ ...entry, deviceId: place.deviceId })) } };
}

/** What somebody on the line would make of an entry who knows how hashes are made but has no key. */
export function tampered({ act, pushed }: ModelEntry, deviceId: string): ModelEntry {
  const place = { deviceId, epoch: pushed.epoch, previous: undefined };
  const opening = act.opening && { ...act.opening, seriesLetter: 'Z' };
  const forged = modelEntry({ ...act, op: `forged ${act.op}`, amountCents: 1, opening }, pushed, place);
  const entry = { ...forged.pushed, seq: pushed.seq, previousHash: pushed.previousHash, subject: pushed.subject };
  return { act: forged.act, pushed: { ...entry, hash: hashOf('sha256', entryText({ ...entry, deviceId })) } };
}
