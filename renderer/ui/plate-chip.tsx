import { displayPlate, type PlateClass } from '#shared/domain/plate.ts';
import { useWords } from './locale.tsx';
import classes from './plate-chip.module.css';

interface PlateChipProps {
  readonly plate: string;
  readonly plateClass?: PlateClass | undefined;
  readonly size?: 'sm' | 'md' | 'lg' | undefined;
}

/** Colours on the road that are known (DOMAIN §2.1): blue parastatal, green dealer and garage; all others stand on white. */
function coloursOf(plateClass: PlateClass | undefined): 'white' | 'blue' | 'green' {
  switch (plateClass) {
    case 'parastatal':
      return 'blue';
    case 'dealer':
    case 'garage':
      return 'green';
    default:
      return 'white';
  }
}

/** A registration mark as a plate: heavy tabular letters, the colours of its class. */
export function PlateChip({ plate, plateClass, size = 'sm' }: PlateChipProps) {
  const { plateLabel } = useWords().frame;
  const shown = displayPlate(plate, plateClass);
  return (
    <span className={classes['plate']} data-colours={coloursOf(plateClass)} data-size={size} role="img" aria-label={plateLabel(shown)}>
      {shown}
    </span>
  );
}
