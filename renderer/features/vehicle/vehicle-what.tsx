import type { ReactNode } from 'react';
import { vehicleOf, type ServiceBody } from '#shared/domain/services/services.ts';
import { VehicleLine } from './vehicle-line.tsx';

/** What an application about a vehicle is about, in the summary that stands beside all its steps. */
export function vehicleWhat(body: ServiceBody): ReactNode {
  const vehicle = vehicleOf(body);
  return vehicle === null ? undefined : <VehicleLine vehicle={vehicle} />;
}
