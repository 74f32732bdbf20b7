import type { Day, Instant } from '#shared/base/instant.ts';
import { drivingRulesOn, type DrivingRules } from '#shared/domain/driving-class.ts';
import type { Reference } from '#shared/domain/reference.ts';
import { officeName } from '../applications/service.ts';
import type { QueryContext } from '../context.ts';
import type { ReadDb } from '../db/database.ts';
import { AppError } from '../refusal.ts';

/** One session of tests at a centre on a day. */
export interface Sitting {
  readonly centre: string;
  readonly day: Day;
  readonly session: string;
}

export function getCentre({ testCentres }: Reference, code: string) {
  const centre = testCentres.centres.find((one) => one.code === code);
  if (!centre) throw new AppError('act.not-found', { what: 'test-centre', code });
  return centre;
}

/** Check-in and results are the business of the office that runs the centre, and of no other. */
export function refuseOtherOffice({ office }: Pick<QueryContext, 'office'>, reference: Reference, code: string): void {
  const { officeCode } = getCentre(reference, code);
  if (officeCode !== office.officeCode) throw new AppError('test.not-our-centre', { office: officeName(reference, officeCode) });
}

/** When this PC last heard all that the hub has to say; null: never. */
export function heardAllAt(db: ReadDb): Instant | null {
  return db.get<{ at: Instant | null }>('SELECT heard_all_at AS at FROM sync_state WHERE one = 1')?.at ?? null;
}

/** What a test of that day is judged by. */
export function testRulesOn({ drivingRules }: Reference, day: Day): DrivingRules {
  return drivingRulesOn(drivingRules.rules, day);
}
