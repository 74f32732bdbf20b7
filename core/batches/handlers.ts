import { matchColumns } from '#shared/domain/batch/batch-columns.ts';
import { checkKraPin } from '#shared/domain/kra-pin.ts';
import type { Reference } from '#shared/domain/reference.ts';
import { findApplication } from '../applications/service.ts';
import type { QueryContext } from '../context.ts';
import { prepared, type FeatureHandlers } from '../handler.ts';
import { findUser, listUsers } from '../people/service.ts';
import { AppError } from '../refusal.ts';
import { hasSoldInto } from '../stock/service.ts';
import { seenBatch, seenDealer } from './access.ts';
import {
  countRows,
  findDealer,
  findDealerByPin,
  giveTo,
  insertBatch,
  insertDealer,
  isMaker,
  listBatches,
  listDealers,
  markChecked,
  markDeleted,
  placeClerk,
  rememberedHeadings,
  type Batch,
} from './batch-store.ts';
import { billOf } from './bill.ts';
import { openAnew } from './open-anew.ts';
import { draftHandlers } from './draft-acts.ts';
import { finishImport, removeLoad, stageImport, type ImportDeps } from './import.ts';
import { rowKnowledge } from './judge.ts';
import { badRowsFile, templateFile } from './papers.ts';
import { answerRead } from './read-answer.ts';
import type { ReadingDesk } from './reading-desk.ts';
import { moneyHandlers } from './refund.ts';
import { listRows } from './row-store.ts';
import { sendHandlers } from './send.ts';
import { unitHandlers } from './unit-questions.ts';
import { hasUnits } from './unit-store.ts';
import { viewOf } from './view.ts';

export interface BatchDeps extends ImportDeps {
  readonly reference: Reference;
  readonly desk: ReadingDesk;
}

type Handlers = FeatureHandlers<'batches'>;

/** Dealers' batches, from the first row to the second pair of eyes. */
export function batchHandlers(deps: BatchDeps): Handlers {
  return {
    ...dealerHandlers,
    ...lifeHandlers,
    ...fileHandlers(deps),
    ...draftHandlers(deps.reference),
    openAnew: (cx, { id }) => openAnew(cx, id, deps.reference),
    ...sheetHandlers(deps.reference),
    ...sendHandlers(deps.reference),
    ...unitHandlers,
    ...moneyHandlers,
  };
}

const dealerHandlers: Pick<Handlers, 'dealers' | 'addDealer' | 'placeClerk' | 'colleagues'> = {
  dealers: (cx) => {
    const own = seenDealer(cx);
    return { dealers: listDealers(cx.db, own), own };
  },
  addDealer: (cx, { name, kraPin, phone }) => {
    const pin = checkKraPin(kraPin);
    if (!pin.ok || pin.value.holder !== 'non-individual') throw new AppError('dealer.pin-malformed', { pin: kraPin });
    const known = findDealerByPin(cx.db, pin.value.pin);
    if (known) throw new AppError('dealer.known', { name: known.name });
    const id = cx.newId();
    insertDealer(cx.db, { id, name, kraPin: pin.value.pin, phone });
    cx.setPayload({ dealerId: id, name });
    cx.announce('batches');
    return { id };
  },
  placeClerk: (cx, { userId, dealerId }) => {
    if (!findUser(cx.db, userId) || !findDealer(cx.db, dealerId)) throw new AppError('act.not-found', { what: 'dealer' });
    placeClerk(cx.db, userId, dealerId);
    cx.announce('batches');
    return {};
  },
  colleagues: (cx) => {
    const own = seenDealer(cx);
    const sees = (userId: string) => {
      const dealer = seenDealerOf(cx, userId);
      return own === null ? dealer !== undefined : dealer === own;
    };
    const people = listUsers(cx.db).filter(({ id, disabled }) => !disabled && id !== cx.actor.id && sees(id));
    return { people: people.map(({ id, name }) => ({ id, name })) };
  },
};

/** Whose stock another person sees; undefined where that is nobody's. */
function seenDealerOf(cx: Pick<QueryContext, 'db'>, userId: string): string | null | undefined {
  const user = findUser(cx.db, userId);
  if (!user || user.disabled || !user.roles.some((role) => mayWorkOnBatches.has(role))) return undefined;
  try {
    return seenDealer({ db: cx.db, actor: user });
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

const mayWorkOnBatches: ReadonlySet<string> = new Set(['clerk', 'dealer-clerk', 'supervisor']);

const lifeHandlers: Pick<Handlers, 'list' | 'get' | 'open' | 'handOver' | 'check' | 'delete'> = {
  list: (cx) => ({ batches: listBatches(cx.db, seenDealer(cx)).map((batch) => lineOf(cx, batch)) }),
  get: (cx, { id }) => {
    const batch = seenBatch(cx, id);
    return { batch: lineOf(cx, batch), rows: listRows(cx.db, id).map(viewOf) };
  },
  open: (cx, { dealerId }) => {
    const own = seenDealer(cx);
    const dealer = findDealer(cx.db, dealerId);
    if (!dealer || (own !== null && own !== dealerId)) throw new AppError('act.not-found', { what: 'dealer' });
    const [id, number] = [cx.newId(), cx.takeNumber('B')];
    insertBatch(cx.db, { id, number, dealer, ownerId: cx.actor.id, ownerName: cx.actor.name, openedAt: cx.now });
    cx.setSubject(`batch:${id}`);
    cx.setPayload({ batchId: id, number, dealerId });
    cx.announce('batches');
    return { id, number };
  },
  handOver: (cx, { id, toUserId }) => {
    const batch = seenBatch(cx, id);
    const to = findUser(cx.db, toUserId);
    const sees = seenDealerOf(cx, toUserId);
    if (!to || sees === undefined || (sees !== null && sees !== batch.dealer.id))
      throw new AppError('act.not-found', { what: 'colleague' });
    giveTo(cx.db, id, { id: to.id, name: to.name, at: cx.now });
    cx.setSubject(`batch:${id}`);
    cx.setPayload({ batchId: id, number: batch.number, from: batch.ownerName, to: to.name });
    cx.announce('batches');
    return {};
  },
  check: (cx, { id }) => {
    const batch = seenBatch(cx, id);
    if (batch.state === 'sent') throw new AppError('batch.sent-already', { number: batch.number });
    if (isMaker(cx.db, id, cx.actor.id)) throw new AppError('batch.own-check');
    const { good, bad, aside } = countRows(cx.db, id);
    if (bad > 0 || good === 0) throw new AppError('batch.has-problems', { bad, good });
    markChecked(cx.db, id, { by: cx.actor.name, at: cx.now });
    cx.setSubject(`batch:${id}`);
    cx.setPayload({ batchId: id, number: batch.number, good, aside });
    cx.announce('batches');
    return {};
  },
  delete: (cx, { id, reason }) => {
    const batch = seenBatch(cx, id);
    if (hasUnits(cx.db, id)) throw new AppError('batch.sent-already', { number: batch.number });
    if (hasSoldInto(cx.db, id)) throw new AppError('stock.sold-into-batch', { number: batch.number });
    markDeleted(cx.db, id, cx.now);
    cx.setSubject(`batch:${id}`);
    cx.setPayload({ batchId: id, number: batch.number, reason });
    cx.announce('batches');
    return {};
  },
};

function lineOf(cx: Pick<QueryContext, 'db' | 'actor'>, { version: _version, ...batch }: Batch) {
  const isOwnWork = isMaker(cx.db, batch.id, cx.actor.id);
  return { ...batch, isOwnWork, counts: countRows(cx.db, batch.id), sentState: findApplication(cx.db, batch.id)?.state ?? null };
}

/** Rows out of a file: read, looked at, brought in. */
function fileHandlers(deps: BatchDeps): Pick<Handlers, 'readFile' | 'progress' | 'cancel' | 'importRows'> {
  const { desk, reference, storage } = deps;
  return {
    readFile: (cx, { id, file, sheet, readId }) => {
      const remembered = rememberedHeadings(cx.db, seenBatch(cx, id).dealer.id);
      return answerRead(desk, { readId, batchId: id, userId: cx.actor.id, file, sheet }, { match: matchColumns, remembered });
    },
    progress: (cx, { readId }) => desk.progress(readId, cx.actor.id),
    cancel: (cx, { readId }) => {
      desk.cancel(readId, cx.actor.id);
      return {};
    },
    importRows: prepared({
      prepare: (cx, { id, readId, columns }) => {
        const twice = columns.find((field, column) => field !== null && columns.indexOf(field) !== column);
        if (twice) throw new AppError('batch.column-twice', { field: twice });
        const file = desk.held(readId, { userId: cx.actor.id, batchId: id });
        const known = rowKnowledge(reference, cx.now);
        return desk.during(readId, cx.actor.id, (reading) => stageImport(deps, cx, { file, fields: columns, known, reading }));
      },
      execute: (cx, { columns }, staged) => {
        try {
          return finishImport(cx, staged, { fields: columns, known: rowKnowledge(reference, cx.now) });
        } catch (error) {
          setImmediate(() => void removeLoad(storage, staged.loadId));
          throw error;
        }
      },
    }),
  };
}

/** What a batch costs, and what goes out of it as a file. */
function sheetHandlers(reference: Reference): Pick<Handlers, 'fee' | 'template' | 'exportBad'> {
  return {
    fee: (cx, { id }) => {
      seenBatch(cx, id);
      const rows = listRows(cx.db, id).filter(({ state }) => state === 'good');
      const { lines, totalCents } = billOf(cx, reference, rows);
      return { lines: [...lines], totalCents, units: rows.length };
    },
    template: () => templateFile(),
    exportBad: (cx, { id, format, reasonHeading, reasons }) => {
      const batch = seenBatch(cx, id);
      const rows = listRows(cx.db, id).filter(({ state }) => state === 'bad');
      return badRowsFile({ batch, rows, format, reasonHeading, reasonOf: new Map(reasons.map(({ rowId, reason }) => [rowId, reason])) });
    },
  };
}
