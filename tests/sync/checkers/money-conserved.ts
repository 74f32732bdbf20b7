import type { Written } from './written.ts';

export interface Taken extends Written {
  readonly amountCents: number;
}

/** Where a receipt's money is: on an application that the hub took, on its way, or on one that came back to the clerk. */
export interface Found {
  readonly id: string;
  readonly amountCents: number;
  readonly where: 'applied' | 'waiting' | 'refused';
}

export interface MoneyHistory {
  /** Receipts as the counters wrote them. */
  readonly taken: readonly Taken[];
  readonly found: readonly Found[];
}

/** `sum` speaks of all together: cents that appeared, or, below zero, that are gone. */
export type MoneyFault =
  | { readonly fault: 'missing' | 'twice' | 'strange' | 'altered'; readonly id: string }
  | { readonly fault: 'sum'; readonly cents: number };

/** Σ taken = Σ applied + waiting + refused, receipt by receipt, and no receipt is in two places. */
export function moneyConserved({ taken, found }: MoneyHistory): readonly MoneyFault[] {
  const places = new Map<string, Found[]>();
  for (const one of found) places.set(one.id, [...(places.get(one.id) ?? []), one]);
  const known = new Map(taken.map((one) => [one.id, one]));
  const cents = sum(found) - sum(taken.filter(({ id, outcome }) => outcome === 'ok' || (outcome === 'maybe' && places.has(id))));
  return [
    ...taken.filter(({ id, outcome }) => outcome === 'ok' && !places.has(id)).map(({ id }) => ({ fault: 'missing' as const, id })),
    ...[...places].flatMap(([id, at]) => faultsAt(known.get(id), id, at)),
    ...(cents === 0 ? [] : [{ fault: 'sum' as const, cents }]),
  ];
}

function faultsAt(taken: Taken | undefined, id: string, at: readonly Found[]): MoneyFault[] {
  if (!taken || taken.outcome === 'failed') return [{ fault: 'strange', id }];
  if (at.length > 1) return [{ fault: 'twice', id }];
  return at.every(({ amountCents }) => amountCents === taken.amountCents) ? [] : [{ fault: 'altered', id }];
}

function sum(amounts: readonly { readonly amountCents: number }[]): number {
  return amounts.reduce((total, { amountCents }) => total + amountCents, 0);
}
