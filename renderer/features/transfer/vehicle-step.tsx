import type { Vehicle } from '#shared/domain/vehicle.ts';
import { partyOfOwner, type TransferBody } from '#shared/domain/services/transfer.ts';
import type { StepProps } from '#renderer/features/application/application-frame.tsx';
import { StepHead } from '#renderer/features/application/step-head.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { FindVehicle } from './find-vehicle.tsx';
import { Mileage } from './mileage.tsx';
import { TypedVehicle } from './typed-vehicle.tsx';
import { VehicleCard } from './vehicle-card.tsx';
import { VehicleStops } from './vehicle-stops.tsx';
import classes from './vehicle.module.css';

/** Which vehicle: found in the register, or typed from the paper logbook; what stops it stands in red above its facts. */
export function VehicleStep({ desk }: StepProps) {
  const words = useWords().transfer.vehicle;
  const { body } = desk;
  const choose = (vehicle: Vehicle | null) => desk.change((before) => withVehicle(before, vehicle));
  if (body.vehicle === null) {
    return (
      <>
        <StepHead question={words.question} />
        <FindVehicle desk={desk} onFound={choose} />
      </>
    );
  }
  if (body.vehicle.source.from === 'paper') return <TypedVehicle desk={desk} vehicle={body.vehicle} onClear={() => choose(null)} />;
  return (
    <div className={classes['found']}>
      <VehicleStops desk={desk} vehicle={body.vehicle} />
      <VehicleCard vehicle={body.vehicle} onClear={() => choose(null)} />
      <Mileage desk={desk} />
    </div>
  );
}

/** The seller is the registered owner, so another vehicle brings another seller. */
function withVehicle(body: TransferBody, vehicle: Vehicle | null): TransferBody {
  const [owner] = vehicle?.owners ?? [];
  if (owner === undefined) return { ...body, vehicle };
  return { ...body, vehicle, parties: { ...body.parties, seller: partyOfOwner(owner) } };
}
