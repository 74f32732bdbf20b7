import { v7 as newId } from 'uuid';
import { act, type Desk } from '#tests/support/core.ts';

/** Reads a dealer's file and brings its rows in, each column as Kaunta understood it. */
export async function bringIn({ client }: Desk, id: string, file: File) {
  const readId = newId();
  const read = await client.batches.readFile({ id, file, sheet: null, readId });
  if (read.kind === 'fault') throw new Error(read.fault.code);
  return act(client.batches.importRows, { id, readId, columns: read.columns.map(({ field }) => field) });
}
