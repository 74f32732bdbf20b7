import type { Topic } from '../context.ts';
import { openAlarm } from './alarm.ts';
import { step } from './engine.ts';
import type { Happening, SyncEffect } from './engine-io.ts';
import { initialState, type SyncState } from './engine-state.ts';

/** What is to be done outside the engine; the answer comes at once, later, or not at all. */
export type Work = Exclude<SyncEffect, { kind: 'schedule' | 'announce' }>;

export interface LoopDeps {
  readonly carryOut: (work: Work) => Happening | undefined | Promise<Happening | undefined>;
  readonly now: () => number;
  readonly random: () => number;
  readonly announce: (topics: readonly Topic[]) => void;
}

export interface Loop {
  readonly happen: (happening: Happening) => void;
  readonly state: () => SyncState;
  readonly close: () => Promise<void>;
}

/** Carries out what the engine decides, one step at a time, with no rule of its own. */
export function openLoop({ carryOut, now, random, announce }: LoopDeps): Loop {
  const waiting: Happening[] = [];
  const underWay = new Set<Promise<void>>();
  let state = initialState;
  let isStepping = false;
  let isClosed = false;
  const alarm = openAlarm({ now, ring: () => happen({ kind: 'tick' }) });

  const happen = (happening: Happening): void => {
    if (isClosed) return;
    waiting.push(happening);
    if (isStepping) return;
    isStepping = true;
    try {
      for (let next = waiting.shift(); next; next = waiting.shift()) take(next);
    } finally {
      isStepping = false;
    }
  };

  const take = (happening: Happening): void => {
    const taken = step(state, { ...happening, nowMs: now(), random: random() });
    ({ state } = taken);
    for (const effect of taken.effects) {
      if (effect.kind === 'schedule') alarm.set(effect.atMs);
      else if (effect.kind === 'announce') announce(effect.topics);
      else begin(effect);
    }
  };

  const begin = (work: Work): void => {
    const done = carryOut(work);
    if (done instanceof Promise) {
      const settled = done.then((happening) => happening && happen(happening)).finally(() => underWay.delete(settled));
      underWay.add(settled);
    } else if (done) waiting.push(done);
  };

  return {
    happen,
    state: () => state,
    close: async () => {
      isClosed = true;
      alarm.set(null);
      await Promise.all(underWay);
    },
  };
}
