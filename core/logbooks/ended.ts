import { displayPlate } from '#shared/domain/plate.ts';
import { AppError } from '../refusal.ts';
import type { Logbook } from './store.ts';

/** Nothing more is printed of a logbook, or given out, once a newer one took its place. */
export function refuseEnded({ endedBy, vehicle }: Logbook): void {
  if (endedBy) throw new AppError('logbook.ended', { plate: displayPlate(vehicle.plate), number: endedBy.number, since: endedBy.at });
}
