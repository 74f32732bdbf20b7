import { sign, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type * as z from 'zod';
import { letterBody, letterLimits, letterSealContext, unsignedLetter, type LetterHeader, type letterToHub } from '#shared/protocol/post.ts';
import { protocolVersion } from '#shared/protocol/version.ts';
import type { QueryContext } from '../context.ts';
import { sealFor } from '../crypto/seal.ts';
import type { ReadDb } from '../db/database.ts';
import { listScansToSend } from '../documents/service.ts';
import type { Vault } from '../documents/vault.ts';
import { grouped, listPushed, listUnanswered, pullBody, pushBody, queueSummary, readContact } from '../sync/service.ts';

/** What a letter is made with: this device signs it, and only its hub opens it. */
export interface LetterKeys {
  readonly privateKey: KeyObject;
  /** X25519 of the hub, raw 32 bytes. */
  readonly hubSealKey: Uint8Array;
}

export interface LetterDeps {
  readonly keys: LetterKeys;
  readonly vault: Pick<Vault, 'get'>;
  readonly newId: () => string;
}

export interface WrittenLetter {
  readonly letterId: string;
  readonly entries: number;
  readonly scans: number;
  readonly bytes: Buffer;
}

/** Entries of one letter; what is left goes with the next. */
const mostEntries = 20_000;
const mostScans = 2_000;

/** What the queue page counts; acts that concern this PC alone travel with them, as their hashes. */
export function waitingForPost(db: ReadDb): { readonly entries: number; readonly scans: number } {
  return { entries: queueSummary(db).waiting, scans: listScansToSend(db, mostScans).filter(({ lostAt }) => lostAt === null).length };
}

/** Writes what waits as one letter to the hub. Nothing leaves the queue by it: only the hub's answer does that. */
export async function writeLetter(deps: LetterDeps, { db, office, now }: QueryContext): Promise<WrittenLetter> {
  const { keys, newId } = deps;
  const waiting = listUnanswered(db, 0, mostEntries);
  const scans = await scansOf(deps, db);
  const content: z.input<typeof letterToHub> = {
    pushes: grouped(waiting).map((batch) => pushBody(listPushed(db, batch), keys.privateKey)),
    pull: pullBody(readContact(db).cursor),
    scans: scans.map(({ sha256, bytes }) => ({ sha256, bytes: bytes.length })),
  };
  const header: LetterHeader = {
    protocol: protocolVersion,
    kind: 'to-hub',
    letterId: newId(),
    deviceId: office.deviceId,
    officeCode: office.officeCode,
    deviceNo: office.deviceNo,
    writtenAt: now,
  };
  const body = letterBody(
    await promisify(gzip)(JSON.stringify(content)),
    scans.map(({ bytes }) => bytes),
  );
  const unsigned = Buffer.from(unsignedLetter(header, sealFor(keys.hubSealKey, letterSealContext(header), body)));
  const bytes = Buffer.concat([unsigned, sign(null, unsigned, keys.privateKey)]);
  return { letterId: header.letterId, entries: waitingForPost(db).entries, scans: scans.length, bytes };
}

/** As many as a letter carries, in the order in which they would go over the line; one that the vault has lost stays behind. */
async function scansOf({ vault }: LetterDeps, db: ReadDb): Promise<{ readonly sha256: string; readonly bytes: Uint8Array }[]> {
  const scans: { sha256: string; bytes: Uint8Array }[] = [];
  let total = 0;
  for (const { sha256 } of listScansToSend(db, mostScans)) {
    const bytes = await vault.get(sha256).catch(() => undefined);
    if (!bytes) continue;
    total += bytes.length;
    if (total > letterLimits.scanBytes) break;
    scans.push({ sha256, bytes });
  }
  return scans;
}
