import { describe, expect, it } from 'vitest';
import { HubRefusal } from '../refusal.ts';
import { limits } from './limits.ts';
import { openPushGate } from './push-gate.ts';

/** Work that goes on until it is let go, and a count of what works at this moment. */
function openWorkshop() {
  const ends: (() => void)[] = [];
  let most = 0;
  let now = 0;
  return {
    ends,
    most: () => most,
    work: async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise<void>((resolve) => ends.push(resolve));
      now -= 1;
    },
  };
}

const { pushesAtOnce, pushesWaiting, pushesAtOnceOfDevice } = limits;

function refusalOf(error: unknown): HubRefusal | undefined {
  return error instanceof HubRefusal ? error : undefined;
}

describe('the gate of the pushes', () => {
  it('lets so many work, has so many wait, refuses the rest, and all that wait get their turn', async () => {
    const [gate, workshop] = [openPushGate(), openWorkshop()];
    const inside = Array.from({ length: pushesAtOnce + pushesWaiting }, (_, device) => gate.pass(`device-${device}`, workshop.work));
    const refused = await gate.pass('one-more', workshop.work).catch(refusalOf);
    expect([refused?.status, refused?.code]).toEqual([429, 'hub.crowded']);
    expect(() => gate.refuseWhenFull()).toThrow('hub.crowded');
    let done = false;
    const all = Promise.all(inside).then(() => (done = true));
    while (!done) {
      workshop.ends.shift()?.();
      await Promise.resolve();
    }
    await all;
    expect(workshop.most()).toBe(pushesAtOnce);
    gate.refuseWhenFull();
  });

  it('lets one device have two at once, and again once they are done, also when they failed', async () => {
    const gate = openPushGate();
    const fails = () => Promise.reject(new Error('broken'));
    for (let round = 0; round < 3; round += 1) {
      const own = Array.from({ length: pushesAtOnceOfDevice }, () => gate.pass('device', fails));
      await expect(gate.pass('device', fails)).rejects.toThrow('hub.crowded');
      await expect(Promise.allSettled(own)).resolves.toMatchObject([{ reason: { message: 'broken' } }, { reason: { message: 'broken' } }]);
    }
  });

  it('has those who came together come again one to five seconds later, not together', async () => {
    const [gate, workshop] = [openPushGate(), openWorkshop()];
    for (let turn = 0; turn < pushesAtOnceOfDevice; turn += 1) void gate.pass('device', workshop.work);
    const seconds = new Set<unknown>();
    for (let turn = 0; turn < 200; turn += 1)
      seconds.add(refusalOf(await gate.pass('device', workshop.work).catch((error: unknown) => error))?.facts['retryAfterSeconds']);
    expect(seconds).toEqual(new Set([1, 2, 3, 4, 5]));
  });
});
