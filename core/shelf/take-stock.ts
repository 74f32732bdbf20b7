import type * as z from 'zod';
import type { shelf } from '#shared/contract/shelf.ts';
import type { CommandContext } from '../context.ts';
import type { ShelfLine } from './item.ts';
import { knownPlace } from './shelve.ts';
import { changeItem, listItemsAt, listItemsByCode } from './store.ts';

type Input = z.output<typeof shelf.takeStock.input>;
type Output = z.input<typeof shelf.takeStock.output>;

/** Compares what lies at a place with what should lie there, and sets right what the office believed. */
export function takeStock(cx: CommandContext, { place: typed, codes }: Input): Output {
  const place = knownPlace(typed);
  const expected = listItemsAt(cx.db, place);
  const seen = new Map<string, ShelfLine>();
  const unknown: string[] = [];
  for (const code of codes.map((one) => one.trim().toUpperCase())) {
    const items = listItemsByCode(cx.db, code);
    if (items.length === 0 && !unknown.includes(code)) unknown.push(code);
    // A plate may name a book and plates, so it may be scanned for each: what should lie here is meant first.
    const item = items.find((one) => one.place === place && !seen.has(one.id)) ?? items.find(({ id }) => !seen.has(id));
    if (item) seen.set(item.id, item);
  }
  const missing = expected.filter(({ id }) => !seen.has(id));
  const moved = [...seen.values()].filter((item) => item.place !== place);
  for (const item of missing) settle(cx, item, { state: 'missing', place });
  for (const item of seen.values()) {
    if (item.place !== place || item.state === 'missing') settle(cx, item, { state: 'waiting', place });
  }
  const brief = ({ id, plate, kind }: ShelfLine) => ({ id, plate, kind });
  const found = {
    place,
    present: seen.size - moved.length,
    missing: missing.map(brief),
    moved: moved.map((item) => ({ ...brief(item), from: item.place })),
    unknown,
  };
  cx.setSubject(`shelf-place:${place}`);
  cx.setPayload(found);
  cx.announce('shelf');
  return found;
}

function settle(cx: CommandContext, item: ShelfLine, to: { readonly state: 'missing' | 'waiting'; readonly place: string }): void {
  if (item.state === to.state && item.place === to.place) return;
  changeItem(cx.db, item, { id: item.id, ...to, at: cx.now, clerkName: cx.actor.name });
}
