import { outcomesOf, type Written } from './written.ts';

export interface SetHistory {
  readonly written: readonly Written[];
  /** What somebody who looked saw, in the order of looking; the last look is after the faults have ended. */
  readonly reads: readonly ReadonlySet<string>[];
}

/**
 * `lost`: acknowledged and not there at the end. `vanished`: seen and later not there. `strange`: there, though nobody wrote it or its
 * writer was told no.
 */
export interface SetFault {
  readonly fault: 'lost' | 'vanished' | 'strange';
  readonly id: string;
}

/** Jepsen's `set-full`: what was acknowledged, or once seen, stays. */
export function setFull({ written, reads }: SetHistory): readonly SetFault[] {
  const outcomes = outcomesOf(written);
  const last = reads.at(-1) ?? new Set<string>();
  const lost = written.filter(({ id, outcome }) => outcome === 'ok' && !last.has(id)).map(({ id }) => ({ fault: 'lost' as const, id }));
  return [...lost, ...vanished(reads), ...strange(outcomes, reads)];
}

function vanished(reads: readonly ReadonlySet<string>[]): SetFault[] {
  const gone = new Set<string>();
  reads.slice(1).forEach((read, index) => {
    for (const id of reads[index] ?? []) if (!read.has(id)) gone.add(id);
  });
  return [...gone].map((id) => ({ fault: 'vanished', id }));
}

function strange(outcomes: ReadonlyMap<string, Written['outcome']>, reads: readonly ReadonlySet<string>[]): SetFault[] {
  const seen = new Set(reads.flatMap((read) => [...read]));
  return [...seen].filter((id) => (outcomes.get(id) ?? 'failed') === 'failed').map((id) => ({ fault: 'strange', id }));
}
