import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { plateClasses, type PlateClass } from '#shared/domain/plate.ts';
import { vehicleKinds, type VehicleKind } from '#shared/domain/vehicle-class.ts';
import { fuels, type Fuel, type Vehicle } from '#shared/domain/vehicle.ts';
import type { Desk } from '#renderer/features/application/desk.ts';
import { useProblemText } from '#renderer/features/application/problem-text.ts';
import { FieldGrid } from '#renderer/features/application/field-grid.tsx';
import { StepHead } from '#renderer/features/application/step-head.tsx';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { kindOfClass, yearNotTyped } from './paper-vehicle.ts';
import { Mileage } from './mileage.tsx';
import { VehicleStops } from './vehicle-stops.tsx';
import classes from './vehicle.module.css';

interface TypedVehicleProps {
  readonly desk: Desk;
  readonly vehicle: Vehicle;
  readonly onClear: () => void;
}

type TextFact = 'plate' | 'chassis' | 'engineNumber' | 'make' | 'model' | 'body' | 'colour';
type NumberFact = 'ratingCc' | 'wheels';

/** The facts of the paper logbook on the counter, typed field by field; they count as presented on paper. */
export function TypedVehicle({ desk, vehicle, onClear }: TypedVehicleProps) {
  const words = useWords().transfer;
  const sentence = useProblemText();
  const set = (facts: Partial<Vehicle>) => desk.change((body) => ({ ...body, vehicle: { ...(body.vehicle ?? vehicle), ...facts } }));
  const text = (name: TextFact) => (
    <TextInput
      {...desk.seat(`vehicle.${name}`)}
      size="sm"
      label={words.fact[name]}
      value={vehicle[name]}
      maxLength={200}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) =>
        set({ [name]: name === 'plate' || name === 'chassis' ? event.currentTarget.value.toUpperCase() : event.currentTarget.value })
      }
    />
  );
  const count = (name: NumberFact, most: number) => (
    <NumberInput
      {...desk.seat(`vehicle.${name}`)}
      size="sm"
      label={words.fact[name]}
      value={vehicle[name] ?? ''}
      hideControls
      allowNegative={false}
      allowDecimal={false}
      onChange={(value) => set({ [name]: typeof value === 'number' && value <= most ? value : null })}
    />
  );
  const warnings = desk.warnings.filter(({ field }) => field === 'vehicle.chassis');
  return (
    <div className={classes['typed']}>
      <div className={classes['bar']}>
        <StepHead question={words.vehicle.typeTitle} hint={words.vehicle.typeHint} />
        <ActionButton label={words.vehicle.change} keys="F6" onAct={onClear} />
      </div>
      <VehicleStops desk={desk} vehicle={vehicle} />
      <FieldGrid>
        {text('plate')}
        <NativeSelect
          {...desk.seat('vehicle.plateClass')}
          size="sm"
          label={words.fact.plateClass}
          value={vehicle.plateClass}
          data={plateClasses.map((value) => ({ value, label: words.plateClass[value] }))}
          onChange={(event) => {
            const plateClass = event.currentTarget.value as PlateClass;
            set({ plateClass, kind: kindOfClass(plateClass) });
          }}
        />
        <NativeSelect
          {...desk.seat('vehicle.kind')}
          size="sm"
          label={words.fact.kind}
          value={vehicle.kind}
          data={vehicleKinds.map((value) => ({ value, label: words.kind[value] }))}
          onChange={(event) => set({ kind: event.currentTarget.value as VehicleKind })}
        />
        <div>
          {text('chassis')}
          {warnings.map((warning) => (
            <p key={warning.code} className={classes['warning']}>
              {sentence(warning)}
            </p>
          ))}
        </div>
        {text('engineNumber')}
        {text('make')}
        {text('model')}
        {text('colour')}
        {text('body')}
        {count('ratingCc', 30_000)}
        {count('wheels', 40)}
        <NativeSelect
          {...desk.seat('vehicle.fuel')}
          size="sm"
          label={words.fact.fuel}
          value={vehicle.fuel}
          data={fuels.map((value) => ({ value, label: words.fuel[value] }))}
          onChange={(event) => set({ fuel: event.currentTarget.value as Fuel })}
        />
        <YearInput desk={desk} vehicle={vehicle} onChange={(yearOfManufacture) => set({ yearOfManufacture })} />
        <TextInput
          {...desk.seat('vehicle.logbookNumber')}
          size="sm"
          label={words.fact.logbookNumber}
          value={vehicle.logbookNumber ?? ''}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => set({ logbookNumber: event.currentTarget.value === '' ? null : event.currentTarget.value })}
        />
        <Mileage desk={desk} />
      </FieldGrid>
    </div>
  );
}

interface YearInputProps {
  readonly desk: Desk;
  readonly vehicle: Vehicle;
  readonly onChange: (year: number) => void;
}

const earliestYear = 1900;

/** Four digits make a year; anything less is a year not typed yet. */
function YearInput({ desk, vehicle, onChange }: YearInputProps) {
  const words = useWords().transfer;
  const year = vehicle.yearOfManufacture;
  return (
    <NumberInput
      {...desk.seat('vehicle.yearOfManufacture')}
      size="sm"
      label={words.fact.yearOfManufacture}
      defaultValue={year === yearNotTyped ? '' : year}
      hideControls
      allowNegative={false}
      allowDecimal={false}
      maxLength={4}
      onChange={(value) => onChange(typeof value === 'number' && value >= earliestYear && value < yearNotTyped ? value : yearNotTyped)}
    />
  );
}
