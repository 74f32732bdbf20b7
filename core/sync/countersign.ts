import { verify, type KeyObject } from 'node:crypto';
import { countersignText } from '#shared/protocol/entry.ts';
import type { Instant } from '#shared/base/instant.ts';
import type { PushedEntry } from '#shared/protocol/messages.ts';
import type { WriteDb } from '../db/database.ts';
import { raiseAlarm, type AlarmCode } from './alarm-store.ts';
import type { PushAnswer } from './hub-client.ts';

type Countersign = NonNullable<PushAnswer['countersign']>;

/** What the hub's signature under a batch is worth: itself, or the alarm that it raises. */
export type Proof = { readonly kind: 'signed'; readonly countersign: Countersign } | { readonly kind: 'alarm'; readonly code: AlarmCode };

export interface SignedBatch {
  readonly deviceId: string;
  /** The key that was pinned at enrolment; no other is believed. */
  readonly hubKey: KeyObject;
  readonly last: Pick<PushedEntry, 'seq' | 'hash'>;
}

/** The hub signs the last entry of each batch it has taken. A signature by another key, or under something else, proves the opposite. */
export function proofOf({ deviceId, hubKey, last }: SignedBatch, countersign: Countersign | null): Proof {
  if (!countersign) return { kind: 'alarm', code: 'countersign-missing' };
  const { seq, hash, at, signature } = countersign;
  const text = Buffer.from(countersignText({ deviceId, seq, hash, at }));
  const isHubs = seq === last.seq && hash === last.hash && verify(null, text, hubKey, Buffer.from(signature, 'base64'));
  return isHubs ? { kind: 'signed', countersign } : { kind: 'alarm', code: 'countersign-wrong' };
}

/** Only the newest is kept: it covers every row before it by the chain. A wrong one is never stored. */
export function keepProof(db: WriteDb, proof: Proof, now: Instant): void {
  if (proof.kind === 'alarm') return raiseAlarm(db, proof.code, now);
  const { seq, hash, at, signature } = proof.countersign;
  db.run(
    `INSERT INTO countersign (one, seq, hash, at, signature) VALUES (1, ?, ?, ?, ?)
     ON CONFLICT (one) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, at = excluded.at, signature = excluded.signature
     WHERE excluded.at >= countersign.at`,
    seq,
    hash,
    at,
    signature,
  );
}
