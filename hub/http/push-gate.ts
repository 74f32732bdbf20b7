import { randomInt } from 'node:crypto';
import { HubRefusal } from '../refusal.ts';
import { limits } from './limits.ts';

/**
 * Lets so many pushes work at once that the database keeps connections for everything else, has so many more wait for their turn, and
 * tells the others when to come again.
 */
export interface PushGate {
  /** Throws before a body is read for nothing. */
  refuseWhenFull(): void;
  pass<T>(deviceId: string, work: () => Promise<T>): Promise<T>;
}

export function openPushGate(): PushGate {
  const byDevice = new Map<string, number>();
  const waiting: (() => void)[] = [];
  let working = 0;
  const refuseWhenFull = () => {
    if (waiting.length >= limits.pushesWaiting) throw crowded();
  };
  const takeTurn = () => {
    if (working === limits.pushesAtOnce) return new Promise<void>((resolve) => waiting.push(resolve));
    working += 1;
    return undefined;
  };
  const giveTurn = () => {
    const next = waiting.shift();
    if (next) next();
    else working -= 1;
  };
  return {
    refuseWhenFull,
    pass: async (deviceId, work) => {
      refuseWhenFull();
      const own = byDevice.get(deviceId) ?? 0;
      if (own >= limits.pushesAtOnceOfDevice) throw crowded();
      byDevice.set(deviceId, own + 1);
      await takeTurn();
      try {
        return await work();
      } finally {
        giveTurn();
        const left = (byDevice.get(deviceId) ?? 1) - 1;
        if (left === 0) byDevice.delete(deviceId);
        else byDevice.set(deviceId, left);
      }
    },
  };
}

/** Offices that came together do not come again together. */
function crowded(): HubRefusal {
  return new HubRefusal(429, 'hub.crowded', { retryAfterSeconds: randomInt(1, 6) });
}
