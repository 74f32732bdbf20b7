import type { Taken } from '../checkers/money-conserved.ts';
import type { Given } from '../checkers/unique-ids.ts';
import type { ModelEntry } from './model-entry.ts';

/** What the clerks of all offices did and were told, whatever became of the files. */
export interface Ledger {
  readonly wrote: (entry: ModelEntry, outcome: 'ok' | 'maybe') => void;
  /** The clerk never heard, and nothing was written. */
  readonly tried: (op: string) => void;
  /** Its file is gone and the hub has not got it, so nobody can promise it any more. */
  readonly forget: (entry: ModelEntry) => void;
  readonly acts: () => readonly Taken[];
  readonly receipts: () => readonly Taken[];
  readonly given: () => readonly Given[];
  readonly hashes: () => ReadonlySet<string>;
}

export function openLedger(): Ledger {
  const acts = new Map<string, Taken>();
  const receipts = new Map<string, Taken>();
  const given: Given[] = [];
  const hashes = new Set<string>();
  return {
    wrote: ({ act: { op, receipt, amountCents }, pushed: { entryId, hash } }, outcome) => {
      acts.set(op, { id: op, outcome, amountCents });
      given.push({ id: entryId, to: hash });
      hashes.add(hash);
      if (receipt === '') return;
      receipts.set(receipt, { id: receipt, outcome, amountCents });
      given.push({ id: receipt, to: entryId });
    },
    tried: (op) => {
      if (!acts.has(op)) acts.set(op, { id: op, outcome: 'maybe', amountCents: 0 });
    },
    forget: ({ act: { op, receipt, amountCents } }) => {
      acts.set(op, { id: op, outcome: 'maybe', amountCents });
      if (receipt !== '') receipts.set(receipt, { id: receipt, outcome: 'maybe', amountCents });
    },
    acts: () => [...acts.values()],
    receipts: () => [...receipts.values()],
    given: () => given,
    hashes: () => hashes,
  };
}
