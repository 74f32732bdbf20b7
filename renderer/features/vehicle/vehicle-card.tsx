import { displayPlate } from '#shared/domain/plate.ts';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { PlateChip } from '#renderer/ui/plate-chip.tsx';
import { SourceText } from './source-text.tsx';
import { vehicleFacts } from './vehicle-facts.ts';
import classes from './vehicle.module.css';

interface VehicleCardProps {
  readonly vehicle: Vehicle;
  readonly onClear?: (() => void) | undefined;
}

/** The facts of a vehicle with where they came from and how old they are. */
export function VehicleCard({ vehicle, onClear }: VehicleCardProps) {
  const words = useWords().transfer;
  const { locale } = useLocale();
  const owners = vehicle.owners.map((owner) => `${owner.name} (${owner.idNumber})`).join(', ');
  return (
    <section className={classes['card']} aria-label={words.vehicle.facts}>
      <div className={classes['top']}>
        <div className={classes['title']}>
          <PlateChip plate={displayPlate(vehicle.plate, vehicle.plateClass)} plateClass={vehicle.plateClass} size="lg" />
          <div>
            <h2 className={classes['name']}>
              {vehicle.make} {vehicle.model}
            </h2>
            <span className={classes['source']}>
              <SourceText source={vehicle.source} />
            </span>
          </div>
        </div>
        {onClear === undefined ? null : <ActionButton label={words.vehicle.change} keys="F6" onAct={onClear} />}
      </div>
      <dl className={classes['facts']}>
        {vehicleFacts(vehicle, words, locale).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={classes['owner']}>
        <span className={classes['source']}>{vehicle.owners.length > 1 ? words.vehicle.owners : words.vehicle.owner}</span>{' '}
        {owners || words.vehicle.none}
        {vehicle.marks.length === 0 ? <div className={classes['clear']}>{words.vehicle.noMarks}</div> : null}
      </div>
    </section>
  );
}
