type InTurn = (<T>(name: string, work: () => Promise<T>) => Promise<T>) & Readonly<{ allOver: () => Promise<void> }>;

/**
 * Work under one name runs one after another, under different names side by side. Without it a reader that found a damaged file could move
 * aside the good one that was written in its place a moment before.
 */
export function takeTurns(): InTurn {
  const last = new Map<string, Promise<unknown>>();

  function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
    const turn = (last.get(name) ?? Promise.resolve()).then(work);
    const over = turn.then(forget, forget);
    function forget(): void {
      if (last.get(name) === over) last.delete(name);
    }
    last.set(name, over);
    return turn;
  }

  const allOver = async (): Promise<void> => void (await Promise.all(last.values()));
  return Object.assign(inTurn, { allOver });
}
