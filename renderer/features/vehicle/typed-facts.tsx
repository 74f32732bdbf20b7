import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import type { Desk } from '#renderer/features/application/desk.ts';
import { useProblemText } from '#renderer/features/application/problem-text.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { yearNotTyped } from './paper-vehicle.ts';
import classes from './vehicle.module.css';

/** What every field of a typed vehicle works with. */
export interface FactProps {
  readonly desk: Desk;
  readonly vehicle: Vehicle;
  readonly set: (facts: Partial<Vehicle>) => void;
}

const typing = { size: 'sm', maxLength: 200, autoComplete: 'off', spellCheck: false } as const;
const counting = { size: 'sm', hideControls: true, allowNegative: false, allowDecimal: false } as const;

interface TextFactProps extends FactProps {
  readonly name: 'plate' | 'chassis' | 'engineNumber' | 'make' | 'model' | 'body' | 'colour';
}

export function TextFact({ desk, vehicle, set, name }: TextFactProps) {
  const words = useWords().transfer;
  const isMark = name === 'plate' || name === 'chassis';
  return (
    <TextInput
      {...desk.seat(`vehicle.${name}`)}
      {...typing}
      label={words.fact[name]}
      value={vehicle[name]}
      onChange={(event) => set({ [name]: isMark ? event.currentTarget.value.toUpperCase() : event.currentTarget.value })}
    />
  );
}

interface CountFactProps extends FactProps {
  readonly name: 'ratingCc' | 'wheels';
  /** What the contract takes at most. */
  readonly most: number;
}

export function CountFact({ desk, vehicle, set, name, most }: CountFactProps) {
  const words = useWords().transfer;
  return (
    <NumberInput
      {...desk.seat(`vehicle.${name}`)}
      {...counting}
      label={words.fact[name]}
      value={vehicle[name] ?? ''}
      onChange={(value) => set({ [name]: typeof value === 'number' && value <= most ? value : null })}
    />
  );
}

interface ChoiceFactProps<Name extends 'plateClass' | 'kind' | 'fuel'> extends FactProps {
  readonly name: Name;
  readonly choices: readonly Vehicle[Name][];
  readonly labels: Readonly<Record<Vehicle[Name], string>>;
  readonly onChoose: (value: Vehicle[Name]) => void;
}

export function ChoiceFact<Name extends 'plateClass' | 'kind' | 'fuel'>({
  desk,
  vehicle,
  name,
  choices,
  labels,
  onChoose,
}: ChoiceFactProps<Name>) {
  const words = useWords().transfer;
  return (
    <NativeSelect
      {...desk.seat(`vehicle.${name}`)}
      size="sm"
      label={words.fact[name]}
      value={vehicle[name]}
      data={choices.map((value) => ({ value, label: labels[value] }))}
      onChange={(event) => onChoose(event.currentTarget.value as Vehicle[Name])}
    />
  );
}

const earliestYear = 1900;

/** Four digits make a year; anything less is a year not typed yet. */
export function YearFact({ desk, vehicle, set }: FactProps) {
  const words = useWords().transfer;
  const year = vehicle.yearOfManufacture;
  const read = (value: string | number) =>
    typeof value === 'number' && value >= earliestYear && value < yearNotTyped ? value : yearNotTyped;
  return (
    <NumberInput
      {...desk.seat('vehicle.yearOfManufacture')}
      {...counting}
      label={words.fact.yearOfManufacture}
      defaultValue={year === yearNotTyped ? '' : year}
      maxLength={4}
      onChange={(value) => set({ yearOfManufacture: read(value) })}
    />
  );
}

export function LogbookNumberFact({ desk, vehicle, set }: FactProps) {
  const words = useWords().transfer;
  return (
    <TextInput
      {...desk.seat('vehicle.logbookNumber')}
      {...typing}
      label={words.fact.logbookNumber}
      value={vehicle.logbookNumber ?? ''}
      onChange={(event) => set({ logbookNumber: event.currentTarget.value === '' ? null : event.currentTarget.value })}
    />
  );
}

/** Look-alike letters and odd lengths: asked about, never refused, because the frame may really bear them. */
export function ChassisWarnings({ desk }: Pick<FactProps, 'desk'>) {
  const sentence = useProblemText();
  return desk.warnings
    .filter(({ field }) => field === 'vehicle.chassis')
    .map((warning) => (
      <p key={warning.code} className={classes['warning']}>
        {sentence(warning)}
      </p>
    ));
}
