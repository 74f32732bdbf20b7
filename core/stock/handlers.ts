import { addDays, dayOf, type Day } from '#shared/base/instant.ts';
import { dueDay } from '#shared/domain/working-day.ts';
import { daysOfAge, platesAfterWorkingDays, stockStates, type StockAge } from '#shared/domain/stock-unit.ts';
import { shelfDays } from '#shared/domain/shelf.ts';
import { cellOf } from '#shared/domain/batch/judged-row.ts';
import type { Reference } from '#shared/domain/reference.ts';
import { hasUnits, listBatches, rowKnowledge, type ReadingDesk } from '../batches/service.ts';
import type { QueryContext } from '../context.ts';
import type { FeatureHandlers } from '../handler.ts';
import { AppError } from '../refusal.ts';
import { seenDealerById, seenPin, seenUnit } from './access.ts';
import { deskOf, intakeOf, readStockFile, takeInStockFile } from './file.ts';
import { cancelSale, sell, withdraw } from './sell.ts';
import {
  countBefore,
  countByModel,
  countByState,
  countStock,
  insertStockUnit,
  listStock,
  type KnownStockUnit,
  type StockFilter,
} from './store.ts';
import { factsOf, intakeProblems, knownMetal } from './take-in.ts';

export interface StockDeps {
  readonly reference: Reference;
  readonly desk: ReadingDesk;
}

/** Units of one page, which are as many as one act may be about. */
const pageOf = 200;

/** A dealer's motorcycles from intake to hand-over. */
export function stockHandlers({ reference, desk }: StockDeps): FeatureHandlers<'stock'> {
  return {
    list: (cx, { text, state, age, model, lacksPlates, from, beyond }) => {
      const lackingSince = lacksPlates ? dueSince(dayOf(cx.now), reference) : null;
      const filter = { dealerPin: seenPin(cx), text, state, model, ...periodOf(age, cx), lackingSince };
      const units = listStock(cx.db, filter, { from, beyond, limit: pageOf });
      const [first] = units;
      // Most questions are answered by one page, and what is looked for by a part of its number is looked for once.
      const isAll = beyond === null && units.length < pageOf;
      const isStart = isAll || (beyond === null && from === 'start') || first === undefined;
      return {
        units: units.map(shownTo(cx)),
        total: isAll ? units.length : countStock(cx.db, filter),
        before: isStart ? 0 : countBefore(cx.db, filter, first),
      };
    },
    sum: (cx) => {
      const dealerPin = seenPin(cx);
      const platesDueSince = dueSince(dayOf(cx.now), reference);
      const counts = countByState(cx.db, dealerPin);
      const everything = { dealerPin, text: '', state: null, model: null, from: null, before: null };
      return {
        counts,
        takenIn: stockStates.reduce((sum, one) => sum + counts[one], 0),
        models: [...countByModel(cx.db, dealerPin)],
        lacking: countStock(cx.db, { ...everything, lackingSince: platesDueSince }),
        platesDueSince,
      };
    },
    takeIn: (cx, { dealerId, texts }) => {
      const dealer = seenDealerById(cx, dealerId);
      const known = rowKnowledge(reference, cx.now);
      const problems = intakeProblems(texts, known);
      if (problems.length > 0)
        throw new AppError(
          'stock.not-good',
          { chassis: cellOf(texts, 'chassis') },
          problems.map(({ field, code, facts }) => ({ step: 'take-in', field, code, facts })),
        );
      const unit = factsOf(cx.newId(), texts, known);
      const metal = knownMetal(cx.db, unit);
      if (metal && 'plate' in metal) throw new AppError('stock.registered-already', { chassis: unit.chassis, plate: metal.plate });
      if (metal) throw new AppError('stock.there-already', { chassis: metal.stock.chassis, engine: metal.stock.engineNumber });
      insertStockUnit(cx.db, dealer.kraPin, { unit, at: cx.now });
      cx.setSubject(`stock:${unit.id}`);
      cx.setPayload({ ...intakeOf(dealer), units: [unit], at: cx.now });
      cx.announce('stock');
      return { id: unit.id, chassis: unit.chassis };
    },
    readFile: (cx, { dealerId, file, readId }) => {
      const dealer = seenDealerById(cx, dealerId);
      return readStockFile(cx, { desk, known: rowKnowledge(reference, cx.now) }, { dealer, file, readId });
    },
    takeInFile: (cx, { dealerId, readId }) => {
      const dealer = seenDealerById(cx, dealerId);
      const read = desk.held(readId, { userId: cx.actor.id, batchId: deskOf(dealerId) });
      return takeInStockFile(cx, dealer, { read, known: rowKnowledge(reference, cx.now) });
    },
    sell: (cx, wanted) => sell(cx, wanted, reference),
    cancelSale,
    withdraw,
    saleChoices: (cx, { unitId }) => {
      const { dealerPin, dealerName } = seenUnit(cx, unitId);
      const open = listBatches(cx.db, null).filter(({ id, dealer }) => dealer.kraPin === dealerPin && !hasUnits(cx.db, id));
      return {
        dealerName,
        batches: open.map(({ id, number }) => ({ id, number })),
        collectionPoints: rowKnowledge(reference, cx.now).collectionPoints.map(({ code, name }) => ({ code, name })),
      };
    },
    catalogue: () => ({ models: reference.models.models.map(({ make, model, ratingCc }) => ({ make, model, ratingCc })) }),
  };
}

/** The first day of registration whose plates are not due yet: what was registered before it and has none lacks them. */
function dueSince(today: Day, { holidays }: Pick<Reference, 'holidays'>): Day {
  let day = today;
  while (dueDay(addDays(day, -1), platesAfterWorkingDays, holidays) >= today) day = addDays(day, -1);
  return day;
}

function periodOf(age: StockAge | null, { now }: Pick<QueryContext, 'now'>): Pick<StockFilter, 'from' | 'before'> {
  if (age === null) return { from: null, before: null };
  const { from, to } = daysOfAge(age);
  const today = dayOf(now);
  return { from: to === null ? null : addDays(today, -to), before: addDays(today, 1 - from) };
}

function shownTo({ now }: QueryContext) {
  return ({ dealerPin: _dealerPin, changedAt: _changedAt, ...unit }: KnownStockUnit) => ({
    ...unit,
    days: shelfDays(unit.takenInAt, now),
  });
}
