import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type client } from '#renderer/connection/connection.ts';

/** How the program stands before anybody has signed in. */
export type StartStatus = Awaited<ReturnType<typeof client.start.status>>;

/** A step of the start; the status it answers with is shown at once. */
export function useStartStep<I>(step: (input: I) => Promise<StartStatus>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: step,
    onSuccess: async (status) => {
      queries.setQueryData(api.start.status.queryKey({ input: {} }), status);
      await queries.invalidateQueries();
    },
  });
}
