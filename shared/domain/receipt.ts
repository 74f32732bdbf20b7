import { mayBecome, standingOf, type ApplicationState } from './application.ts';
import { paymentStates, type PaymentState } from './payment.ts';

/** Why a receipt is declared void (FEATURES F2). */
export const voidReasons = ['wrong-case', 'wrong-details', 'paid-twice', 'money-returned', 'other'] as const;
export type VoidReason = (typeof voidReasons)[number];

/** Why a receipt is printed a second time. */
export const reprintReasons = ['lost', 'not-readable', 'second-copy', 'other'] as const;
export type ReprintReason = (typeof reprintReasons)[number];

/** What a receipt is at a glance: where its money stands, or void whatever became of the money. */
export const receiptStates = [...paymentStates, 'void'] as const;
export type ReceiptState = PaymentState | 'void';

/**
 * Why a receipt must stay good in its application's state: an approval has spent the money, and a registrar who reads a case must not have
 * the money taken away from under it.
 */
export function voidProblem(state: ApplicationState): 'receipt.spent' | 'receipt.in-review' | undefined {
  if (standingOf(state) === 'confirmed') return 'receipt.spent';
  return state === 'in-review' ? 'receipt.in-review' : undefined;
}

/** No case goes on without money: one that still could is cancelled with its receipt. */
export function isCancelledWithReceipt(state: ApplicationState): boolean {
  return mayBecome(state, 'cancelled');
}

/** The same money is receipted anew where only the writing was wrong, so its code may be used once more. */
export function freesCode(reason: VoidReason): boolean {
  return reason === 'wrong-case' || reason === 'wrong-details';
}

/** One receipt as its series counts it. */
export interface SeriesReceipt {
  readonly receiptNumber: string;
  readonly amountCents: number;
  readonly isVoid: boolean;
}

/** The receipts of one letter: whether the numbers from the first to the last are all there (FEATURES F3). */
export interface ReceiptSeries {
  readonly letter: string;
  readonly first: string;
  readonly last: string;
  readonly count: number;
  readonly voided: number;
  /** Numbers that no receipt has; anything here is a fault. */
  readonly missing: readonly string[];
  /** Of receipts that are good. */
  readonly goodCents: number;
  readonly voidedCents: number;
}

const numberShape = /^(R-\S+-\d+([A-Z]{1,2})-)(\d+)$/u;

/** `lastTaken`: how far each letter's numbers were given out, where the report reaches to now; then the end of a series cannot be missing unseen. */
export function receiptSeries(
  receipts: readonly SeriesReceipt[],
  lastTaken: ReadonlyMap<string, number> = new Map<string, number>(),
): readonly ReceiptSeries[] {
  const byHead = Map.groupBy(receipts, ({ receiptNumber }) => numberShape.exec(receiptNumber)?.[1] ?? receiptNumber);
  return [...byHead]
    .map(([head, own]) => seriesOf(head, own, lastTaken))
    .toSorted((one, other) => one.letter.length - other.letter.length || (one.letter < other.letter ? -1 : 1));
}

function seriesOf(head: string, receipts: readonly SeriesReceipt[], lastTaken: ReadonlyMap<string, number>): ReceiptSeries {
  const letter = numberShape.exec(`${head}0`)?.[2] ?? '';
  const numbers = receipts.map(({ receiptNumber }) => Number(receiptNumber.slice(head.length))).toSorted((one, other) => one - other);
  const [first = 0] = numbers;
  const last = Math.max(numbers.at(-1) ?? 0, lastTaken.get(letter) ?? 0);
  const present = new Set(numbers);
  const write = (number: number) => `${head}${String(number).padStart(6, '0')}`;
  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return {
    letter,
    first: write(first),
    last: write(numbers.at(-1) ?? 0),
    count: receipts.length,
    voided: receipts.filter(({ isVoid }) => isVoid).length,
    missing: all.filter((number) => !present.has(number)).map(write),
    goodCents: centsOf(receipts, false),
    voidedCents: centsOf(receipts, true),
  };
}

function centsOf(receipts: readonly SeriesReceipt[], isVoid: boolean): number {
  return receipts.filter((one) => one.isVoid === isVoid).reduce((sum, { amountCents }) => sum + amountCents, 0);
}
