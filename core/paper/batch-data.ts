import { standingOf } from '#shared/domain/application.ts';
import { maskIdentityNumber, maskKraPin } from '#shared/domain/mask.ts';
import { addCents } from '#shared/base/money.ts';
import type { BatchProblem } from '#shared/domain/batch/batch-row.ts';
import { cellOf } from '#shared/domain/batch/judged-row.ts';
import type { FeeLine } from '#shared/domain/fee.ts';
import { displayPlate } from '#shared/domain/plate.ts';
import { texts } from '#shared/text/text.ts';
import { partyOf } from '#shared/domain/services/services.ts';
import { findApplication, getApplication, officeName } from '../applications/service.ts';
import { coverFacts, listUnits, slipFacts } from '../batches/service.ts';
import { getFacts } from '../paper-seal/facts.ts';
import { getReceipt, listFeeLines, listRefunds } from '../payments/service.ts';
import type { BatchCoverData, BatchFeeLine, BatchReceiptData, UnitSlipsData } from './batch-papers.ts';
import { AppError } from '../refusal.ts';
import { frame, paperFeeLine, receiptMarks, type PaperSource } from './data.ts';

/** One receipt for a whole batch: how many pay each line, and each motorcycle with its own part. */
export function batchReceiptData(source: PaperSource, receiptNumber: string, reprint: number | null = null): BatchReceiptData {
  const { cx } = source;
  const payment = getReceipt(cx.db, receiptNumber);
  const application = getApplication(cx.db, payment.applicationId);
  const dealer = partyOf(application.body, 'dealer');
  const { marks, madeAt } = receiptMarks(source, payment, reprint);
  return {
    ...frame(cx, { ...getFacts(cx.db, 'receipt', receiptNumber), copy: reprint }, madeAt),
    ...marks,
    batchNumber: application.reference,
    standing: standingOf(application.state),
    dealerName: dealer.organisation,
    dealerMaskedPin: maskKraPin(dealer.kraPin),
    feeLines: listFeeLines(cx.db, application.id).map((line) => batchLine(source, line)),
    totalCents: payment.amountCents,
    refunds: listRefunds(cx.db, application.id),
    receiptNumber,
    payerName: payment.payer,
    payerMaskedId: maskKraPin(dealer.kraPin),
    payment: { method: payment.method, code: payment.code, state: payment.state },
    clerkName: payment.clerkName,
    takenAt: payment.takenAt,
    units: listUnits(cx.db, application.id).map(({ unit }) => ({
      row: unit.position,
      chassis: unit.chassis,
      engineNumber: unit.engineNumber,
      model: `${unit.make} ${unit.model}`,
      amountCents: unit.feeCents,
    })),
  };
}

/** The sheet on top of a batch, before it is paid for and after. */
export function batchCoverData(source: PaperSource, id: string): BatchCoverData {
  const { cx, reference } = source;
  const { batch, units, lines, fileNames, others } = coverFacts(cx, reference, id);
  const application = findApplication(cx.db, id);
  return {
    ...frame(cx, application ? getFacts(cx.db, 'batch-cover', batch.number) : null, cx.now),
    batchNumber: batch.number,
    standing: standingOf(application?.state ?? 'draft'),
    dealerName: batch.dealer.name,
    dealerMaskedPin: maskKraPin(batch.dealer.kraPin),
    broughtBy: batch.ownerName,
    fileName: fileNames.join(', '),
    receivedAt: batch.openedAt,
    receiptNumber: application?.receiptNumber ?? null,
    feeLines: lines.map((line) => batchLine(source, line)),
    totalCents: addCents(...lines.map(({ amountCents }) => amountCents)),
    refunds: listRefunds(cx.db, id),
    goodUnits: units.map(({ position, chassis, engineNumber, model, feeCents }) => ({
      row: position,
      chassis,
      engineNumber,
      model,
      amountCents: feeCents,
    })),
    otherRows: others.map(({ position, cells, problems, state }) => ({
      row: position,
      state: state === 'aside' ? 'set-aside' : 'bad',
      chassis: cellOf(cells, 'chassis'),
      reason: problems.map((problem) => problemSentence(source, problem)).join(' '),
    })),
  };
}

/** A slip for each motorcycle of a batch that was paid for, or for one. */
export function unitSlipsData({ cx, reference }: PaperSource, id: string, position: number | null): UnitSlipsData {
  const { batch, units } = slipFacts(cx, id);
  const wanted = units.filter(({ unit }) => position === null || unit.position === position);
  if (wanted.length === 0) throw new AppError('batch.not-sent', { number: batch.number });
  return {
    ...frame(cx, getFacts(cx.db, 'unit-slips', batch.number), cx.now),
    batchNumber: batch.number,
    dealerName: batch.dealer.name,
    slips: wanted.map(({ unit, state, outcome }) => ({
      row: unit.position,
      state,
      chassis: unit.chassis,
      engineNumber: unit.engineNumber,
      model: `${unit.make} ${unit.model}, ${unit.ratingCc} cc`,
      ownerName: unit.owners.map(({ name }) => name).join(' & '),
      ownerMaskedId: maskIdentityNumber(unit.owners[0]?.idNumber ?? ''),
      collectionOffice: { code: unit.collectionOffice, name: officeName(reference, unit.collectionOffice) },
      plate: outcome?.plate ? displayPlate(outcome.plate, 'motorcycle') : null,
      logbookNumber: outcome?.logbookNumber ?? null,
    })),
  };
}

function batchLine({ reference, locale }: PaperSource, line: FeeLine): BatchFeeLine {
  const { units = 1 } = line;
  return { ...paperFeeLine(line, reference, locale), units, eachCents: line.amountCents / units };
}

function problemSentence({ locale }: PaperSource, { code, facts, field }: BatchProblem): string {
  const { batches, problems } = texts[locale];
  const sentence = batches.problem[code] ?? problems.sentences[facts['length'] === 0 ? 'missing' : code];
  return `${batches.field[field]}: ${sentence?.(facts) ?? problems.other(code)}`;
}
