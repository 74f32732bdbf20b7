import { describe, expect, it } from 'vitest';
import { HubRefusal } from '../refusal.ts';
import { limits } from './limits.ts';
import { openPushGate, type PushGate } from './push-gate.ts';

/** Work that goes on until it is let go, and a count of what works at this moment. */
function openWorkshop() {
  const ends: (() => void)[] = [];
  let most = 0;
  let now = 0;
  return {
    most: () => most,
    now: () => now,
    work: async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise<void>((resolve) => ends.push(resolve));
      now -= 1;
    },
    endAll: async (all: readonly Promise<unknown>[]) => {
      let done = false;
      const ended = Promise.allSettled(all).then(() => (done = true));
      while (!done) {
        ends.shift()?.();
        await Promise.resolve();
      }
      await ended;
    },
  };
}

const { pushesAtOnce, pushesWaiting, pushesAtOnceOfDevice, pushAnswerMs } = limits;
const proved = (id: string) => () => Promise.resolve({ id });

async function refusalOf(pass: Promise<unknown>): Promise<HubRefusal | undefined> {
  const error = await pass.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof HubRefusal ? error : undefined;
}

/** How many at once it lets in before it sends one away. */
function fill(gate: PushGate, work: () => Promise<void>): Promise<void>[] {
  const inside: Promise<void>[] = [];
  for (;;) {
    try {
      gate.refuseWhenFull();
    } catch {
      return inside;
    }
    inside.push(gate.pass(proved(`device-${inside.length}`), work));
  }
}

/** A gate that has answered a crowd, one push after the other in so many ms. */
async function gateAt(paceMs: number) {
  let now = 0;
  const gate = openPushGate(() => now);
  for (let crowd = 0; crowd < 10; crowd += 1) {
    const workshop = openWorkshop();
    const inside = Array.from({ length: pushesAtOnce }, (_, device) => gate.pass(proved(`device-${device}`), workshop.work));
    await Promise.resolve();
    while (workshop.now() < pushesAtOnce) await Promise.resolve();
    now += paceMs * pushesAtOnce;
    await workshop.endAll(inside);
  }
  return { gate, pass: (ms: number) => (now += ms) };
}

describe('the gate of the pushes', () => {
  it('lets so many work, has so many wait, refuses the rest unproved, and all that wait get their turn', async () => {
    const [{ gate }, workshop] = [await gateAt(1), openWorkshop()];
    const inside = fill(gate, workshop.work);
    expect(inside).toHaveLength(pushesAtOnce + pushesWaiting);
    const refused = await refusalOf(gate.pass(() => Promise.reject(new Error('not to be proved')), workshop.work));
    expect([refused?.status, refused?.code]).toEqual([429, 'hub.crowded']);
    await workshop.endAll(inside);
    expect(workshop.most()).toBe(pushesAtOnce);
    gate.refuseWhenFull();
  });

  it.each([15, 25, 50])('has no more inside than it will answer soon, at %i ms each', async (paceMs) => {
    const [{ gate }, workshop] = [await gateAt(paceMs), openWorkshop()];
    const inside = fill(gate, workshop.work);
    expect(inside).toHaveLength(Math.floor(pushAnswerMs / paceMs));
    await workshop.endAll(inside);
  });

  it('lets so many work however slow they are', async () => {
    const [{ gate }, workshop] = [await gateAt(10_000), openWorkshop()];
    const inside = fill(gate, workshop.work);
    expect(inside).toHaveLength(pushesAtOnce);
    await workshop.endAll(inside);
  });

  it('lets one device have two at once, and again once they are done, also when they failed', async () => {
    const gate = openPushGate();
    const fails = () => Promise.reject(new Error('broken'));
    for (let round = 0; round < 3; round += 1) {
      const own = Array.from({ length: pushesAtOnceOfDevice }, () => gate.pass(proved('device'), fails));
      await expect(gate.pass(proved('device'), fails)).rejects.toThrow('hub.crowded');
      await expect(Promise.allSettled(own)).resolves.toMatchObject([{ reason: { message: 'broken' } }, { reason: { message: 'broken' } }]);
    }
  });

  it('gives a place back that an impostor had', async () => {
    const gate = openPushGate();
    const impostors = Array.from({ length: 1_000 }, async () =>
      refusalOf(gate.pass(() => Promise.reject(new HubRefusal(401, 'device.unknown')), fail)),
    );
    for (const refused of await Promise.all(impostors)) expect(['device.unknown', 'hub.crowded']).toContain(refused?.code);
    const workshop = openWorkshop();
    const inside = fill(gate, workshop.work);
    expect(inside.length).toBeGreaterThan(pushesAtOnce);
    await workshop.endAll(inside);
  });

  it('has a crowd come again at the pace at which it is answered, none of it later than a minute', async () => {
    const [{ gate, pass }, workshop] = [await gateAt(50), openWorkshop()];
    const inside = fill(gate, workshop.work);
    const told = async () => Number((await refusalOf(gate.pass(proved('one more'), workshop.work)))?.facts['retryAfterSeconds']);
    const seconds: number[] = [];
    for (let office = 0; office < 400; office += 1) seconds.push(await told());
    // Asked back 25 a second, which is faster than the 20 a second that are answered, behind the second that those inside take.
    expect(seconds.filter((second) => second === 10).length).toBeCloseTo(25, -1);
    expect([seconds[0], seconds.at(-1)]).toEqual([1, 17]);
    for (let office = 0; office < 2_000; office += 1) seconds.push(await told());
    expect(Math.max(...seconds)).toBe(60);
    pass(120_000);
    expect(await told()).toBe(1);
    await workshop.endAll(inside);
  });
});

function fail(): Promise<void> {
  throw new Error('Not to be worked');
}
