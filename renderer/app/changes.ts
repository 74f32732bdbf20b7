import { api, client, onReconnect } from '#renderer/connection/connection.ts';
import { queries } from './queries.ts';

type Topic = Awaited<ReturnType<typeof client.office.changes>> extends AsyncIterable<{ topics: (infer T)[] }> ? T : never;

/** Which questions a change makes stale. */
const staleBy: Readonly<Record<Topic, readonly (readonly unknown[])[]>> = {
  applications: [
    api.applications.key(),
    api.payments.key(),
    api.search.key(),
    api.records.history.key(),
    api.office.status.key(),
    api.vehicles.key(),
    api.tests.key(),
    api.schoolLists.list.key(),
    api.schoolLists.get.key(),
    api.batches.list.key(),
    api.batches.money.key(),
  ],
  queue: [api.queue.key(), api.post.key(), api.office.status.key(), api.records.journal.key(), api.testDay.list.key()],
  line: [api.office.status.key(), api.queue.key(), api.testDay.list.key()],
  people: [api.people.key()],
  settings: [api.settings.key(), api.office.reference.key(), api.reference.key(), api.people.seat.key()],
  registrar: [api.registrar.key(), api.office.status.key()],
  logbooks: [api.logbooks.key(), api.office.status.key()],
  shelf: [api.shelf.key(), api.logbooks.key()],
  // The rows of an open batch are newer on screen than at the host while somebody types.
  batches: [api.batches.list.key(), api.batches.dealers.key(), api.batches.units.key(), api.batches.money.key()],
  stock: [api.stock.key(), api.tradePlates.key(), api.batches.list.key()],
  sheets: [api.sheets.key(), api.logbooks.key()],
  start: [api.start.key(), api.people.key(), api.settings.key()],
  vehicles: [api.vehicles.key(), api.search.key()],
  drivers: [api.drivers.find.key(), api.search.key()],
  copies: [api.copies.key()],
  printing: [api.printing.key()],
  tests: [api.tests.key(), api.testDay.key(), api.office.status.key(), api.schoolLists.plan.key()],
  // The rows of an open list are newer on screen than at the host while somebody types.
  'school-lists': [api.schoolLists.list.key(), api.schoolLists.plan.key()],
  notices: [api.office.status.key(), api.system.key()],
};

const againMs = 1000;

/** Reads the stream of changes for as long as the window lives; a broken stream is opened again. */
export async function followChanges(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await readChanges(signal).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, againMs));
  }
}

async function readChanges(signal: AbortSignal): Promise<void> {
  for await (const { topics } of await client.office.changes({}, { signal })) {
    for (const queryKey of topics.flatMap((topic) => staleBy[topic])) void queries.invalidateQueries({ queryKey });
  }
}

/** After a lost connection nobody knows what was missed, so everything on screen is asked again. */
export function refreshOnReconnect(): () => void {
  return onReconnect(() => void queries.invalidateQueries());
}
