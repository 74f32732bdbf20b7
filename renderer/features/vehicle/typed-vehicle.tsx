import type { ReactNode } from 'react';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import { plateClasses } from '#shared/domain/plate.ts';
import { vehicleKinds } from '#shared/domain/vehicle-class.ts';
import { fuels } from '#shared/domain/vehicle.ts';
import type { Desk } from '#renderer/features/application/desk.ts';
import { typedAboutVehicle } from '#renderer/features/application/typed-as.ts';
import { FieldGrid } from '#renderer/features/application/field-grid.tsx';
import { StepHead } from '#renderer/features/application/step-head.tsx';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { kindOfClass } from './paper-vehicle.ts';
import { ChassisWarnings, ChoiceFact, CountFact, LogbookNumberFact, TextFact, YearFact, type FactProps } from './typed-facts.tsx';
import { VehicleStops } from './vehicle-stops.tsx';
import classes from './vehicle.module.css';

interface TypedVehicleProps {
  readonly desk: Desk;
  readonly vehicle: Vehicle;
  readonly onClear: () => void;
  readonly children?: ReactNode;
}

/** The facts of the paper logbook on the counter, typed field by field; they count as presented on paper. */
export function TypedVehicle({ desk, vehicle, onClear, children }: TypedVehicleProps) {
  const words = useWords().transfer;
  const { change } = typedAboutVehicle(desk);
  const set = (facts: Partial<Vehicle>) => change((body) => ({ ...body, vehicle: { ...(body.vehicle ?? vehicle), ...facts } }));
  const fact: FactProps = { desk, vehicle, set };
  return (
    <div className={classes['typed']}>
      <div className={classes['bar']}>
        <StepHead question={words.vehicle.typeTitle} hint={words.vehicle.typeHint} />
        <ActionButton label={words.vehicle.change} keys="F6" onAct={onClear} />
      </div>
      <VehicleStops desk={desk} vehicle={vehicle} />
      <FieldGrid>
        <TextFact {...fact} name="plate" />
        <ChoiceFact
          {...fact}
          name="plateClass"
          choices={plateClasses}
          labels={words.plateClass}
          onChoose={(plateClass) => set({ plateClass, kind: kindOfClass(plateClass) })}
        />
        <ChoiceFact {...fact} name="kind" choices={vehicleKinds} labels={words.kind} onChoose={(kind) => set({ kind })} />
        <div>
          <TextFact {...fact} name="chassis" />
          <ChassisWarnings desk={desk} />
        </div>
        <TextFact {...fact} name="engineNumber" />
        <TextFact {...fact} name="make" />
        <TextFact {...fact} name="model" />
        <TextFact {...fact} name="colour" />
        <TextFact {...fact} name="body" />
        <CountFact {...fact} name="ratingCc" most={30_000} />
        <CountFact {...fact} name="wheels" most={40} />
        <ChoiceFact {...fact} name="fuel" choices={fuels} labels={words.fuel} onChoose={(fuel) => set({ fuel })} />
        <YearFact {...fact} />
        <LogbookNumberFact {...fact} />
        {children}
      </FieldGrid>
    </div>
  );
}
