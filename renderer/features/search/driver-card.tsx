import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ButtonRow } from '#renderer/ui/button-row.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { DriverFacts } from './driver-facts.tsx';

interface DriverCardProps {
  /** Kind and number of their ID, as the search found them. */
  readonly driverKey: string;
  readonly onClose: () => void;
}

/** A driver or learner as this office knows them. */
export function DriverCard({ driverKey, onClose }: DriverCardProps) {
  const { search, frame } = useWords();
  const border = driverKey.indexOf(':');
  const who = { idKind: driverKey.slice(0, border), idNumber: driverKey.slice(border + 1) };
  const answer = useQuery(api.drivers.find.queryOptions({ input: who }));
  return (
    <Dialog isOpen onClose={onClose} title={search.driver.title}>
      <QueryView query={answer}>
        {({ driver }) => (driver === null ? search.nothing(search.driver.title) : <DriverFacts driver={driver} />)}
      </QueryView>
      <ButtonRow>
        <ActionButton label={frame.close} keys="Escape" onAct={onClose} />
      </ButtonRow>
    </Dialog>
  );
}
