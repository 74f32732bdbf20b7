import type { Moment } from './backoff.ts';
import type { SyncEffect } from './engine-io.ts';

/** One step in the making: its moment, and the effects gathered so far. */
export interface Turn extends Moment {
  readonly effects: SyncEffect[];
}

export function announce(turn: Turn, ...topics: readonly ('queue' | 'line')[]): void {
  turn.effects.push({ kind: 'announce', topics });
}
