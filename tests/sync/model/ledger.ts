import type { Taken } from '../checkers/money-conserved.ts';
import type { Given } from '../checkers/unique-ids.ts';
import type { ModelEntry } from './model-entry.ts';

/** What the clerks of all offices did and were told, whatever became of the files. */
export interface Ledger {
  readonly wrote: (entry: ModelEntry, outcome: 'ok' | 'maybe') => void;
  /** Its file was set back and nobody knows it yet: its number may have been given before, which only the hub can find out. */
  readonly wroteUnknowing: (entry: ModelEntry, outcome: 'ok' | 'maybe') => void;
  /** The clerk never heard, and nothing was written. */
  readonly tried: (op: string) => void;
  /** Its file is gone and the hub has not got it, so nobody can promise it any more. */
  readonly forget: (entry: ModelEntry) => void;
  /** As `forget`; and nobody was told, so that its number may be given again, which only paper knows. */
  readonly loseTrace: (entry: ModelEntry) => void;
  readonly acts: () => readonly Taken[];
  /** Receipts by the entry that took the money. */
  readonly receipts: () => readonly Taken[];
  readonly given: () => readonly Given[];
  readonly hashes: () => ReadonlySet<string>;
}

export function openLedger(): Ledger {
  const acts = new Map<string, Taken>();
  const receipts = new Map<string, Taken>();
  const given: Given[] = [];
  const hashes = new Set<string>();
  const untraced = new Set<string>();
  const wrote: Ledger['wrote'] = ({ act: { op, receipt, amountCents }, pushed: { entryId, hash } }, outcome) => {
    acts.set(op, { id: op, outcome, amountCents });
    given.push({ id: entryId, to: hash });
    hashes.add(hash);
    if (receipt !== '') receipts.set(entryId, { id: entryId, outcome, amountCents });
  };
  const forget = ({ act: { op, receipt, amountCents }, pushed: { entryId } }: ModelEntry): void => {
    acts.set(op, { id: op, outcome: 'maybe', amountCents });
    if (receipt !== '') receipts.set(entryId, { id: entryId, outcome: 'maybe', amountCents });
  };
  return {
    wrote: (entry, outcome) => {
      wrote(entry, outcome);
      if (entry.act.receipt !== '') given.push({ id: entry.act.receipt, to: entry.pushed.entryId });
    },
    wroteUnknowing: wrote,
    tried: (op) => {
      if (!acts.has(op)) acts.set(op, { id: op, outcome: 'maybe', amountCents: 0 });
    },
    forget,
    loseTrace: (entry) => {
      forget(entry);
      untraced.add(entry.pushed.entryId);
    },
    acts: () => [...acts.values()],
    receipts: () => [...receipts.values()],
    given: () => given.filter(({ to }) => !untraced.has(to)),
    hashes: () => hashes,
  };
}
