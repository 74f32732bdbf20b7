import { describe, expect, it } from 'vitest';
import { checkChassis } from '#shared/domain/chassis.ts';
import { checkEngineNumber } from '#shared/domain/engine-number.ts';
import { plateClasses } from '#shared/domain/plate.ts';
import { plateParts } from '#shared/domain/plate-class.ts';
import { partyProblems } from '#shared/domain/party-fields.ts';
import { changeBodies } from '#shared/protocol/messages.ts';
import { demonstrationPeople, demonstrationVehicles } from './demonstration.ts';
import { makePracticeRegister } from './seed.ts';

const { vehicles, people } = makePracticeRegister();
const unique = (texts: readonly string[]) => new Set(texts).size;

describe('the practice register', () => {
  it('has 5,000 vehicles, of which 60 % are motorcycles, and 2,000 people', () => {
    expect([vehicles.length, vehicles.filter(({ kind }) => kind === 'motorcycle').length, people.length]).toEqual([5_000, 3_000, 2_000]);
  });

  it('has no mark, chassis, ID, PIN or phone twice', () => {
    expect([unique(vehicles.map(({ plate }) => plate)), unique(vehicles.map(({ chassis }) => chassis))]).toEqual([5_000, 5_000]);
    expect([
      unique(people.map(({ idNumber }) => idNumber)),
      unique(people.map(({ kraPin }) => kraPin)),
      unique(people.map(({ phone }) => phone)),
    ]).toEqual([2_000, 2_000, 2_000]);
  });

  it('has marks of every class, each in the form of its class', () => {
    expect(new Set(vehicles.map(({ plateClass }) => plateClass))).toEqual(new Set(plateClasses));
    expect(vehicles.filter(({ plate, plateClass }) => plateParts(plate, plateClass) === undefined)).toEqual([]);
  });

  it('holds to the rules for chassis, engines and people, and to the protocol', () => {
    const chassisFaults = vehicles
      .map(({ chassis }) => checkChassis(chassis))
      .filter((check) => !check.ok || (check.value.kind === 'vin' && check.value.warnings.length > 0));
    const engineFaults = vehicles.filter(({ engineNumber, kind }) => kind !== 'trailer' && !checkEngineNumber(engineNumber).ok);
    const personFaults = people.flatMap((person) =>
      partyProblems('buyer', 'buyer', { ...person, organisation: '', organisationNumber: '' }),
    );
    const source = { from: 'registry', asOf: '2026-11-23T06:00:00.000Z' };
    const wireFaults = vehicles.filter((vehicle) => !changeBodies.vehicle.safeParse({ ...vehicle, source }).success);
    expect({ chassisFaults, engineFaults, personFaults, wireFaults }).toEqual({
      chassisFaults: [],
      engineFaults: [],
      personFaults: [],
      wireFaults: [],
    });
  });

  it('marks about three in a hundred as charged, under a caveat or stolen', () => {
    const marked = vehicles.filter(({ marks }) => marks.length > 0);
    expect(marked.length).toBeGreaterThan(100);
    expect(marked.length).toBeLessThan(200);
    expect(new Set(marked.flatMap(({ marks }) => marks.map(({ kind }) => kind)))).toEqual(new Set(['charge', 'caveat', 'stolen']));
  });

  it('has the vehicles and people that trainees know by heart', () => {
    const plates = demonstrationVehicles.map(({ vehicle }) => vehicle.plate);
    expect(vehicles.filter(({ plate }) => plates.includes(plate))).toEqual(demonstrationVehicles.map(({ vehicle }) => vehicle));
    expect(demonstrationVehicles.find(({ vehicle }) => vehicle.plate === 'KMFP324B')?.vehicle).toMatchObject({
      make: 'BAJAJ',
      model: 'BOXER BM150',
      ratingCc: 150,
      owners: [{ name: 'Achieng Grace Ouma' }],
    });
    expect(people).toEqual(expect.arrayContaining(Object.values(demonstrationPeople)));
  });
});
