/** So many work at once, the others in the order in which they came. */
export interface Turns {
  take<T>(work: () => Promise<T>): Promise<T>;
  /** How many work at this moment. */
  working(): number;
}

export function openTurns(most: number): Turns {
  const waiting: (() => void)[] = [];
  let working = 0;
  const begin = () => {
    if (working === most) return new Promise<void>((resolve) => waiting.push(resolve));
    working += 1;
    return undefined;
  };
  const end = () => {
    const next = waiting.shift();
    if (next) next();
    else working -= 1;
  };
  return {
    working: () => working,
    take: async (work) => {
      await begin();
      try {
        return await work();
      } finally {
        end();
      }
    },
  };
}
