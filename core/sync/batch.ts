import { mostBatchBytes, mostBatchEntries, type QueuedEntry } from './engine-state.ts';

/**
 * Cuts what was read into batches. Within one the sequence has no hole, because the hub checks that each entry follows the one before;
 * holes are entries that were answered in an earlier sweep. An epoch begins a batch of its own, because of an older one the hub may
 * take no more.
 */
export function grouped(entries: readonly QueuedEntry[]): QueuedEntry[][] {
  const groups: QueuedEntry[][] = [];
  let bytes = 0;
  for (const entry of entries) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    const follows = before?.seq === entry.seq - 1 && before.isOld === entry.isOld;
    if (last && follows && last.length < mostBatchEntries && bytes + entry.bytes <= mostBatchBytes) {
      last.push(entry);
      bytes += entry.bytes;
    } else {
      groups.push([entry]);
      bytes = entry.bytes;
    }
  }
  return groups;
}

/** Two or three parts of a batch that was refused as a whole: around the entry the hub has named, else in the middle. */
export function halves(entries: readonly QueuedEntry[], named: string | number | undefined): QueuedEntry[][] {
  const at = entries.findIndex(({ seq }) => seq === named);
  const middle = Math.ceil(entries.length / 2);
  const cuts = at === -1 ? [0, middle] : [0, at, at + 1];
  return cuts.map((from, index) => entries.slice(from, cuts[index + 1])).filter((part) => part.length > 0);
}

/** The first group, or as much of it as the line seems to carry, and what stays behind. */
export function takeFirst(
  groups: readonly (readonly QueuedEntry[])[],
  most: number,
): { first: readonly QueuedEntry[]; rest: readonly (readonly QueuedEntry[])[] } {
  const [head = [], ...others] = groups;
  const left = head.slice(most);
  return { first: head.slice(0, most), rest: left.length > 0 ? [left, ...others] : others };
}
