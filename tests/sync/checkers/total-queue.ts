import { outcomesOf, type Written } from './written.ts';

export interface QueueHistory {
  readonly enqueued: readonly Written[];
  /** What came out at the other end, each as often as it did. */
  readonly dequeued: readonly string[];
}

/** `lost`: went in and never came out. `twice`: came out more often than it went in. `strange`: came out and never went in. */
export interface QueueFault {
  readonly fault: 'lost' | 'twice' | 'strange';
  readonly id: string;
}

/** Jepsen's `total-queue`: what goes in comes out, exactly once. */
export function totalQueue({ enqueued, dequeued }: QueueHistory): readonly QueueFault[] {
  const outcomes = outcomesOf(enqueued);
  const times = new Map<string, number>();
  for (const id of dequeued) times.set(id, (times.get(id) ?? 0) + 1);
  return [
    ...enqueued.filter(({ id, outcome }) => outcome === 'ok' && !times.has(id)).map(({ id }) => ({ fault: 'lost' as const, id })),
    ...[...times].filter(([, count]) => count > 1).map(([id]) => ({ fault: 'twice' as const, id })),
    ...[...times.keys()].filter((id) => (outcomes.get(id) ?? 'failed') === 'failed').map((id) => ({ fault: 'strange' as const, id })),
  ];
}
