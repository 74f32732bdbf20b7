import { displayPlate } from '#shared/domain/plate.ts';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { PlateChip } from '#renderer/ui/plate-chip.tsx';
import classes from './vehicle.module.css';

/** A vehicle in two lines: its plate, then make, model and size. */
export function VehicleLine({ vehicle }: { readonly vehicle: Vehicle }) {
  const { fact } = useWords().transfer;
  const { plate, plateClass, make, model, ratingCc, colour } = vehicle;
  const size = ratingCc === null ? '' : fact.cc(String(ratingCc));
  return (
    <span className={classes['line']}>
      {plate === '' ? null : <PlateChip plate={displayPlate(plate, plateClass)} plateClass={plateClass} size="md" />}
      <span>{[`${make} ${model}`.trim(), size, colour].filter((part) => part !== '').join(' · ')}</span>
    </span>
  );
}
