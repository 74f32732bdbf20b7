/** A number or an id, and the one act it was given to. */
export interface Given {
  readonly id: string;
  readonly to: string;
}

export interface IdFault {
  readonly fault: 'given-twice';
  readonly id: string;
  readonly to: readonly string[];
}

/** Jepsen's `unique-ids`: over all offices and epochs no number stands on two acts. One act may be seen often. */
export function uniqueIds(given: readonly Given[]): readonly IdFault[] {
  const holders = new Map<string, Set<string>>();
  for (const { id, to } of given) {
    const known = holders.get(id);
    if (known) known.add(to);
    else holders.set(id, new Set([to]));
  }
  return [...holders].filter(([, to]) => to.size > 1).map(([id, to]) => ({ fault: 'given-twice', id, to: [...to] }));
}
