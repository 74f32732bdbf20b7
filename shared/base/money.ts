/**
 * Money is a whole number of Kenyan cents in a `…Cents` number. A fraction, NaN or an amount past 2^53 is a bug, not a price,
 * so these functions throw on it rather than round it.
 */
function assertWholeCents(amount: number): number {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Not a whole number of cents: ${amount}`);
  return amount === 0 ? 0 : amount;
}

/** Cents of an amount in shillings: `cents(2250)` is 225000, `cents(10.5)` is 1050; a third decimal is refused. */
export function cents(kes: number): number {
  const rounded = Math.round(kes * 100);
  if (rounded / 100 !== kes) throw new RangeError(`Not a whole number of cents: KES ${kes}`);
  return assertWholeCents(rounded);
}

export function addCents(...amountsCents: readonly number[]): number {
  return amountsCents.reduce((sumCents, amountCents) => assertWholeCents(sumCents + assertWholeCents(amountCents)), 0);
}

/** `2,250`, or `2,250.50` where the amount is not whole shillings: for columns whose heading says KES. */
export function formatAmount(amountCents: number): string {
  const absolute = Math.abs(assertWholeCents(amountCents));
  const shillings = String(Math.trunc(absolute / 100)).replace(/\B(?=(?:\d{3})+$)/gu, ',');
  const rest = absolute % 100;
  return `${amountCents < 0 ? '-' : ''}${shillings}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`;
}

/** `KES 2,250`. */
export function formatKes(amountCents: number): string {
  return `KES ${formatAmount(amountCents)}`;
}

/** Cents of an amount as typed (`2250`, `2,250.50`, `KES 2,250`), or undefined. Never passes through a fraction. */
export function parseKes(text: string): number | undefined {
  const match = /^(?:KES\s*)?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/iu.exec(text.trim());
  if (!match) return undefined;
  const amountCents = Number(`${(match[1] ?? '').replaceAll(',', '')}${(match[2] ?? '').padEnd(2, '0')}`);
  return Number.isSafeInteger(amountCents) ? amountCents : undefined;
}
