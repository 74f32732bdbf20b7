import type { Vehicle } from '#shared/domain/vehicle.ts';
import { useNow } from '#renderer/ui/clock.ts';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { PlateChip } from '#renderer/ui/plate-chip.tsx';
import { SummaryPanel } from '#renderer/ui/summary-panel.tsx';
import { dayText, whenText } from '#renderer/ui/time-words.ts';
import classes from './vehicle-card.module.css';

interface VehicleFactsProps {
  readonly vehicle: Vehicle;
  readonly openReference: string | null;
}

/** Plate, owner, make and marks, with where the facts come from and from when. */
export function VehicleFacts({ vehicle, openReference }: VehicleFactsProps) {
  const { search, frame } = useWords();
  const { locale } = useLocale();
  const now = useNow(60_000);
  const asOf = whenText(vehicle.source.asOf, now, locale);
  const lines = [
    { label: search.facts.owner, value: vehicle.owners.map(({ name }) => name).join(', ') || frame.none },
    {
      label: search.facts.vehicle,
      value: [vehicle.make, vehicle.model, vehicle.colour, vehicle.yearOfManufacture].filter((part) => part !== '').join(' · '),
    },
    { label: search.facts.chassis, value: vehicle.chassis },
    { label: search.facts.source, value: vehicle.source.from === 'registry' ? frame.time.fromRegistry(asOf) : frame.time.fromPaper(asOf) },
    ...(openReference === null ? [] : [{ label: search.facts.open, value: openReference }]),
  ];
  return (
    <div className={classes['card']}>
      <PlateChip plate={vehicle.plate} plateClass={vehicle.plateClass} size="lg" />
      {vehicle.marks.map((mark) => (
        <Note key={`${mark.kind} ${mark.since}`} tone="red">
          {search.marks[mark.kind](dayText(mark.since, locale), mark.by)}
        </Note>
      ))}
      <SummaryPanel label={search.vehicle} lines={lines} />
    </div>
  );
}
