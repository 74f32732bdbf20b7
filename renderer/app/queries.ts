import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { api } from '#renderer/connection/connection.ts';
import { failureOf } from '#renderer/connection/failure.ts';

const retries = 3;

/** A seat that was lost (host started anew, desk locked elsewhere) is asked for again, so that the gate shows the sign-in. */
function noticeLostSeat(error: unknown): void {
  const failure = failureOf(error);
  const isLost =
    failure.kind === 'refused' && (failure.refusal.code === 'sign-in.required' || failure.refusal.code === 'sign-in.change-password-first');
  if (isLost) void queries.invalidateQueries({ queryKey: api.people.seat.key() });
}

/** The host is on this PC, so nothing waits for a network; only a lost window connection is worth a second try. */
export const queries = new QueryClient({
  queryCache: new QueryCache({ onError: noticeLostSeat }),
  mutationCache: new MutationCache({ onError: noticeLostSeat }),
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      retry: (count, error) => failureOf(error).kind === 'connection' && count < retries,
      retryDelay: 400,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
