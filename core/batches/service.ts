import type * as z from 'zod';
import type { UnitOutcome } from '#shared/contract/batch-registration.ts';
import { openProblems, rowState } from '#shared/domain/batch/judged-row.ts';
import type { changeBodies } from '#shared/protocol/messages.ts';
import type { WriteDb } from '../db/database.ts';
import type { Storage } from '../storage.ts';
import { markBack } from './batch-store.ts';
import { removeLoad } from './import.ts';
import { returnedProblems } from './judge.ts';
import { findRowAt, listOpenLoads, updateRow } from './row-store.ts';
import { findUnit, listUnits, putToldUnit, returnQueued } from './unit-store.ts';

export { seenDealer } from './access.ts';
export { findDealer, findDealerByPin, insertDealer, listBatches, rememberedHeadings, type Dealer } from './batch-store.ts';
export { rowKnowledge } from './judge.ts';
export { coverFacts, slipFacts } from './paper-rows.ts';
export { answerRead } from './read-answer.ts';
export { takeRefundBack } from './refund.ts';
export type { ReadFile, ReadingDesk } from './reading-desk.ts';
export { addSaleRows, batchForSale, isOnItsWay, setSaleAside } from './sale-rows.ts';
export { hasUnits, listUnits } from './unit-store.ts';

/** Takes away the rows of files that were being brought in when the program ended; they never counted. */
export async function removeUnfinishedLoads(storage: Storage): Promise<void> {
  for (const loadId of listOpenLoads(storage.reader)) await removeLoad(storage, loadId);
}

/** What the hub says of one motorcycle. One that came back is marked in its row, to be mended where it was typed. */
export function settleUnit(db: WriteDb, { applicationId, unit, outcome }: z.output<(typeof changeBodies)['unit']>): void {
  const known = findUnit(db, applicationId, unit.position);
  // Sent again since: the word that it came back, heard once more, is answered by what is on its way.
  if (known?.state === 'queued' && known.outcome?.state === outcome.state && known.outcome.at === outcome.at) return;
  putToldUnit(db, applicationId, unit, outcome);
  if (outcome.state === 'returned') markRowBack(db, applicationId, unit.position);
}

/** The hub did not take the batch, or not what was sent again: all that was on its way is mended as what a registrar sends back. */
export function returnBatch(db: WriteDb, applicationId: string, { reasons, at }: Pick<UnitOutcome, 'reasons' | 'at'>): void {
  const back = listUnits(db, applicationId).filter(({ state }) => state === 'queued');
  returnQueued(db, applicationId, { state: 'returned', reasons, note: '', plate: null, logbookNumber: null, at });
  for (const { unit } of back) markRowBack(db, applicationId, unit.position);
}

function markRowBack(db: WriteDb, batchId: string, position: number): void {
  const row = findRowAt(db, batchId, position);
  if (!row) return;
  const problems = openProblems(returnedProblems(row, findUnit(db, batchId, position)), row.cells, []);
  updateRow(db, {
    ...row,
    confirmed: row.confirmed.filter((key) => !key.includes(':batch.returned:')),
    problems,
    state: rowState(problems, false),
  });
  markBack(db, batchId);
}
