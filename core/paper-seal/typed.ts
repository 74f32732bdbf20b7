import { standings } from '#shared/domain/application.ts';
import type { Paper } from '#shared/protocol/paper-code.ts';
import type { ReadDb } from '../db/database.ts';
import { countCopies } from '../logbooks/service.ts';
import { findReceipt, listReprints } from '../payments/service.ts';
import { copyMadeAt, factsOf } from './facts.ts';
import { ownShortCode } from './seal.ts';

/** The paper of this PC that bears this number and short code: one signs the same facts again and sees the same signs. */
export function findTypedPaper(db: ReadDb, number: string, shortCode: string): Paper | undefined {
  const typed = plain(shortCode);
  return candidates(db, number.trim().toUpperCase()).find(({ facts, at }) => plain(ownShortCode(db, facts, at)) === typed);
}

/** Whether papers of this number can be found by their short code. */
export function knowsPaper(db: ReadDb, number: string): boolean {
  return candidates(db, number.trim().toUpperCase()).length > 0;
}

/** Everything this PC may have printed under a number whose time is in its rows; slips say the time of their printing, which is not. */
function candidates(db: ReadDb, number: string): Paper[] {
  return [...receipts(db, number), ...copies(db, number)];
}

function receipts(db: ReadDb, number: string): Paper[] {
  const at = findReceipt(db, number)?.takenAt;
  const facts = factsOf.receipt(db, number, null);
  if (at === undefined || !facts) return [];
  const prints = [{ reprint: null, at }, ...listReprints(db, number)];
  // Whatever it was when it was printed.
  return prints.flatMap((print) => standings.map((standing) => ({ facts: { ...facts, copy: print.reprint, standing }, at: print.at })));
}

function copies(db: ReadDb, number: string): Paper[] {
  return Array.from({ length: countCopies(db, number) }, (_, index) => index + 1).flatMap((copy) => {
    const facts = factsOf['logbook-copy'](db, number, copy);
    const at = copyMadeAt(db, number, copy);
    // Copies are made of a record that stands, whatever became of it.
    return facts && at ? [{ facts: { ...facts, standing: 'confirmed' as const }, at }] : [];
  });
}

/** As people type it: dashes, spaces and case do not matter, and look-alikes are read as what was meant. */
function plain(typed: string): string {
  return typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1');
}
