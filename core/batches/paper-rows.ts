import type { FeeLine } from '#shared/domain/fee.ts';
import type { Reference } from '#shared/domain/reference.ts';
import { ratingOf } from '#shared/domain/batch/unit.ts';
import { cellOf } from '#shared/domain/batch/judged-row.ts';
import type { QueryContext } from '../context.ts';
import { listFeeLines } from '../payments/service.ts';
import { seenBatch } from './access.ts';
import { billOf } from './bill.ts';
import { listFileNames, listRows, type BatchRow } from './row-store.ts';
import { listUnits } from './unit-store.ts';

/** A motorcycle as the sheet on top of a batch names it. */
interface PaperUnit {
  readonly position: number;
  readonly chassis: string;
  readonly engineNumber: string;
  readonly model: string;
  readonly feeCents: number;
}

/** What a cover sheet tells of a batch: what was paid for once it was, before that what is good by now; and every row that stays behind. */
export function coverFacts(cx: QueryContext, reference: Reference, id: string) {
  const batch = seenBatch(cx, id);
  const rows = listRows(cx.db, id);
  const sent = listUnits(cx.db, id).map(({ unit }) => ({ ...unit, model: `${unit.make} ${unit.model}` }));
  const goesOn = new Set(sent.map(({ position }) => position));
  const isGoing = ({ position, state }: BatchRow) => (sent.length > 0 ? goesOn.has(position) : state === 'good');
  const good = sent.length > 0 ? { units: sent, lines: listFeeLines(cx.db, id) } : goodFacts(cx, reference, rows.filter(isGoing));
  return { batch, fileNames: listFileNames(cx.db, id), ...good, others: rows.filter((row) => !isGoing(row)) };
}

interface GoodFacts {
  readonly units: readonly PaperUnit[];
  readonly lines: readonly FeeLine[];
}

function goodFacts(cx: QueryContext, reference: Reference, rows: readonly BatchRow[]): GoodFacts {
  const bill = billOf(cx, reference, rows);
  const units = rows.map((row) => ({
    position: row.position,
    chassis: cellOf(row.cells, 'chassis'),
    engineNumber: cellOf(row.cells, 'engineNumber'),
    model: `${cellOf(row.cells, 'make')} ${cellOf(row.cells, 'model')}, ${ratingOf(row.cells)} cc`,
    feeCents: bill.eachCents(row),
  }));
  return { units, lines: bill.lines };
}

/** The motorcycles of a batch that was paid for, for those who may see it. */
export function slipFacts(cx: QueryContext, id: string) {
  return { batch: seenBatch(cx, id), units: listUnits(cx.db, id) };
}
