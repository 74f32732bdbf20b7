import { useSyncExternalStore } from 'react';
import type { client } from '#renderer/connection/connection.ts';
import { openStore } from '#renderer/connection/store.ts';

type Returned = Parameters<typeof client.registrar.decideBatch>[0]['act']['returned'][number];
/** What goes back of a batch, by unit: everything that is not in here is approved. */
type Exceptions = ReadonlyMap<string, Returned>;

/** Marked so far, by application: kept while the window lives, so that looking elsewhere in between loses nothing. */
const marked = openStore<ReadonlyMap<string, Exceptions>>(new Map());
const none: Exceptions = new Map();

/** The motorcycles that a registrar has marked to go back. */
export function useExceptions(applicationId: string) {
  const exceptions = useSyncExternalStore(
    (listener) => marked.subscribe(listener),
    () => marked.get().get(applicationId) ?? none,
  );
  const put = (next: Exceptions) => marked.set(new Map([...marked.get(), [applicationId, next]]));
  return {
    exceptions,
    sendBack: (one: Returned) => put(new Map([...exceptions, [one.unitId, one]])),
    takeBack: (unitId: string) => put(new Map([...exceptions].filter(([id]) => id !== unitId))),
    forget: () => put(none),
  };
}
