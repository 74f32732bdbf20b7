import { useNavigate } from '@tanstack/react-router';
import { rulesOf } from '#shared/domain/services/services.ts';
import type { CounterServiceId } from '#shared/domain/application.ts';
import { client } from '#renderer/connection/connection.ts';
import { useAct } from '#renderer/ui/use-act.ts';

/** The letter of a service after N: that of its references. */
export function serviceLetter(service: CounterServiceId): string {
  return rulesOf(service).seriesKind.toLowerCase();
}

/** Opens a case with its reference and goes to its first step. */
export function useOpenCase() {
  const navigate = useNavigate();
  const act = useAct(client.applications.open, ({ id }, { service }) => {
    const [step = ''] = rulesOf(service).steps;
    void navigate({ to: '/cases/$id/edit/$step', params: { id, step } });
  });
  return {
    open: (service: CounterServiceId) => {
      if (!act.isPending) act.mutate({ service });
    },
    error: act.error,
  };
}
