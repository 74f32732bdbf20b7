import { dayOf } from '#shared/base/instant.ts';
import type { DrivingReference, TestCentre } from '#shared/domain/driving-class.ts';
import type { ReferenceUpdate } from '#shared/domain/reference-update.ts';
import { isAboutVehicle, type ServiceBody } from '#shared/domain/services/services.ts';
import type { ActContext } from '../acts/act.ts';
import { listReferenceUpdates } from './reference.ts';

/** What is known of driving, and which office runs each test centre. */
export interface HubDriving extends DrivingReference {
  readonly centres: readonly TestCentre[];
}

/** What these applications are judged by. Those about vehicles are judged by none of it, so nothing is read for them. */
export async function drivingFor(cx: ActContext, bodies: readonly ServiceBody[]): Promise<HubDriving> {
  return bodies.every(isAboutVehicle) ? cx.driving : drivingInForce(cx);
}

/** What is in force at this moment. */
export async function drivingInForce({ sql, now, driving }: ActContext): Promise<HubDriving> {
  const today = dayOf(now);
  const begun = (await listReferenceUpdates(sql)).filter(({ effectiveFrom }) => effectiveFrom <= today);
  return begun.toSorted((one, other) => (one.effectiveFrom < other.effectiveFrom ? -1 : 1)).reduce(withUpdate, driving);
}

function withUpdate(driving: HubDriving, update: ReferenceUpdate): HubDriving {
  if (update.table === 'driving-classes') return { ...driving, classes: update.body.classes };
  if (update.table === 'driving-rules') return { ...driving, rules: update.body.rules };
  if (update.table === 'test-centres') return { ...driving, centres: update.body.centres };
  return driving;
}
