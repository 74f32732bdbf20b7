import { checkChassis, normaliseChassis } from '#shared/domain/chassis.ts';
import { checkPlate, normalisePlate } from '#shared/domain/plate.ts';
import { findHolder } from '../applications/service.ts';
import { prepared, type FeatureHandlers } from '../handler.ts';
import type { HubClient } from '../sync/hub-client.ts';
import { findVehicle, putVehicle } from './store.ts';

/** The register's vehicles: as this office knows them, or asked of the hub. */
export function vehicleHandlers(hub: HubClient): FeatureHandlers<'vehicles'> {
  return {
    find: (cx, { text }) => {
      const vehicle = findVehicle(cx.db, text) ?? null;
      const named = vehicle ?? { plate: normalisePlate(text), chassis: normaliseChassis(text) };
      const holder = findHolder(cx.db, { ...named, holdKey: '' }, { id: '', openedAt: cx.now });
      const openApplication = holder && { id: holder.id, reference: holder.reference, state: holder.state, since: holder.openedAt };
      return { vehicle, openApplication: openApplication ?? null };
    },
    lookUp: prepared({
      prepare: (_cx, { text }) => hub.lookUp(questionOf(text)),
      execute: (cx, { text }, { vehicle }) => {
        if (vehicle) putVehicle(cx.db, vehicle);
        cx.setSubject(`vehicle:${vehicle?.plate ?? normalisePlate(text)}`);
        cx.setPayload({ found: vehicle !== null });
        cx.announce('vehicles');
        return { vehicle };
      },
    }),
  };
}

/** A text that is a mark is asked for as one; else it is taken for a chassis number. */
function questionOf(text: string): { readonly plate: string | null; readonly chassis: string | null } {
  const plate = checkPlate(text);
  if (plate.ok) return { plate: plate.value.plate, chassis: null };
  const chassis = checkChassis(text);
  return chassis.ok ? { plate: null, chassis: chassis.value.chassis } : { plate: normalisePlate(text), chassis: null };
}
