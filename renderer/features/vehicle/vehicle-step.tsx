import type { ReactNode } from 'react';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import { withVehicle } from '#shared/domain/services/services.ts';
import type { StepProps } from '#renderer/features/application/application-frame.tsx';
import { typedAboutVehicle } from '#renderer/features/application/typed-as.ts';
import { StepHead } from '#renderer/features/application/step-head.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { FindVehicle } from './find-vehicle.tsx';
import { TypedVehicle } from './typed-vehicle.tsx';
import { VehicleCard } from './vehicle-card.tsx';
import { VehicleStops } from './vehicle-stops.tsx';
import classes from './vehicle.module.css';

interface VehicleStepProps extends StepProps {
  /** What the service asks beside it. */
  readonly children?: ReactNode;
}

/** Which vehicle: found in the register, or typed from the paper logbook; what stops it stands in red above its facts. */
export function VehicleStep({ desk, children }: VehicleStepProps) {
  const words = useWords().services[desk.body.service].subject;
  const { body, change } = typedAboutVehicle(desk);
  const choose = (vehicle: Vehicle | null) => change((before) => withVehicle(before, vehicle));
  if (body.vehicle === null) {
    return (
      <>
        <StepHead question={words.question} />
        <FindVehicle desk={desk} onFound={choose} />
      </>
    );
  }
  if (body.vehicle.source.from === 'paper') {
    return (
      <TypedVehicle desk={desk} vehicle={body.vehicle} onClear={() => choose(null)}>
        {children}
      </TypedVehicle>
    );
  }
  return (
    <div className={classes['found']}>
      <VehicleStops desk={desk} vehicle={body.vehicle} />
      <VehicleCard vehicle={body.vehicle} onClear={() => choose(null)} />
      {children}
    </div>
  );
}
