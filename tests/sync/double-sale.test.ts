import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { standingOf } from '#shared/domain/application.ts';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import { act, openTestCore, type Desk } from '../support/core.ts';
import { openTestHub, usualDatabase, type TestHub } from '../support/hub.ts';
import { trials } from '../support/tier.ts';
import { mpesaCode, soldByOwner } from '../support/transfer-body.ts';
import { pay, transferReadyToPay } from '../support/transfer-case.ts';

const drills = trials(10, 100);

describe('two offices that sell one vehicle while their lines are down', () => {
  let test: TestHub;
  let cursor: string;
  let payments = 0;
  beforeAll(async () => {
    test = await openTestHub(usualDatabase);
    cursor = (await (await test.device('NRB01')).pullAll()).next;
  });
  afterAll(() => test?.close());

  const coreAt = async (officeCode: string) =>
    openTestCore({ hub: { url: test.hub.url, code: await test.hub.enrolCode(officeCode), cursor } });

  /** Sold, paid and receipted, in a journal that nobody else has seen. */
  const sell = async (desk: Desk, vehicle: Vehicle): Promise<Sale> => {
    const ready = await transferReadyToPay(desk, soldByOwner(vehicle));
    payments += 1;
    return { plate: vehicle.plate, id: ready.id, receipt: await pay(desk, ready, mpesaCode(payments)) };
  };

  const lineOf = async ({ client }: Desk, { id }: Sale) => (await client.applications.get({ id })).line;

  it(`get one CONFIRMED and one card that says who, where and when, ${drills} times`, { timeout: 0 }, async () => {
    const [nairobi, kisumu] = [await coreAt('NRB01'), await coreAt('KSM01')];
    const [here, there, registrar] = [await nairobi.signedIn('clerk'), await kisumu.signedIn('clerk'), await nairobi.signedIn('registrar')];
    const desks = [here, there];
    for (const desk of desks) await desk.client.office.cutLine({ cut: true });
    const vehicles = Array.from({ length: drills }, () => test.nextVehicle());
    const sales = await Promise.all(desks.map((desk) => inTurn(vehicles, (vehicle) => sell(desk, vehicle))));
    await Promise.all(desks.map((desk) => desk.client.office.cutLine({ cut: false })));
    const states = () => Promise.all(desks.map((desk, at) => inTurn(sales[at] ?? [], async (sale) => (await lineOf(desk, sale)).state)));
    await eventually(desks, async () => expect((await states()).flat()).not.toContain('queued'));
    for (const won of await winners(registrar))
      await act(registrar.client.registrar.decide, { ...won, outcome: 'approved', reasons: [], note: '' });
    await eventually(desks, async () => expect((await states()).flat()).not.toContain('in-review'));

    const [ofHere = [], ofThere = []] = await states();
    const wrong = vehicles.filter((_vehicle, index) => {
      const pair = [ofHere[index] ?? 'draft', ofThere[index] ?? 'draft'];
      return !pair.map(standingOf).includes('confirmed') || pair.filter((state) => state === 'conflict').length !== 1;
    });
    expect(wrong.map(({ plate }) => plate)).toEqual([]);
    await inTurn(vehicles, async (_vehicle, index) => {
      const loser = ofHere[index] === 'conflict' ? 0 : 1;
      const [office, clerk] = loser === 0 ? ['KSM01', 'Clerk Wa Majaribio'] : ['NRB01', 'Clerk Wa Majaribio'];
      const card = await desks[loser]?.client.applications.get({ id: sales[loser]?.[index]?.id ?? '' });
      expect(card?.decision).toMatchObject({ outcome: 'conflict', by: clerk, office, at: expect.stringMatching(/^2026-11-/u) });
      expect(card?.line).toMatchObject({ receiptNumber: sales[loser]?.[index]?.receipt });
    });
  });

  /** Cases on the registrar's desk, once all of them are there. */
  const winners = async ({ client }: Desk) => {
    const cases = async () => (await client.registrar.list({})).map(({ applicationId }) => ({ applicationId }));
    await eventually([{ client }], async () => expect(await cases()).toHaveLength(drills));
    return cases();
  };
});

interface Sale {
  readonly plate: string;
  readonly id: string;
  readonly receipt: string;
}

async function inTurn<T, R>(all: readonly T[], work: (one: T, index: number) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (const [index, one] of all.entries()) done.push(await work(one, index));
  return done;
}

/** Waits for the hub's word, asking for it as a person does who will not wait for the next poll. */
async function eventually(desks: readonly Pick<Desk, 'client'>[], check: () => Promise<void>): Promise<void> {
  const ask = async () => {
    for (const { client } of desks) await client.queue.tryNow({});
    await check();
  };
  await vi.waitFor(ask, { timeout: 60_000, interval: 300 });
}
