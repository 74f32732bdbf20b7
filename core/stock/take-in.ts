import type { BatchCells, BatchField, BatchProblem } from '#shared/domain/batch/batch-row.ts';
import { cellOf } from '#shared/domain/batch/judged-row.ts';
import { findMake, findModel } from '#shared/domain/batch/model-catalogue.ts';
import { rowProblems, type RowKnowledge } from '#shared/domain/batch/row-rules.ts';
import { isStockField } from '#shared/domain/batch/stock-fields.ts';
import { ratingOf } from '#shared/domain/batch/unit.ts';
import { normaliseChassis } from '#shared/domain/chassis.ts';
import { normaliseEngineNumber } from '#shared/domain/engine-number.ts';
import type { StockFacts } from '#shared/domain/stock-unit.ts';
import type { ReadDb } from '../db/database.ts';
import { findByMetal, type KnownStockUnit } from './store.ts';

/** What a motorcycle that nobody has bought yet may not be: only its own cells are judged, and what is only asked stops nothing. */
export function intakeProblems(cells: BatchCells, known: RowKnowledge): readonly BatchProblem[] {
  return rowProblems(cells, known).filter(({ field, tone }) => tone === 'wrong' && isStockField(field));
}

/** The motorcycle in the register's own writing; make and model as the catalogue spells them, where it knows them. */
export function factsOf(id: string, cells: BatchCells, { catalogue }: Pick<RowKnowledge, 'catalogue'>): StockFacts {
  const text = (field: BatchField) => cellOf(cells, field);
  const make = findMake(catalogue, text('make'));
  const model = make && findModel(catalogue, make, text('model'));
  return {
    id,
    chassis: normaliseChassis(text('chassis')),
    engineNumber: normaliseEngineNumber(text('engineNumber')),
    make: make?.make ?? text('make'),
    model: model?.model ?? text('model'),
    ratingCc: ratingOf(cells),
    yearOfManufacture: Number(text('year')),
    colour: text('colour'),
    customsEntry: text('customsEntry'),
    invoice: text('invoice'),
  };
}

/** Where one of its numbers stands already: in stock, or in the register. */
export function knownMetal(db: ReadDb, facts: StockFacts): { readonly stock: KnownStockUnit } | { readonly plate: string } | undefined {
  const stock = findByMetal(db, facts);
  if (stock) return { stock };
  const vehicle =
    db.get<{ plate: string }>('SELECT plate FROM vehicle WHERE chassis = ? LIMIT 1', facts.chassis) ??
    db.get<{ plate: string }>('SELECT plate FROM vehicle WHERE engine_number = ? LIMIT 1', facts.engineNumber);
  return vehicle && { plate: vehicle.plate };
}
