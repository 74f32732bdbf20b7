import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ButtonRow } from '#renderer/ui/button-row.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { VehicleFacts } from './vehicle-facts.tsx';

interface VehicleCardProps {
  readonly plate: string;
  readonly onClose: () => void;
}

/** A vehicle as this office knows it, and the open case that holds it. */
export function VehicleCard({ plate, onClose }: VehicleCardProps) {
  const { search, frame } = useWords();
  const navigate = useNavigate();
  const answer = useQuery(api.vehicles.find.queryOptions({ input: { text: plate } }));
  const openCase = answer.data?.openApplication;
  return (
    <Dialog isOpen onClose={onClose} title={search.vehicle}>
      <QueryView query={answer}>
        {({ vehicle }) =>
          vehicle === null ? search.nothing(plate) : <VehicleFacts vehicle={vehicle} openReference={openCase?.reference ?? null} />
        }
      </QueryView>
      <ButtonRow>
        <ActionButton label={frame.close} keys="Escape" onAct={onClose} />
        {openCase ? (
          <ActionButton
            label={search.openCase}
            keys="Enter"
            tone="main"
            onAct={() => {
              onClose();
              void navigate({ to: '/cases/$id', params: { id: openCase.id } });
            }}
          />
        ) : null}
      </ButtonRow>
    </Dialog>
  );
}
