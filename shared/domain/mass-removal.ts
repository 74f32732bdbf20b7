/** How much of a kind one run of news wants removed. */
export interface Removal {
  /** Removals of this kind since the run began. */
  readonly gone: number;
  /** How many of them were here when it began. */
  readonly known: number;
}

/** Removals beyond a tenth of what is known, or beyond 500, are likelier a mistake at the hub than the truth: a person looks first (RELIABILITY B8). */
export function isMassRemoval({ gone, known }: Removal): boolean {
  return gone > mostUnasked || (known > 0 && gone * 10 >= known);
}

const mostUnasked = 500;
