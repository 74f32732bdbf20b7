import type * as z from 'zod';
import type { stock } from '#shared/contract/stock.ts';
import type { BatchCells, BatchField, BatchProblem } from '#shared/domain/batch/batch-row.ts';
import { matchColumns } from '#shared/domain/batch/batch-columns.ts';
import { isStockField } from '#shared/domain/batch/stock-fields.ts';
import type { RowKnowledge } from '#shared/domain/batch/row-rules.ts';
import type { StockFacts } from '#shared/domain/stock-unit.ts';
import { rememberedHeadings, type Dealer, type ReadFile, type ReadingDesk } from '../batches/service.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import type { ReadDb } from '../db/database.ts';
import { AppError } from '../refusal.ts';
import { TableFailure } from '../table-file/service.ts';
import { insertStockUnit } from './store.ts';
import { factsOf, intakeProblems, knownMetal } from './take-in.ts';

type Read = z.input<(typeof stock)['readFile']['output']>;

/** A delivery, not a register: taken in at once, it holds up an act at the counter for some tens of milliseconds. */
const longestFile = 2_000;
/** Units of one journal entry, well below what the hub reads in one. */
const unitsOfPart = 500;
const faultsShown = 100;

interface FileFault {
  readonly row: number;
  readonly problem: BatchProblem;
}

interface JudgedFile {
  readonly fresh: readonly BatchCells[];
  readonly known: number;
  readonly faults: readonly FileFault[];
}

/** A file in the desk's hands belongs to the stock of one dealer. */
export function deskOf(dealerId: string): string {
  return `stock:${dealerId}`;
}

export async function readStockFile(
  cx: QueryContext,
  { desk, known }: { readonly desk: ReadingDesk; readonly known: RowKnowledge },
  { dealer, file, readId }: { readonly dealer: Dealer; readonly file: File; readonly readId: string },
): Promise<Read> {
  try {
    const read = await desk.read({ readId, batchId: deskOf(dealer.id), userId: cx.actor.id, file, sheet: null });
    if (read.rows.length > longestFile) throw new AppError('stock.file-too-long', { rows: read.rows.length, longest: longestFile });
    const columns = columnsOf(cx.db, dealer, read);
    const judged = judgeFile(cx.db, read, { columns: columns.map(({ field }) => field), known });
    return {
      kind: 'read',
      fileName: read.name,
      rows: judged.fresh.length + judged.known + judged.faults.length,
      fresh: judged.fresh.length,
      known: judged.known,
      faulty: judged.faults.length,
      faults: judged.faults.slice(0, faultsShown).map(({ row, problem: { field, code, facts } }) => ({ row, field, code, facts })),
      columns: [...columns],
    };
  } catch (error) {
    if (error instanceof TableFailure) return { kind: 'fault', fault: error.fault };
    throw error;
  }
}

/** Takes in all good rows at once, in the journal in parts that the hub can read. */
export function takeInStockFile(
  cx: CommandContext,
  dealer: Dealer,
  { read, known }: { readonly read: ReadFile; readonly known: RowKnowledge },
) {
  const columns = columnsOf(cx.db, dealer, read).map(({ field }) => field);
  const judged = judgeFile(cx.db, read, { columns, known });
  const units = judged.fresh.map((cells) => factsOf(cx.newId(), cells, known));
  for (const unit of units) insertStockUnit(cx.db, dealer.kraPin, { unit, at: cx.now });
  cx.setSubject(`dealer:${dealer.kraPin}`);
  for (let from = 0; from < units.length; from += unitsOfPart) {
    cx.recordBefore('stock.takeIn', { ...intakeOf(dealer), units: units.slice(from, from + unitsOfPart), at: cx.now });
  }
  const answer = { added: units.length, known: judged.known, faulty: judged.faults.length };
  cx.setPayload({ dealerPin: dealer.kraPin, fileName: read.name, fileHash: read.hash, ...answer });
  cx.announce('stock');
  return answer;
}

/** Whose intake it is, as the hub and the dealer's other PCs have to know it. */
export function intakeOf({ name, kraPin, phone }: Dealer) {
  return { dealer: { name, kraPin, phone } };
}

function columnsOf(
  db: ReadDb,
  dealer: Dealer,
  { head }: ReadFile,
): readonly { readonly heading: string; readonly field: BatchField | null }[] {
  const taken = new Set<BatchField>();
  return matchColumns(head.headings, rememberedHeadings(db, dealer.id)).map(({ heading, field }) => {
    // A buyer's columns say nothing of stock, and of two columns for one field the first counts.
    const isOwn = field !== null && isStockField(field) && !taken.has(field);
    if (isOwn) taken.add(field);
    return { heading, field: isOwn ? field : null };
  });
}

function judgeFile(
  db: ReadDb,
  { rows }: ReadFile,
  { columns, known }: { readonly columns: readonly (BatchField | null)[]; readonly known: RowKnowledge },
): JudgedFile {
  const seen = new Map<string, number>();
  const fresh: BatchCells[] = [];
  const faults: FileFault[] = [];
  let standing = 0;
  rows.forEach((texts, index) => {
    const row = index + 1;
    const cells = cellsOf(texts, columns);
    if (Object.keys(cells).length === 0) return;
    const facts = factsOf('', cells, known);
    const problem = intakeProblems(cells, known)[0] ?? twinProblem(facts, seen);
    if (problem) return faults.push({ row, problem });
    const metal = knownMetal(db, facts);
    if (metal && 'stock' in metal && metal.stock.chassis === facts.chassis && metal.stock.engineNumber === facts.engineNumber)
      standing += 1;
    else if (metal) faults.push({ row, problem: metalProblem(facts, metal) });
    else fresh.push(cells);
    for (const number of [facts.chassis, facts.engineNumber]) seen.set(number, row);
    return undefined;
  });
  return { fresh, known: standing, faults };
}

function cellsOf(texts: readonly string[], columns: readonly (BatchField | null)[]): BatchCells {
  const pairs = columns.flatMap((field, column) => {
    const text = texts[column]?.trim().slice(0, 300) ?? '';
    return field === null || text === '' ? [] : [[field, text] as const];
  });
  return Object.fromEntries(pairs);
}

function twinProblem({ chassis, engineNumber }: StockFacts, seen: ReadonlyMap<string, number>): BatchProblem | undefined {
  const field = seen.has(chassis) ? 'chassis' : 'engineNumber';
  const row = seen.get(chassis) ?? seen.get(engineNumber);
  return row === undefined ? undefined : { field, code: 'stock.twin', facts: { row }, tone: 'wrong', fixes: [] };
}

function metalProblem(facts: StockFacts, metal: NonNullable<ReturnType<typeof knownMetal>>): BatchProblem {
  if ('plate' in metal) return { field: 'chassis', code: 'stock.registered', facts: { plate: metal.plate }, tone: 'wrong', fixes: [] };
  const field = metal.stock.chassis === facts.chassis ? 'chassis' : 'engineNumber';
  return { field, code: 'stock.other-pair', facts: { chassis: metal.stock.chassis }, tone: 'wrong', fixes: [] };
}
