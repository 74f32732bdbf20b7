import { beforeAll, describe, expect, it } from 'vitest';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import type { EntryAnswer } from '#shared/protocol/messages.ts';
import type { DeviceDouble } from '#tests/support/device.ts';
import { isHere, skipNote } from '#tests/support/hub.ts';
import { submissionOf, submitAct } from '#tests/support/submission.ts';
import { trials } from '#tests/support/tier.ts';
import { holdsNothing, now, openLoadStage, pushTo, type LoadStage } from './stage.ts';

const drills = trials(30, 100);
const claimants = trials(50, 200);

describe.skipIf(!isHere('postgres'))(`one vehicle and two offices${skipNote('postgres')}`, () => {
  let stage: LoadStage;
  let urls: readonly [string, string];
  beforeAll(async () => {
    stage = await openLoadStage(300);
    urls = [(await stage.openHub()).url, (await stage.openHub()).url];
  });

  /** Sells these vehicles to both offices in the same moment, the second in the other order, each office through its hub. */
  const sellTwice = async (hubs: readonly [string, string], sold: readonly Vehicle[]): Promise<readonly EntryAnswer[]> => {
    const [one, other] = await stage.offices(2);
    if (!one || !other) throw new Error('There are no offices');
    const batchOf = (device: DeviceDouble, vehicles: readonly Vehicle[]) =>
      vehicles.map((vehicle) => device.write(submitAct(submissionOf(device, vehicle, now()))));
    const answers = await Promise.all([
      pushTo(hubs[0], one, batchOf(one, sold)),
      pushTo(hubs[1], other, batchOf(other, sold.toReversed())),
    ]);
    return answers.flat();
  };
  const holdsOf = async (vehicles: readonly Vehicle[]): Promise<number> =>
    (
      await stage.read(
        `SELECT application_id FROM application_hold JOIN application ON application.id = application_id
         WHERE state = 'in-review' AND application_hold.key = ANY (string_to_array($1, ','))`,
        vehicles.map(({ plate }) => `plate:${plate}`).join(','),
      )
    ).length;

  it.each([
    ['one hub', 0],
    ['two hubs over one database', 1],
  ] as const)(
    `through %s: one sale stands, the other is a conflict that names it, ${drills} times`,
    async (_, second) => {
      for (let drill = 0; drill < drills; drill += 1) {
        const sold = stage.vehicles.slice(drill + second * 100, drill + second * 100 + 1);
        const answers = await sellTwice([urls[0], urls[second]], sold);
        expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual(['applied', 'conflict']);
        expect(answers.find(({ outcome }) => outcome === 'conflict')).toMatchObject({ what: 'vehicle.open-application' });
        expect(await holdsOf(sold)).toBe(1);
      }
    },
    120_000,
  );

  it('of ten vehicles in batches of opposite order each is sold once', async () => {
    const sold = stage.vehicles.slice(210, 220);
    const answers = await sellTwice(urls, sold);
    expect(answers.filter(({ outcome }) => outcome === 'applied')).toHaveLength(10);
    expect(answers.filter(({ outcome }) => outcome === 'conflict')).toHaveLength(10);
    expect(await holdsOf(sold)).toBe(10);
  });

  it(`of ${claimants} claims at once for one vehicle exactly one is applied`, async () => {
    const sold = stage.vehicles.slice(230, 231);
    const devices = await stage.offices(claimants);
    const claims = devices.map((device, n) =>
      pushTo(urls[n % 2] ?? '', device, [device.write(submitAct(submissionOf(device, sold[0] ?? fail(), now())))]),
    );
    const outcomes = (await Promise.all(claims)).flat().map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'applied')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(claimants - 1);
    expect(await holdsOf(sold)).toBe(1);
  }, 120_000);

  it('is found out where a hub believes that it has a vehicle without holding it', async () => {
    const naive = [(await stage.openHub(holdsNothing)).url, (await stage.openHub(holdsNothing)).url] as const;
    const answers = await sellTwice(naive, stage.vehicles.slice(240, 245));
    expect(answers.filter(({ outcome }) => outcome === 'applied').length).toBeGreaterThan(5);
  });
});

function fail(): never {
  throw new Error('There is no vehicle');
}
