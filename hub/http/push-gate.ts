import { randomInt } from 'node:crypto';
import { HubRefusal } from '../refusal.ts';
import { limits } from './limits.ts';

/** Lets so many pushes in at once that each still gets its turn at the database; the others are told when to come again. */
export interface PushGate {
  /** Throws before a body is read for nothing. */
  refuseWhenFull(): void;
  pass<T>(deviceId: string, work: () => Promise<T>): Promise<T>;
}

export function openPushGate(): PushGate {
  const byDevice = new Map<string, number>();
  let all = 0;
  const refuseWhenFull = () => {
    if (all >= limits.pushesAtOnce) throw crowded();
  };
  return {
    refuseWhenFull,
    pass: async (deviceId, work) => {
      refuseWhenFull();
      const own = byDevice.get(deviceId) ?? 0;
      if (own >= limits.pushesAtOnceOfDevice) throw crowded();
      byDevice.set(deviceId, own + 1);
      all += 1;
      try {
        return await work();
      } finally {
        all -= 1;
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
