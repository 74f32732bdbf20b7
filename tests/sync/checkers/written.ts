/**
 * One operation as its writer saw it end. `maybe`: the writer died or was told of a fault before it knew; such an operation may be found
 * once or not at all, and neither is a fault.
 */
export interface Written {
  readonly id: string;
  readonly outcome: 'ok' | 'failed' | 'maybe';
}

export function outcomesOf(written: readonly Written[]): ReadonlyMap<string, Written['outcome']> {
  return new Map(written.map(({ id, outcome }) => [id, outcome]));
}
