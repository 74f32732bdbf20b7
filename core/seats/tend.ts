import type { OfficeIdentity } from '../office/identity.ts';
import type { Storage } from '../storage.ts';
import type { SeatClock } from './clock.ts';
import { tendPool } from './pool.ts';

export interface PoolTendingDeps {
  readonly storage: Storage;
  readonly office: () => OfficeIdentity;
  readonly clock: SeatClock;
  readonly onContact: (listener: () => void) => void;
  readonly now: () => number;
  readonly steadyNow: () => number;
  readonly newId: () => string;
  /** Something was asked for or given back, and waits to be sent. */
  readonly onTended: () => void;
}

/** While the line is there the pool is looked at this often. */
const lookEveryMs = 30_000;

/** Tends the pool of seats whenever the hub is heard; the function it gives does so at once. */
export function openPoolTending({ storage, office, clock, onContact, now, steadyNow, newId, onTended }: PoolTendingDeps): () => void {
  let lookedMs = -Infinity;
  const tend = () => {
    lookedMs = steadyNow();
    if (tendPool(storage, { nowMs: now(), newId, office: office(), at: clock() })) onTended();
  };
  onContact(() => {
    if (steadyNow() - lookedMs >= lookEveryMs) tend();
  });
  return tend;
}
