import { dayOf, type Instant } from '#shared/base/instant.ts';
import type { Reference } from '#shared/domain/reference.ts';
import { referenceOn, type ReferenceInForce, type ReferenceUpdate } from '#shared/domain/reference-update.ts';
import type { ReadDb } from './db/database.ts';

/** The data of fees, classes, centres and the like, as it ships and as the hub has replaced it since. */
export interface ReferenceBook {
  /** Reads as what is in force at this moment, whoever holds it. */
  readonly reference: Reference;
  readonly inForce: () => ReferenceInForce;
  /** Every table that the hub sent, whenever it begins. */
  readonly updates: () => readonly ReferenceUpdate[];
}

export interface ReferenceBookDeps {
  readonly shipped: Reference;
  readonly reader: () => ReadDb;
  readonly now: () => Instant;
}

export function openReferenceBook({ shipped, reader, now }: ReferenceBookDeps): ReferenceBook {
  let known: { readonly mark: string; readonly inForce: ReferenceInForce } | undefined;
  const inForce = (): ReferenceInForce => {
    const today = dayOf(now());
    const mark = `${today} ${markOf(reader())}`;
    if (known?.mark !== mark) known = { mark, inForce: referenceOn(shipped, listUpdates(reader()), today) };
    return known.inForce;
  };
  return { reference: liveReference(shipped, inForce), inForce, updates: () => listUpdates(reader()) };
}

/** Changes whenever the hub sends a table. */
function markOf(db: ReadDb): string {
  const row = db.get<{ mark: string }>(`SELECT count(*) || ' ' || coalesce(max(at), '') AS mark FROM hub_word WHERE kind = 'reference'`);
  return row?.mark ?? '';
}

/** In the order in which they came. */
function listUpdates(db: ReadDb): readonly ReferenceUpdate[] {
  return db
    .all<{ body: string }>(`SELECT body FROM hub_word WHERE kind = 'reference' ORDER BY at, key`)
    .map(({ body }) => JSON.parse(body) as ReferenceUpdate);
}

/** Features hold one reference for as long as the office is open; each reading of a table is of that moment. */
function liveReference(shipped: Reference, inForce: () => ReferenceInForce): Reference {
  const tables = Object.keys(shipped) as readonly (keyof Reference)[];
  const getters = tables.map((table) => [table, { enumerable: true, get: () => inForce().reference[table] }] as const);
  return Object.defineProperties({}, Object.fromEntries(getters)) as Reference;
}
