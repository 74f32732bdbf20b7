import { readFile } from 'node:fs/promises';
import { operatorCommand } from '#hub/operator/command.ts';
import { builtInLimits } from '#shared/domain/offline-limit.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeBodies } from '#shared/protocol/messages.ts';
import type { DeviceDouble } from '../support/device.ts';
import { isHere, openTestHub, skipNote, type TestHub, triedKinds } from '../support/hub.ts';
import { submissionOf, submitAct } from '../support/submission.ts';

for (const kind of triedKinds) {
  describe.skipIf(!isHere(kind))(`the words of the hub over ${kind}${skipNote(kind)}`, () => {
    // Whoever asks a hub with the practice register what is new reads all of it.
    rulesForAll(() => openTestHub(kind, { practice: false }));
    wordsOnTheRegister(() => openTestHub(kind));
  });
}

function offices(open: () => Promise<TestHub>) {
  let made: { readonly test: TestHub; readonly kisumu: DeviceDouble; readonly nyeri: DeviceDouble } | undefined;
  beforeAll(async () => {
    const test = await open();
    made = { test, kisumu: await test.device('KSM01'), nyeri: await test.device('NYR01') };
  });
  afterAll(() => made?.test.close());
  return () => {
    if (made === undefined) throw new Error('The hub is not open yet');
    return made;
  };
}

async function changesOf(device: DeviceDouble, changeKind: string) {
  return (await device.pullAll()).changes.filter((change) => change.kind === changeKind);
}

async function commandsOf(test: TestHub): Promise<ReadonlySet<string>> {
  const acts = await test.database.transaction((sql) =>
    sql.query<{ command: string; operator: string }>('SELECT command, operator FROM operator_act ORDER BY id'),
  );
  expect(acts.every(({ operator }) => operator !== '')).toBe(true);
  return new Set(acts.map(({ command }) => command));
}

function rulesForAll(open: () => Promise<TestHub>): void {
  const now = offices(open);
  const newestLimits = async (device: DeviceDouble) => changeBodies.limits.parse((await changesOf(device, 'limits')).at(-1)?.body);

  it('a new hub says what offices may do without a line', async () => {
    const { kisumu } = now();
    expect(await newestLimits(kisumu)).toEqual(builtInLimits);
  });

  it('the limits of one office are its own, until all are told anew', async () => {
    const { test, kisumu, nyeri } = now();
    const limits = { warnAfterHours: 1, stopAfterHours: 2, warnAtWaiting: 3, stopAtWaiting: 4, stopped: ['registrar.decide'] };
    await test.hub.operate({ name: 'limits', office: 'KSM01', limits });
    expect([await newestLimits(kisumu), (await newestLimits(nyeri)).warnAfterHours]).toEqual([limits, 72]);
    expect(await test.hub.operate({ name: 'limits', office: null, limits: null })).toContain('KSM01');
    await test.hub.operate({ name: 'limits', office: null, limits: { ...limits, stopAfterHours: 9 } });
    expect([(await newestLimits(kisumu)).stopAfterHours, (await newestLimits(nyeri)).stopAfterHours]).toEqual([9, 9]);
    await expect(test.hub.operate({ name: 'limits', office: 'XXX99', limits })).rejects.toThrow('No office XXX99');
  });

  it('a table from a day on is told to every office; one that contradicts the others is not', async () => {
    const { test, kisumu, nyeri } = now();
    const file = JSON.parse(await readFile('resources/reference/driving-rules.json', 'utf8'));
    const classes = JSON.parse(await readFile('resources/reference/driving-classes.json', 'utf8'));
    const command = operatorCommand.parse({
      name: 'reference',
      update: { table: 'driving-rules', effectiveFrom: '2026-12-01', body: { ...file, source: 'Gazette notice 1' } },
    });
    await test.hub.operate(command);
    for (const device of [kisumu, nyeri]) {
      const [told, ...others] = await changesOf(device, 'reference');
      expect([told?.key, changeBodies.reference.parse(told?.body).body.source, others]).toEqual([
        'driving-rules:2026-12-01',
        'Gazette notice 1',
        [],
      ]);
    }
    const few = { ...classes, classes: classes.classes.slice(0, 1) };
    const contradiction = operatorCommand.parse({
      name: 'reference',
      update: { table: 'driving-classes', effectiveFrom: '2026-12-01', body: few },
    });
    await expect(test.hub.operate(contradiction)).rejects.toThrow('would contradict');
    expect(await changesOf(kisumu, 'reference')).toHaveLength(1);
  });

  it('what an operator did stands in a list with who and why', async () => {
    expect(await commandsOf(now().test)).toEqual(new Set(['issue-code', 'limits', 'reference']));
  });
}

function wordsOnTheRegister(open: () => Promise<TestHub>): void {
  const now = offices(open);

  it('a driver that leaves the register is gone for every office', async () => {
    const { test, kisumu, nyeri } = now();
    const thing = 'driver:national-id:90000003';
    await test.hub.operate({ name: 'forget', thing, reason: 'Asked for erasure' });
    expect(await changesOf(nyeri, 'gone')).toContainEqual(expect.objectContaining({ key: thing }));
    expect((await changesOf(kisumu, 'driver')).map(({ key }) => `driver:${key}`)).not.toContain(thing);
  });

  it('a vehicle that leaves the register is gone for every office, and its older word is not sent any more', async () => {
    const { test, kisumu, nyeri } = now();
    const { plate } = test.nextVehicle();
    await test.hub.operate({ name: 'forget', thing: `vehicle:${plate.toLowerCase()}`, reason: 'Written off' });
    for (const device of [kisumu, nyeri]) {
      expect(await changesOf(device, 'gone')).toContainEqual({
        kind: 'gone',
        key: `vehicle:${plate}`,
        body: { kind: 'vehicle', key: plate },
      });
      expect((await changesOf(device, 'vehicle')).filter(({ key }) => key === plate)).toEqual([]);
    }
    await expect(test.hub.operate({ name: 'forget', thing: `vehicle:${plate}`, reason: 'Again' })).rejects.toThrow('Nobody was ever told');
  });

  it('a vehicle with an open application stays', async () => {
    const { test, kisumu, nyeri } = now();
    const vehicle = test.nextVehicle();
    const submission = submissionOf(kisumu, vehicle, test.now());
    await kisumu.act(submitAct(submission));
    await expect(test.hub.operate({ name: 'forget', thing: `vehicle:${vehicle.plate}`, reason: 'Mistake' })).rejects.toThrow(
      submission.reference,
    );
    expect((await changesOf(nyeri, 'vehicle')).some(({ key }) => key === vehicle.plate)).toBe(true);
  });

  it('a person who leaves the register is gone', async () => {
    const { test, kisumu, nyeri } = now();
    const [person] = await changesOf(kisumu, 'person');
    await test.hub.operate({ name: 'forget', thing: `person:${person?.key}`, reason: 'Asked for erasure' });
    expect((await changesOf(nyeri, 'gone')).at(-1)).toMatchObject({ body: { kind: 'person', key: person?.key } });
    expect((await changesOf(nyeri, 'person')).some(({ key }) => key === person?.key)).toBe(false);
  });

  it('who was forgotten stands in the list of what an operator did', async () => {
    expect(await commandsOf(now().test)).toEqual(new Set(['issue-code', 'forget']));
  });
}
