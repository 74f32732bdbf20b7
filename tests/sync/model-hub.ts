import type { EntryAnswer } from '#shared/protocol/messages.ts';
import type { HubRefusal } from '#core/sync/hub-reply.ts';

/** An entry as the model knows it. */
export interface ModelEntry {
  readonly seq: number;
  readonly entryId: string;
  /** The hub cannot read its payload. */
  readonly unreadable: boolean;
  /** The hub waits with it until this many entries are here. */
  readonly waitsForSeq: number;
  /** The hub says no to it. */
  readonly refused: boolean;
}

export interface ModelPush {
  readonly entry: ModelEntry;
  readonly withheld: boolean;
}

/** What the real hub promises, in fifty lines: contiguous batches, an answer per entry, the stored answer to a repeat, changes in order. */
export interface ModelHub {
  readonly push: (batch: readonly ModelPush[]) => readonly EntryAnswer[] | HubRefusal;
  readonly pull: (after: number) => { readonly changes: readonly number[]; readonly next: number; readonly more: boolean };
  readonly answers: ReadonlyMap<string, EntryAnswer>;
  /** How often each entry was applied: once, or the hub is broken. */
  readonly applied: ReadonlyMap<string, number>;
  readonly changes: number;
}

const pageSize = 3;

export function openModelHub({ forgetful }: { readonly forgetful: boolean }): ModelHub {
  const stored = new Map<number, ModelPush>();
  const answers = new Map<string, EntryAnswer>();
  const applied = new Map<string, number>();
  let changes = 0;

  const answer = ({ entry, withheld }: ModelPush): EntryAnswer => {
    const { entryId } = entry;
    const known = forgetful ? undefined : answers.get(entryId);
    if (known) return known.outcome === 'applied' ? { ...known, outcome: 'duplicate' } : known;
    if (entry.waitsForSeq > stored.size) return { entryId, outcome: 'waiting', waitingFor: String(entry.waitsForSeq) };
    const fresh: EntryAnswer =
      entry.refused && !withheld
        ? { entryId, outcome: 'refused', hubReceipt: `receipt ${entryId}`, code: 'party.not-owner', facts: {} }
        : { entryId, outcome: 'applied', hubReceipt: `receipt ${entryId}` };
    answers.set(entryId, fresh);
    applied.set(entryId, (applied.get(entryId) ?? 0) + 1);
    changes += 1;
    return fresh;
  };

  return {
    answers,
    applied,
    get changes() {
      return changes;
    },
    push: (batch) => {
      if (batch.some(({ entry, withheld }) => entry.unreadable && !withheld)) return refusal(400, 'request.invalid');
      const first = batch[0]?.entry.seq ?? 0;
      if (first > stored.size + 1) return refusal(409, 'chain.gap');
      if (batch.some(({ entry }, index) => entry.seq !== first + index)) return refusal(409, 'chain.order');
      for (const one of batch) if (!stored.has(one.entry.seq)) stored.set(one.entry.seq, one);
      return batch.map(answer);
    },
    pull: (after) => {
      const next = Math.min(changes, after + pageSize);
      return { changes: Array.from({ length: next - after }, (_, index) => after + index + 1), next, more: next < changes };
    },
  };
}

export function refusal(status: number, code: string, retryAfterMs: number | null = null): HubRefusal {
  return { kind: 'refusal', status, code, facts: {}, retryAfterMs };
}
