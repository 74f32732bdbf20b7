import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import { api } from '#renderer/connection/connection.ts';
import type { Desk } from '#renderer/features/application/desk.ts';
import { fieldId } from '#renderer/features/application/fields.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { dayText, fullText } from '#renderer/ui/time-words.ts';
import classes from './vehicle.module.css';

interface VehicleStopsProps {
  readonly desk: Desk;
  readonly vehicle: Vehicle;
}

/** Charges, caveats, stolen marks and another open application: each stops the application, with its reason and its day (FEATURES B4). */
export function VehicleStops({ desk, vehicle }: VehicleStopsProps) {
  const { transfer, services, states } = useWords();
  const words = transfer.vehicle;
  const { stopTitle } = services[desk.body.service].subject;
  const { locale } = useLocale();
  const navigate = useNavigate();
  const known = useQuery(api.vehicles.find.queryOptions({ input: { text: vehicle.plate || vehicle.chassis } })).data;
  const open = known?.openApplication ?? null;
  const holder = open?.id === desk.application.line.id ? null : open;
  if (vehicle.marks.length === 0 && holder === null) return null;
  return (
    <div className={classes['stops']} id={fieldId('vehicle.plate')}>
      {vehicle.marks.map((mark) => (
        <Note key={`${mark.kind} ${mark.since}`} tone="red" title={stopTitle} isAlert>
          {words.mark[mark.kind](mark.by, dayText(mark.since, locale))}
        </Note>
      ))}
      {holder === null ? null : (
        <Note tone="red" title={stopTitle} isAlert>
          <p>{words.openApplication(holder.reference, states.label[holder.state], fullText(holder.since, locale))}</p>
          <ActionButton label={words.openIt} keys="F9" onAct={() => void navigate({ to: '/cases/$id', params: { id: holder.id } })} />
        </Note>
      )}
    </div>
  );
}
