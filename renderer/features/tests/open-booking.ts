import { useNavigate } from '@tanstack/react-router';
import type { SeatPlace } from '#shared/domain/seat-lease.ts';
import { testBookingRules } from '#shared/domain/services/test-booking.ts';
import { client } from '#renderer/connection/connection.ts';
import { useAct } from '#renderer/ui/use-act.ts';

/** Opens the booking of a test with its place filled in, and goes to its first step. */
export function useOpenBooking() {
  const navigate = useNavigate();
  const act = useAct(client.applications.open);
  const fillIn = async (id: string, place: SeatPlace) => {
    const [step = ''] = testBookingRules.steps;
    await client.applications.keepDraft({ id, body: { ...testBookingRules.emptyBody(), ...place }, step, field: '' });
    await navigate({ to: '/cases/$id/edit/$step', params: { id, step } });
  };
  return {
    open: (place: SeatPlace) => {
      if (!act.isPending) act.mutate({ service: 'test-booking' }, { onSuccess: ({ id }) => void fillIn(id, place) });
    },
    error: act.error,
  };
}
