import { accept } from '../../base/decision.ts';
import { checkChassis } from '../chassis.ts';
import { checkEngineNumber } from '../engine-number.ts';
import type { KnownFacts } from '../party-fields.ts';
import { checkPlate } from '../plate.ts';
import type { FieldProblem, RefusalFacts } from '../refusal.ts';
import type { Vehicle } from '../vehicle.ts';

/** The step in which every service that concerns a vehicle names it. */
const step = 'vehicle';

function at(field: string, code: string, facts: RefusalFacts = {}): FieldProblem {
  return { step, field, code, facts };
}

/** What stops an application about a vehicle: none named, another application holds it, a mark of the register, a slip in what was typed. */
export function vehicleProblems(vehicle: Vehicle | null, known: KnownFacts): FieldProblem[] {
  if (!vehicle) return [at('vehicle.plate', 'missing')];
  const marks = vehicle.marks.map(({ kind, since, by }) => at('vehicle.plate', `vehicle.${kind}`, { since, by }));
  const { openApplication: open } = known;
  const held = open ? [at('vehicle.plate', 'vehicle.open-application', { ...open })] : [];
  return [...held, ...marks, ...(vehicle.source.from === 'paper' ? typedVehicleProblems(vehicle, known) : [])];
}

/** A vehicle read from its paper is checked field by field; the register's own facts are not. */
function typedVehicleProblems(vehicle: Vehicle, known: KnownFacts): FieldProblem[] {
  const checks = [
    ['vehicle.plate', checkPlate(vehicle.plate, vehicle.plateClass)],
    ['vehicle.chassis', checkChassis(vehicle.chassis)],
    [
      'vehicle.engineNumber',
      vehicle.kind === 'trailer' && vehicle.engineNumber === '' ? accept('') : checkEngineNumber(vehicle.engineNumber),
    ],
  ] as const;
  const faults = checks.flatMap(([field, check]) => (check.ok ? [] : [at(field, check.problem.code, check.problem.facts)]));
  const missing = (['make', 'model', 'colour'] as const).filter((field) => vehicle[field].trim() === '');
  const year = vehicle.yearOfManufacture;
  const thisYear = Number(known.today.slice(0, 4));
  const odd = year < 1900 || year > thisYear + 1 ? [at('vehicle.yearOfManufacture', 'vehicle.year', { year, thisYear })] : [];
  return [...faults, ...missing.map((field) => at(`vehicle.${field}`, 'missing')), ...odd];
}

/** What to look at again in a vehicle that was read from its paper. */
export function vehicleWarnings(vehicle: Vehicle | null): FieldProblem[] {
  if (vehicle?.source.from !== 'paper') return [];
  const chassis = checkChassis(vehicle.chassis);
  return chassis.ok ? chassis.value.warnings.map(({ code, facts }) => at('vehicle.chassis', code, facts)) : [];
}
