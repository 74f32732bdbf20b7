import { NumberInput } from '@mantine/core';
import type { StepProps } from '#renderer/features/application/application-frame.tsx';
import { typedAs } from '#renderer/features/application/typed-as.ts';
import classes from '#renderer/features/vehicle/vehicle.module.css';
import { useWords } from '#renderer/ui/locale.tsx';

/** What the contract takes at most. */
const mostKm = 5_000_000;

/** What the clock of the vehicle shows; the law wants it told (Traffic Act s.9, DOMAIN §4.2). */
export function Mileage({ desk }: StepProps) {
  const words = useWords().transfer.vehicle;
  const { body: typed, change } = typedAs(desk, 'transfer');
  const seat = desk.seat('mileageKm');
  return (
    <NumberInput
      {...seat}
      className={classes['short']}
      label={words.mileage}
      description={words.mileageHint}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      size="sm"
      suffix={` ${words.mileageUnit}`}
      thousandSeparator=","
      hideControls
      allowNegative={false}
      allowDecimal={false}
      min={0}
      max={mostKm}
      value={typed.mileageKm ?? ''}
      onChange={(value) => change((body) => ({ ...body, mileageKm: typeof value === 'number' && value <= mostKm ? value : null }))}
    />
  );
}
