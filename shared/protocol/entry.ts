/** The fields of a journal entry that its hash covers. */
export interface HashedEntry {
  readonly deviceId: string;
  readonly epoch: number;
  readonly seq: number;
  readonly entryId: string;
  readonly at: string;
  readonly actorId: string;
  readonly kind: string;
  readonly subject: string;
  readonly payloadHash: string;
  readonly previousHash: string;
}

/**
 * The canonical text of an entry: SHA-256 (hex) of its UTF-8 bytes is the entry's hash. A JSON array in fixed order, so that no field
 * can run into its neighbour.
 */
export function entryText(entry: HashedEntry): string {
  return JSON.stringify([
    entry.deviceId, entry.epoch, entry.seq, entry.entryId, entry.at, entry.actorId, entry.kind, entry.subject,
    entry.payloadHash, entry.previousHash,
  ]);
}

/** The previous hash of a device's first entry. */
export const firstPreviousHash = '0'.repeat(64);
