import { storageFailureOf } from '../db/failure.ts';
import { verifyJournal } from '../journal/verify.ts';
import { AppError } from '../refusal.ts';
import type { Storage } from '../storage.ts';
import type { Found } from './drill-order.ts';

/** What every practice act takes: 1,500 and 750 shillings, as a transfer of a small motorcycle costs. */
export const practiceCents = 2250_00;

/** What a file that SQLite will not open or read is to a drill; anything else is a bug and thrown on. */
export function brokenFile(error: unknown): undefined {
  if (error instanceof AppError || storageFailureOf(error)) return undefined;
  throw error;
}

/** Looks at a practice file as an auditor would: every page, every row, the money, the numbers and the chain. */
export function lookAtBooks(storage: Storage, deviceId: string): Found {
  try {
    const { acts, payments, sumCents, uniqueNumbers, last } = totals(storage);
    const agree = acts === payments && sumCents === payments * practiceCents;
    const chain = verifyJournal(storage.reader, deviceId);
    const isSound = agree && chain.faults.length === 0 && isWhole(storage);
    return { acts: payments, gaps: Math.abs(last - uniqueNumbers) + (payments - uniqueNumbers), isBroken: !isSound };
  } catch (error) {
    brokenFile(error);
    return { acts: 0, gaps: 0, isBroken: true };
  }
}

interface Totals {
  readonly acts: number;
  readonly payments: number;
  readonly sumCents: number;
  readonly uniqueNumbers: number;
  readonly last: number;
}

function totals({ reader }: Storage): Totals {
  const row = reader.get<Totals>(
    `SELECT (SELECT count(*) FROM journal WHERE kind = 'applications.open') AS acts, count(*) AS payments,
       coalesce(sum(amount_cents), 0) AS sumCents, count(DISTINCT receipt_number) AS uniqueNumbers,
       coalesce((SELECT last FROM series WHERE kind = 'R'), 0) AS last FROM payment`,
  );
  if (!row) throw new Error('A count gave no row');
  return row;
}

function isWhole({ reader }: Storage): boolean {
  const [checked] = reader.all<{ quick_check: string }>('PRAGMA quick_check');
  return checked?.quick_check === 'ok' && reader.all('PRAGMA foreign_key_check').length === 0;
}
