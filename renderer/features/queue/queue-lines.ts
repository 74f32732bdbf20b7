import type { client } from '#renderer/connection/connection.ts';

export type QueueItem = Awaited<ReturnType<typeof client.queue.list>>[number];
export type QueueState = QueueItem['state'];

/** One row of the queue: a case with several acts, or an act by itself or below its case. */
export type QueueLine =
  | {
      readonly kind: 'case';
      readonly key: string;
      readonly items: readonly QueueItem[];
      /** The act that most needs a person: it speaks for the case. */
      readonly lead: QueueItem;
      readonly isUnfolded: boolean;
    }
  | { readonly kind: 'act'; readonly key: string; readonly lead: QueueItem; readonly isInner: boolean };

/** What needs a person most stands first. */
const gravest: readonly QueueState[] = ['refused', 'conflict', 'set-aside', 'waiting-for', 'retrying', 'sending', 'waiting'];

/** The queue as it is read: one row a case, in the order of its oldest act; the acts of an unfolded case stand below it. */
export function queueLines(items: readonly QueueItem[], unfolded: ReadonlySet<string>): readonly QueueLine[] {
  const groups = Map.groupBy(items, ({ applicationId, entryId }) => (applicationId === null ? entryId : `case:${applicationId}`));
  return [...groups].flatMap(([key, group]) => {
    const [first] = group;
    if (first === undefined) return [];
    if (group.length === 1) return [actLine(first, false)];
    const isUnfolded = unfolded.has(key);
    const head: QueueLine = { kind: 'case', key, items: group, lead: leadOf(group, first), isUnfolded };
    return isUnfolded ? [head, ...group.map((item) => actLine(item, true))] : [head];
  });
}

function actLine(item: QueueItem, isInner: boolean): QueueLine {
  return { kind: 'act', key: item.entryId, lead: item, isInner };
}

function leadOf(group: readonly QueueItem[], first: QueueItem): QueueItem {
  return group.reduce((lead, item) => (gravest.indexOf(item.state) < gravest.indexOf(lead.state) ? item : lead), first);
}

/** The acts that a row stands for. */
export function itemsOf(line: QueueLine): readonly QueueItem[] {
  return line.kind === 'case' ? line.items : [line.lead];
}

/** Where what an act is about is looked at and mended. */
export type QueuePlace = 'case' | 'batch' | 'stock' | 'trade-plates' | 'test-day';

/** Null where no page is about the act. A check-in is mended where the test is, and a sale where the motorcycle is: neither at a case. */
export function placeOf({ kind, applicationId }: Pick<QueueItem, 'kind' | 'applicationId'>): QueuePlace | null {
  if (kind.startsWith('testDay.')) return 'test-day';
  if (kind.startsWith('stock.')) return 'stock';
  if (kind.startsWith('tradePlates.')) return 'trade-plates';
  if (applicationId === null) return null;
  return kind.startsWith('batches.') ? 'batch' : 'case';
}

/** Whether an act does not go by itself any more. */
export function needsPerson({ state }: Pick<QueueItem, 'state'>): boolean {
  return state === 'refused' || state === 'conflict' || state === 'set-aside';
}
