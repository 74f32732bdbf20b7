import { createHash } from 'node:crypto';
import { setImmediate as giveWay } from 'node:timers/promises';
import { marksOf, numberKeys, type RowMarks } from '#shared/domain/batch/across-rows.ts';
import type { BatchField } from '#shared/domain/batch/batch-row.ts';
import { headingKey } from '#shared/domain/batch/column-match.ts';
import type { RowKnowledge } from '#shared/domain/batch/row-rules.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import type { WriteDb } from '../db/database.ts';
import { AppError } from '../refusal.ts';
import type { Storage } from '../storage.ts';
import { refuseSent, seenBatch } from './access.ts';
import { countRows, noteChanged, rememberHeading, type Batch } from './batch-store.ts';
import { judgeRow, rejudge, type Surroundings } from './judge.ts';
import { findUnit, hasUnits } from './unit-store.ts';
import { planImport, type ImportPlan, type PlannedRow } from './plan.ts';
import type { ReadFile, Reading } from './reading-desk.ts';
import { firstPart, nextPart } from './part-size.ts';
import {
  elsewhereOf,
  finishLoad,
  hasLoad,
  insertLoad,
  insertNumbers,
  insertRow,
  lastRowNo,
  listPeers,
  listRowsAfter,
  removeSome,
  type BatchRow,
  type NumberEntry,
} from './row-store.ts';

/** Rows judged without giving way, and rows taken away at once. */
const rowsAtOnce = 50;

/** Rows of the batch read from the office file at once. */
const rowsReadAtOnce = 500;

/** Of the whole way, what is behind once the rows stand and only their numbers are left. */
const shareOfRows = 0.85;

export interface ImportDeps {
  readonly storage: Storage;
  readonly newId: () => string;
}

/** A file whose rows stand in the office file but count for nobody yet. */
export interface StagedImport {
  readonly loadId: string;
  readonly version: number;
  readonly file: ReadFile;
  readonly plan: ImportPlan;
}

export interface ImportOrder {
  readonly file: ReadFile;
  readonly fields: readonly (BatchField | null)[];
  readonly known: RowKnowledge;
  readonly reading: Reading;
}

/** Writes the rows of a file in many small transactions. Stopped at any moment, nothing of it stays. */
export async function stageImport(deps: ImportDeps, cx: QueryContext, order: ImportOrder): Promise<StagedImport> {
  const batch = seenBatch(cx, order.file.batchId);
  const giveTurn = async () => {
    await giveWay();
    order.reading.signal.throwIfAborted();
  };
  const rows = await readRows(cx, batch.id, giveTurn);
  const table = { headings: order.file.head.headings, rows: order.file.rows, rowNumbers: order.file.rowNumbers, fields: order.fields };
  // The same file once more, read in the same way, has nothing new to say.
  const fileHash = createHash('sha256').update(order.file.hash).update(JSON.stringify(order.fields)).digest('hex');
  const isKnown = hasLoad(cx.db, batch.id, fileHash);
  const plan = isKnown
    ? { added: [], mended: [], unchanged: order.file.rows.length }
    : await planImport(table, { batchNumber: batch.number, rows, newId: deps.newId }, giveTurn);
  const loadId = deps.newId();
  const staged = { loadId, version: batch.version, file: order.file, plan };
  try {
    await writeRows(deps, batch, { ...order, plan, loadId, fileHash, marks: rows.filter(({ state }) => state !== 'aside').map(marksOf) });
    return staged;
  } catch (error) {
    await removeLoad(deps.storage, loadId);
    throw error;
  }
}

/** What stands in the batch already, a part at a time; should it change meanwhile, `finishImport` refuses. */
async function readRows({ db }: QueryContext, batchId: string, giveTurn: () => Promise<void>): Promise<readonly BatchRow[]> {
  const rows: BatchRow[] = [];
  for (;;) {
    const part = listRowsAfter(db, batchId, { after: rows.at(-1)?.position ?? 0, limit: rowsReadAtOnce });
    rows.push(...part);
    if (part.length < rowsReadAtOnce) return rows;
    await giveTurn();
  }
}

interface Writing extends ImportOrder {
  readonly plan: ImportPlan;
  readonly loadId: string;
  readonly fileHash: string;
  /** Of the rows that stand already and are not set aside. */
  readonly marks: readonly RowMarks[];
}

async function writeRows({ storage }: ImportDeps, batch: Batch, writing: Writing): Promise<void> {
  const { plan, loadId, fileHash, file, known, reading, marks } = writing;
  const planned = [...plan.mended, ...plan.added];
  const gone = new Set(plan.mended.map(({ replaces }) => replaces?.id));
  const index = new PeerIndex([...marks.filter(({ id }) => !gone.has(id)), ...planned.map(({ row }) => marksOf(row))]);
  const judge = judgeOf({ storage, batch, known, index });
  storage.transact((db) => insertLoad(db, { id: loadId, batchId: batch.id, fileName: file.name, fileHash }));
  const entries: NumberEntry[] = [];
  await writeParts(storage, planned, {
    reading,
    prepare: (part) => judge(part, reading.signal),
    write: (db, part) => {
      let rowNo = lastRowNo(db);
      for (const { row, replaces } of part) {
        rowNo += 1;
        insertRow(db, row, { batchId: batch.id, loadId, replacesId: replaces?.id ?? null, rowNo });
        for (const key of numberKeys(marksOf(row))) entries.push([key, rowNo]);
      }
    },
    done: (rows) => reading.tell({ stage: 'checking', rows, share: (rows / planned.length) * shareOfRows }),
  });
  // In their order, so that the numbers of a file touch each page of the index once, however large it has become.
  await writeParts(
    storage,
    entries.toSorted(([one], [other]) => (one < other ? -1 : 1)),
    {
      reading,
      prepare: (part) => part,
      write: insertNumbers,
      done: (count) =>
        reading.tell({ stage: 'checking', rows: planned.length, share: shareOfRows + (count / entries.length) * (1 - shareOfRows) }),
    },
  );
  await storage.copied();
  reading.signal.throwIfAborted();
}

interface PartWork<T> {
  readonly reading: Reading;
  /** What is done with a part before its transaction begins. */
  readonly prepare: (part: readonly T[]) => readonly T[] | Promise<readonly T[]>;
  readonly write: (db: WriteDb, part: readonly T[]) => void;
  readonly done: (count: number) => void;
}

/** A small transaction for each part, between which the counter has its turn. */
async function writeParts<T>(storage: Storage, all: readonly T[], { reading, prepare, write, done }: PartWork<T>): Promise<void> {
  for (let from = 0, size = firstPart; from < all.length;) {
    const part = await prepare(all.slice(from, from + size));
    // No further ahead of the copy than a part: whoever waits for it waits for little more than their own act.
    await storage.copied();
    await giveWay();
    reading.signal.throwIfAborted();
    const startedMs = performance.now();
    storage.transact((db) => write(db, part));
    size = nextPart(size, performance.now() - startedMs);
    from += part.length;
    done(from);
  }
}

interface Judging {
  readonly storage: Storage;
  readonly batch: Batch;
  readonly known: RowKnowledge;
  readonly index: PeerIndex;
}

function judgeOf({ storage, batch, known, index }: Judging) {
  const peersOf: Surroundings['peersOf'] = (one) => index.peersOf(one);
  const sentAs: Surroundings['sentAs'] = hasUnits(storage.reader, batch.id)
    ? (position) => findUnit(storage.reader, batch.id, position)
    : () => undefined;
  return async (part: readonly PlannedRow[], signal: AbortSignal): Promise<readonly PlannedRow[]> => {
    const judged: PlannedRow[] = [];
    for (let from = 0; from < part.length; from += rowsAtOnce) {
      await giveWay();
      signal.throwIfAborted();
      const some = part.slice(from, from + rowsAtOnce);
      const elsewhere = elsewhereOf(
        storage.reader,
        batch.id,
        some.map(({ row }) => marksOf(row)),
      );
      for (const { row, replaces } of some) judged.push({ row: judgeRow(row, { known, elsewhere, peersOf, sentAs }), replaces });
    }
    return judged;
  };
}

/** Rows by what they may share, in memory because those of a file do not count yet. Each row that is judged is among them. */
class PeerIndex {
  readonly #byKey = new Map<string, RowMarks[]>();

  constructor(all: readonly RowMarks[]) {
    for (const marks of all) {
      for (const key of numberKeys(marks)) {
        const known = this.#byKey.get(key);
        if (known) known.push(marks);
        else this.#byKey.set(key, [marks]);
      }
    }
  }

  peersOf(marks: RowMarks): readonly RowMarks[] {
    const peers: RowMarks[] = [];
    for (const key of numberKeys(marks)) {
      const sharing = this.#byKey.get(key) ?? [];
      // Most numbers are of the row itself alone.
      if (sharing.length > 1) peers.push(...sharing);
    }
    return peers;
  }
}

/** The last small step: all rows count at once, and what stood beside the mended ones is judged anew. */
export function finishImport(cx: CommandContext, staged: StagedImport, { fields, known }: Pick<ImportOrder, 'fields' | 'known'>) {
  const { file, plan, loadId } = staged;
  const batch = seenBatch(cx, file.batchId);
  if (batch.version !== staged.version) throw new AppError('batch.changed-meanwhile');
  if (plan.added.length > 0) refuseSent(cx, batch);
  finishLoad(cx.db, loadId);
  rejudgeNeighbours(cx, plan.mended, { batchId: batch.id, known });
  file.head.headings.forEach((heading, column) => {
    const key = headingKey(heading);
    if (key !== '') rememberHeading(cx.db, batch.dealer.id, { key, field: fields[column] ?? null });
  });
  if (plan.added.length + plan.mended.length > 0) noteChanged(cx.db, batch.id, { by: cx.actor.id, at: cx.now });
  const answer = { added: plan.added.length, mended: plan.mended.length, unchanged: plan.unchanged, counts: countRows(cx.db, batch.id) };
  cx.setSubject(`batch:${batch.id}`);
  cx.setPayload({ batchId: batch.id, number: batch.number, fileName: file.name, fileHash: file.hash, ...answer });
  cx.announce('batches');
  return answer;
}

/** A mended number may have freed the row that stood against the slip, or stand against another. */
function rejudgeNeighbours(
  cx: CommandContext,
  mended: readonly PlannedRow[],
  { batchId, known }: { readonly batchId: string; readonly known: RowKnowledge },
): void {
  const before = mended.flatMap(({ replaces }) => (replaces ? [replaces] : []));
  const neighbours = before.flatMap((row) => listPeers(cx.db, batchId, marksOf(row)));
  if (neighbours.length > 0) rejudge({ db: cx.db, batchId, known }, neighbours);
}

/** Takes away what is left of files that were not brought in to their end: a part at a time, as they were written. */
export async function removeLoad(storage: Storage, loadId: string): Promise<void> {
  while (!storage.transact((db) => removeSome(db, loadId, rowsAtOnce))) await giveWay();
}
