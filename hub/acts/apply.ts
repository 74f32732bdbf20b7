import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { payloads, type PushedEntry } from '#shared/protocol/messages.ts';
import { isDataFault, isTransient, isUnavailable } from '../db/failure.ts';
import type { HubLog } from '../log.ts';
import { applied, refused, type Act, type ActContext, type ActOutcome } from './act.ts';
import { askRefund } from './ask-refund.ts';
import { cancel } from './cancel.ts';
import { decide } from './decide.ts';
import { decideBatch } from './decide-batch.ts';
import { handOver } from './hand-over.ts';
import { openEpoch } from './open-epoch.ts';
import { giveSheetsBack, receiveSheets } from './receive-sheets.ts';
import { replaceScan } from './replace-scan.ts';
import { resubmit } from './resubmit.ts';
import { askForSeats } from '../seats/ask.ts';
import { giveSeatsBack } from '../seats/give-back.ts';
import { reschedule } from '../seats/reschedule.ts';
import { checkIn } from '../test-day/check-in.ts';
import { giveResult } from '../test-day/give-result.ts';
import { shelfPut } from './shelf-put.ts';
import { shelfSendBack } from './shelf-send-back.ts';
import { cancelStockSale, sellStock, takeInStock, withdrawStock } from './stock.ts';
import { submit } from './submit.ts';
import { resubmitBatch, submitBatch, submitPart } from './submit-batch.ts';
import { submitTogether } from './submit-together.ts';
import { bringTradePlateBack, sendTradePlateOut } from './trade-plate.ts';
import { voidReceipt } from './void-receipt.ts';

type ActKind = keyof typeof payloads;

const acts: { readonly [K in ActKind]: Act<z.output<(typeof payloads)[K]>> } = {
  'applications.submit': submit,
  'applications.resubmit': resubmit,
  'batches.submitPart': submitPart,
  'batches.submit': submitBatch,
  'batches.resubmit': resubmitBatch,
  'batches.askRefund': askRefund,
  'registrar.decideBatch': decideBatch,
  'applications.replaceScan': replaceScan,
  'applications.cancel': cancel,
  'payments.voidReceipt': voidReceipt,
  'registrar.decide': decide,
  'stock.takeIn': takeInStock,
  'stock.sell': sellStock,
  'stock.cancelSale': cancelStockSale,
  'stock.withdraw': withdrawStock,
  'tradePlates.goOut': sendTradePlateOut,
  'tradePlates.comeBack': bringTradePlateBack,
  'shelf.put': shelfPut,
  'shelf.sendBack': shelfSendBack,
  'shelf.handOver': handOver,
  'seats.ask': askForSeats,
  'seats.giveBack': giveSeatsBack,
  'tests.reschedule': reschedule,
  'sheets.receive': receiveSheets,
  'sheets.giveBack': giveSheetsBack,
  'testDay.checkIn': checkIn,
  'testDay.giveResult': giveResult,
  'devices.openEpoch': openEpoch,
};

export interface ApplyContext extends Omit<ActContext, 'entry'> {
  readonly log: HubLog;
}

/**
 * Applies one entry inside a savepoint, so that one that is refused undoes itself and nothing else. Kinds without an act are kept as
 * history. A fault of the hub leaves the entry waiting, to be applied again once the hub is mended.
 */
export async function applyEntry(cx: ApplyContext, entry: PushedEntry): Promise<ActOutcome> {
  if (!isActKind(entry.kind)) return applied;
  const { sql } = cx;
  await sql.query('SAVEPOINT act');
  const outcome = await run({ ...cx, entry }, entry.kind, cx.log);
  await sql.query(outcome.outcome === 'applied' ? 'RELEASE SAVEPOINT act' : 'ROLLBACK TO SAVEPOINT act');
  return outcome;
}

/** The kind of act that comes by the dozen after days without a line, and that can be applied many at once. */
export const togetherKind = 'applications.submit' satisfies ActKind;

/** Applies many entries of `togetherKind` at once; none of them where one would have another outcome than `applied`. */
export async function applyTogether(cx: ApplyContext, entries: readonly PushedEntry[]): Promise<boolean> {
  const submissions = entries.flatMap(({ payload }) => payloads[togetherKind].safeParse(parseJson(payload ?? '')).data ?? []);
  if (submissions.length < entries.length) return false;
  // Sent at once with what comes behind it; where it fails, so does that.
  const [, isDone] = await Promise.all([
    cx.sql.query('SAVEPOINT together'),
    submitTogether(cx, submissions).catch((error: unknown) => {
      if (isTransient(error) || isUnavailable(error)) throw error;
      return false;
    }),
  ]);
  if (!isDone) await cx.sql.query('ROLLBACK TO SAVEPOINT together');
  return isDone;
}

async function run(cx: ActContext, kind: ActKind, log: HubLog): Promise<ActOutcome> {
  try {
    return await perform(cx, kind);
  } catch (error) {
    if (isTransient(error) || isUnavailable(error)) throw error;
    if (isDataFault(error)) return refused('entry.unreadable', { field: 'payload' });
    const reference = randomUUID();
    log({
      level: 'error',
      event: 'act.fault',
      facts: { reference, kind, seq: cx.entry.seq, error: error instanceof Error ? (error.stack ?? error.message) : String(error) },
    });
    return { outcome: 'waiting', waitingFor: `hub-fault:${reference}` };
  }
}

async function perform<K extends ActKind>(cx: ActContext, kind: K): Promise<ActOutcome> {
  const parsed = payloads[kind].safeParse(parseJson(cx.entry.payload ?? ''));
  if (!parsed.success) return refused('entry.unreadable', { field: parsed.error.issues[0]?.path.join('.') ?? '' });
  const act = acts[kind] as Act<unknown>;
  return act(cx, parsed.data);
}

export function isActKind(kind: string): kind is ActKind {
  return Object.hasOwn(acts, kind);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
