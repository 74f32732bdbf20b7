import type * as z from 'zod';
import type { Instant } from '#shared/base/instant.ts';
import type { EntryAnswer, PushAnswer, PushedEntry, pushRequest } from '#shared/protocol/messages.ts';
import type { ActOutcome } from '../acts/act.ts';
import { applyEntry, type ApplyContext } from '../acts/apply.ts';
import { inOffice } from '../db/scope.ts';
import type { Database, Sql } from '../db/sql.ts';
import { findHead, isSignedBy, type Device } from '../devices/device.ts';
import { countersign, keyedHash, type HubKey } from '../hub-key.ts';
import { HubRefusal } from '../refusal.ts';
import { keepAlarm } from './alarm.ts';
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
  const { answers, known } = await inOffice(cx.database, device, async (sql) => ({
    answers: await take({ ...cx, sql }, entries),
    known: await findHead(sql, device.id),
  }));
  const proof = { deviceId: device.id, seq: head.seq, hash: head.hash, at: now };
  const signature = countersign(cx.key, proof);
  return { answers, countersign: { seq: head.seq, hash: head.hash, at: now, signature }, head: known, hubTime: now };
}

type TakeContext = PushContext & { readonly sql: Sql };

async function take(cx: TakeContext, entries: readonly PushedEntry[]): Promise<EntryAnswer[]> {
  const { sql, device } = cx;
  const head = await lockHead(sql, device);
  const stored = await listStored(sql, device, entries);
  const fault = chainFault({ ...head, deviceId: device.id, entries: stored }, entries);
  if (fault) throw new HubRefusal(409, fault.code, fault.facts);
  const byPlace = new Map(stored.map((entry) => [placeOf(entry), entry]));
  await openEpochs(
    cx,
    entries.filter((entry) => entry.epoch > head.epoch),
  );
  const answered = await answerAll(cx, entries, byPlace);
  await keep(cx, answered, byPlace);
  return answered.map(({ answer }) => answer);
}

/** The first entry of each new epoch is its opening, which `chainFault` has seen to. */
async function openEpochs({ sql, device, now }: TakeContext, entries: readonly PushedEntry[]): Promise<void> {
  for (const [index, entry] of entries.entries()) {
    const opening = entry.epoch === entries[index - 1]?.epoch ? undefined : openingOf(entry);
    if (opening) await insertOpening(sql, device, entry, opening, now);
  }
}

async function answerAll(
  cx: TakeContext,
  entries: readonly PushedEntry[],
  stored: ReadonlyMap<string, StoredEntry>,
): Promise<AnsweredEntry[]> {
  const waiting = await waitingSubjects(cx.sql, cx.device, entries[0]?.seq ?? 0);
  const answered: AnsweredEntry[] = [];
  for (const entry of entries) {
    const earlier = stored.get(placeOf(entry))?.answer;
    const answer = earlier ? repeated(earlier) : await answerTo(cx, entry, waiting);
    if (answer.outcome === 'waiting' && !waiting.has(entry.subject)) waiting.set(entry.subject, entry.entryId);
    answered.push({ entry, answer });
  }
  return answered;
}

/** The same answer again; what was applied the first time is a duplicate now. */
function repeated(answer: EntryAnswer): EntryAnswer {
  return answer.outcome === 'applied' ? { ...answer, outcome: 'duplicate' } : answer;
}

async function answerTo(cx: TakeContext, entry: PushedEntry, waiting: ReadonlyMap<string, string>): Promise<EntryAnswer> {
  const ahead = waiting.get(entry.subject);
  if (ahead !== undefined) return { entryId: entry.entryId, outcome: 'waiting', waitingFor: ahead };
  return answerOf(entry, await applyEntry(cx, entry), receiptOf(cx.key, entry));
}

/** Only this hub can make it, and it can check it again: HMAC of the entry's hash. */
function receiptOf(key: HubKey, entry: PushedEntry): string {
  return keyedHash(key, 'receipt', entry.hash).toString('hex').slice(0, 32);
}

function answerOf({ entryId }: PushedEntry, outcome: ActOutcome, hubReceipt: string): EntryAnswer {
  return outcome.outcome === 'waiting' ? { entryId, ...outcome } : { entryId, hubReceipt, ...outcome };
}

async function keep(cx: TakeContext, answered: readonly AnsweredEntry[], stored: ReadonlyMap<string, StoredEntry>): Promise<void> {
  const { sql, device } = cx;
  await insertEntries(
    sql,
    device,
    answered.filter(({ entry }) => !stored.has(placeOf(entry))),
    cx.now,
  );
  for (const { entry, answer } of answered) {
    if (stored.get(placeOf(entry))?.answer === null && answer.outcome !== 'waiting') await updateAnswer(sql, device, { entry, answer });
  }
  const head = answered.at(-1);
  if (head) await moveHead(sql, device, head.entry);
}
