import type { Actor } from '../domain/role.ts';

/** The fields of a journal entry that its hash covers: all of them, so that no edit goes unnoticed. Hashes are hex. */
export interface HashedEntry {
  readonly deviceId: string;
  readonly epoch: number;
  readonly seq: number;
  readonly entryId: string;
  readonly at: string;
  readonly actor: Actor;
  readonly kind: string;
  readonly subject: string;
  readonly scope: 'office' | 'device';
  readonly payloadHash: string;
  readonly previousHash: string;
}

/**
 * The canonical text of an entry: SHA-256 (hex) of its UTF-8 bytes is the entry's hash. A JSON array in fixed order, so that no field
 * can run into its neighbour.
 */
export function entryText(entry: HashedEntry): string {
  const { actor } = entry;
  return JSON.stringify([
    entry.deviceId,
    entry.epoch,
    entry.seq,
    entry.entryId,
    entry.at,
    actor.id,
    actor.name,
    actor.roles,
    entry.kind,
    entry.subject,
    entry.scope,
    entry.payloadHash,
    entry.previousHash,
  ]);
}

/** The previous hash of a device's first entry. */
export const firstPreviousHash = '0'.repeat(64);

/** What the hub signs when it has taken a device's entries up to `seq`. */
export function countersignText(head: {
  readonly deviceId: string;
  readonly seq: number;
  readonly hash: string;
  readonly at: string;
}): string {
  return JSON.stringify([head.deviceId, head.seq, head.hash, head.at]);
}
