import { useQueryClient } from '@tanstack/react-query';
import { api, type client } from '#renderer/connection/connection.ts';

type Seat = Awaited<ReturnType<typeof client.people.seat>>;

/** Shows at once who sits here now. Another person starts with nothing of what the one before had looked up. */
export function useTakeSeat(): (seat: Seat) => void {
  const queries = useQueryClient();
  const queryKey = api.people.seat.queryKey({ input: {} });
  return (seat) => {
    const before = queries.getQueryData<Seat>(queryKey);
    if (before?.user?.id !== seat.user?.id) queries.removeQueries({ predicate: ({ queryKey: key }) => !isForEverybody(key) });
    queries.setQueryData(queryKey, seat);
    void queries.invalidateQueries();
  };
}

/** What stands on the window before anybody has signed in. */
function isForEverybody(queryKey: readonly unknown[]): boolean {
  const everybody = [api.start.key(), api.settings.key(), api.people.seat.key(), api.people.tiles.key()];
  const pathOf = (key: readonly unknown[]) => JSON.stringify(key[0]).slice(0, -1);
  return everybody.some((key) => pathOf(queryKey).startsWith(pathOf(key)));
}
