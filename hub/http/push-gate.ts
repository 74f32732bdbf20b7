import { HubRefusal } from '../refusal.ts';
import { limits } from './limits.ts';
import { openPace } from './pace.ts';
import { openTurns } from './turns.ts';

/**
 * Lets so many pushes work at once that the database keeps connections for everything else, and has no more wait than will be answered
 * soon. The others are told when to come again: one after the other, as fast as the hub works.
 */
export interface PushGate {
  /** Throws before a body is read for nothing. */
  refuseWhenFull(): void;
  /** Takes a place, or throws before anything is spent on the push. Its sender is proved while others work; then it works in its turn. */
  pass<S extends Sender, T>(prove: () => Promise<S>, work: (sender: S) => Promise<T>): Promise<T>;
}

interface Sender {
  readonly id: string;
}

export function openPushGate(nowMs: () => number = () => performance.now()): PushGate {
  const { pushesAtOnce, pushesWaiting, pushAnswerMs } = limits;
  const turns = openTurns(pushesAtOnce);
  const pace = openPace(nowMs);
  const ofDevice = openOwnPlaces();
  let inside = 0;
  const refuseWhenFull = () => {
    const isLate = inside >= pushesAtOnce && pace.msFor(inside + 1) > pushAnswerMs;
    if (isLate || inside === pushesAtOnce + pushesWaiting) throw crowded(pace.book(inside));
  };
  const timed = async <T>(work: () => Promise<T>): Promise<T> => {
    const [beganMs, before] = [nowMs(), turns.working()];
    const done = await work();
    const after = turns.working();
    pace.took(nowMs() - beganMs, { least: Math.min(before, after), most: Math.max(before, after) });
    return done;
  };
  return {
    refuseWhenFull,
    pass: async (prove, work) => {
      refuseWhenFull();
      inside += 1;
      try {
        const sender = await prove();
        return await ofDevice(sender.id, () => turns.take(() => timed(() => work(sender))));
      } finally {
        inside -= 1;
      }
    },
  };
}

/** A few for each device, so that none fills the hub alone. */
function openOwnPlaces() {
  const taken = new Map<string, number>();
  return async <T>(id: string, work: () => Promise<T>): Promise<T> => {
    const own = taken.get(id) ?? 0;
    if (own >= limits.pushesAtOnceOfDevice) throw crowded(1);
    taken.set(id, own + 1);
    try {
      return await work();
    } finally {
      const left = (taken.get(id) ?? 1) - 1;
      if (left === 0) taken.delete(id);
      else taken.set(id, left);
    }
  };
}

function crowded(retryAfterSeconds: number): HubRefusal {
  return new HubRefusal(429, 'hub.crowded', { retryAfterSeconds });
}
