import { checkChassis, normaliseChassis } from '#shared/domain/chassis.ts';
import { checkPlate } from '#shared/domain/plate.ts';
import type { FieldProblem } from '#shared/domain/refusal.ts';

export type VehicleNumber =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: Pick<FieldProblem, 'code' | 'facts'> };

/** Plates have at most eight characters (DOMAIN §2.1), so anything longer is meant as a chassis number. */
const longestPlate = 8;

/** Reads one box that takes either number: a mark of any class, or a chassis or frame number. */
export function readVehicleNumber(typed: string): VehicleNumber {
  const plate = checkPlate(typed);
  if (plate.ok) return { ok: true, text: plate.value.plate };
  const chassis = checkChassis(typed);
  const isLong = normaliseChassis(typed).length > longestPlate;
  if (isLong && chassis.ok) return { ok: true, text: chassis.value.chassis };
  if (isLong && !chassis.ok) return { ok: false, problem: chassis.problem };
  // A chosen name fits no series, yet the register may know it.
  if (plate.problem.code === 'plate.unknown' && plate.problem.facts['mayBeCustomised'] === 1)
    return { ok: true, text: normaliseChassis(typed) };
  return { ok: false, problem: plate.problem };
}
