import type { Vehicle } from '#shared/domain/vehicle.ts';
import { client } from '#renderer/connection/connection.ts';
import { useIsLineUp } from '#renderer/features/application/office-status.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useNow } from '#renderer/ui/clock.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useAct } from '#renderer/ui/use-act.ts';
import { vehicleFromPaper } from './paper-vehicle.ts';
import classes from './vehicle.module.css';

interface UnknownVehicleProps {
  readonly text: string;
  readonly onFound: (vehicle: Vehicle) => void;
}

/** This office does not know the vehicle: ask the hub while there is a line, else take the facts from the paper on the counter. */
export function UnknownVehicle({ text, onFound }: UnknownVehicleProps) {
  const words = useWords().transfer.vehicle;
  const isLineUp = useIsLineUp();
  const now = useNow(1000);
  const lookUp = useAct(client.vehicles.lookUp, ({ vehicle }) => {
    if (vehicle !== null) onFound(vehicle);
  });
  const isUnknown = lookUp.data?.vehicle === null;
  return (
    <>
      <Note tone={isUnknown ? 'red' : 'amber'} isAlert>
        {isUnknown ? words.hubDoesNotKnow(text) : words.notHere(text)} {isLineUp || isUnknown ? null : words.lineDown}
      </Note>
      <FailureNote error={lookUp.error} />
      <div className={classes['buttons']}>
        {isLineUp && !isUnknown ? (
          <ActionButton
            label={lookUp.isPending ? words.asking : words.askHub}
            keys="F4"
            tone="main"
            pending={lookUp.isPending}
            onAct={() => lookUp.mutate({ text })}
          />
        ) : null}
        <ActionButton label={words.typeInstead} keys="F6" onAct={() => onFound(vehicleFromPaper(text, now))} />
      </div>
    </>
  );
}
