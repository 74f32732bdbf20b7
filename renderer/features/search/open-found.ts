import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Found } from './found-list.tsx';

/** Where a found line leads: cases and receipts to their case, vehicles and drivers to a card. A person is a new question, asked by the box itself. */
export function useOpenFound() {
  const navigate = useNavigate();
  const [vehiclePlate, setVehiclePlate] = useState<string | null>(null);
  const [driverKey, setDriverKey] = useState<string | null>(null);
  return {
    vehiclePlate,
    closeVehicle: () => setVehiclePlate(null),
    driverKey,
    closeDriver: () => setDriverKey(null),
    openFound: ({ kind, id, plate }: Found) => {
      if (kind === 'vehicle') setVehiclePlate(plate);
      else if (kind === 'driver') setDriverKey(id);
      else void navigate({ to: '/cases/$id', params: { id } });
    },
  };
}
