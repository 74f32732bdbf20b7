import type * as z from 'zod';
import type { Instant } from '#shared/base/instant.ts';
import type { EntryAnswer, PushAnswer, PushedEntry, pushRequest } from '#shared/protocol/messages.ts';
import type { ApplyContext } from '../acts/apply.ts';
import { inOffice } from '../db/scope.ts';
import type { Database, Sql } from '../db/sql.ts';
import { certifyEpoch } from '../devices/certificate.ts';
import { isSignedBy, type ChainHead, type Device } from '../devices/device.ts';
import { countersign, type HubKey } from '../hub-key.ts';
import { HubRefusal } from '../refusal.ts';
import { keepAlarm } from './alarm.ts';
import { answerAll } from './answer.ts';
import { chainFault, placeOf } from './chain.ts';
import { insertOpening, openingOf } from './opening.ts';
import { inOrder } from './order.ts';
import {
  insertEntries,
  listStored,
  lockHead,
  moveHead,
  updateAnswer,
  waitingSubjects,
  type AnsweredEntry,
  type StoredEntry,
} from './store.ts';

export interface PushContext extends Omit<ApplyContext, 'sql'> {
  readonly database: Database;
  readonly device: Device;
  readonly key: HubKey;
  readonly now: Instant;
}

/**
 * Takes a batch of a device's journal: checks that it joins the chain, applies each new entry by itself, and repeats the stored answer
 * for each that came before. All in one transaction, so what was answered is what is kept.
 */
export async function push(cx: PushContext, request: z.infer<typeof pushRequest>): Promise<PushAnswer> {
  try {
    return await inOrder(cx.database, cx.device, () => takeSigned(cx, request));
  } catch (error) {
    await keepAlarm(cx, request.entries, error);
    throw error;
  }
}

async function takeSigned(cx: PushContext, { entries, headSignature }: z.infer<typeof pushRequest>): Promise<PushAnswer> {
  const { device, now } = cx;
  const head = entries.at(-1);
  if (!head) throw new HubRefusal(400, 'request.invalid', { field: 'entries' });
  if (!isSignedBy(device, Buffer.from(head.hash, 'hex'), headSignature)) throw new HubRefusal(409, 'chain.signature', { seq: head.seq });
  const { answers, known } = await inOffice(cx.database, device, (sql) => take({ ...cx, sql }, entries));
  const proof = { deviceId: device.id, seq: head.seq, hash: head.hash, at: now };
  const signature = countersign(cx.key, proof);
  return { answers, countersign: { seq: head.seq, hash: head.hash, at: now, signature }, head: known, hubTime: now };
}

type TakeContext = PushContext & { readonly sql: Sql };

interface Taken {
  readonly answers: EntryAnswer[];
  /** Where the chain ends now. */
  readonly known: ChainHead;
}

async function take(cx: TakeContext, entries: readonly PushedEntry[]): Promise<Taken> {
  const { sql, device } = cx;
  // One after the other, but sent at once: whatever waited for the lock is read when it is there.
  const [head, stored, waiting] = await Promise.all([
    lockHead(sql, device),
    listStored(sql, device, entries),
    waitingSubjects(sql, device, entries[0]?.seq ?? 0),
  ]);
  const fault = chainFault({ ...head, deviceId: device.id, entries: stored }, entries);
  if (fault) throw new HubRefusal(409, fault.code, fault.facts);
  const byPlace = new Map(stored.map((entry) => [placeOf(entry), entry]));
  await openEpochs(
    cx,
    entries.filter((entry) => entry.epoch > head.epoch),
  );
  const answered = await answerAll(cx, entries, { stored: byPlace, waiting });
  await keep(cx, answered, byPlace);
  return { answers: answered.map(({ answer }) => answer), known: furthest(head, entries) };
}

/** The first entry of each new epoch is its opening, which `chainFault` has seen to. */
async function openEpochs({ sql, device, key, now }: TakeContext, entries: readonly PushedEntry[]): Promise<void> {
  for (const [index, entry] of entries.entries()) {
    const opening = entry.epoch === entries[index - 1]?.epoch ? undefined : openingOf(entry);
    if (!opening) continue;
    await insertOpening(sql, device, entry, opening, now);
    await certifyEpoch(sql, key, { id: device.id, epoch: opening.epoch }, now);
  }
}

/** The newer of what was known and the last entry of a batch; a newer epoch may end before the older one did, so the epoch counts first. */
function furthest({ epoch, headSeq, headHash }: Awaited<ReturnType<typeof lockHead>>, entries: readonly PushedEntry[]): ChainHead {
  const known = { epoch, seq: headSeq, hash: headHash };
  const last = entries.at(-1);
  if (!last || last.epoch < epoch || (last.epoch === epoch && last.seq <= headSeq)) return known;
  return { epoch: last.epoch, seq: last.seq, hash: last.hash };
}

async function keep(cx: TakeContext, answered: readonly AnsweredEntry[], stored: ReadonlyMap<string, StoredEntry>): Promise<void> {
  const { sql, device } = cx;
  const isNew = ({ entry }: AnsweredEntry) => !stored.has(placeOf(entry));
  const waited = answered.filter(({ entry, answer }) => stored.get(placeOf(entry))?.answer === null && answer.outcome !== 'waiting');
  await Promise.all(waited.map((one) => updateAnswer(sql, device, one)));
  insertEntries(sql, device, answered.filter(isNew), cx.now);
  const head = answered.at(-1);
  if (head) moveHead(sql, device, head.entry);
}
