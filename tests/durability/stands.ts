/** How the applications of the base office stand, in the order of their references. */
export const stands = { returned: 40, queued: 40, ready: 120, typed: 1 } as const;
type Stand = keyof typeof stands;

const order = Object.keys(stands) as Stand[];

export function countOf(counts: Readonly<Record<Stand, number>>, of: readonly Stand[] = order): number {
  return of.reduce((sum, one) => sum + counts[one], 0);
}

/** Where in the list the n-th application of that standing is. */
export function placeOf(stand: Stand, n: number): number {
  if (n >= stands[stand]) throw new Error(`The base office has only ${stands[stand]} applications that are ${stand}`);
  return countOf(stands, order.slice(0, order.indexOf(stand))) + n;
}
