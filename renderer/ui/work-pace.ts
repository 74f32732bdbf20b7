interface WorkDone {
  readonly done: number;
  readonly total: number | null;
  readonly elapsedMs: number;
}

/** Before this much time has passed a rate is a guess. */
const knownAfterMs = 1000;

/** How quickly work goes on and when it will end, as far as it can be known. */
export function workPace({ done, total, elapsedMs }: WorkDone): { readonly perSecond: number | null; readonly leftSeconds: number | null } {
  if (elapsedMs < knownAfterMs || done === 0) return { perSecond: null, leftSeconds: null };
  const perMs = done / elapsedMs;
  return {
    perSecond: Math.round(perMs * 1000),
    leftSeconds: total === null ? null : Math.ceil(Math.max(total - done, 0) / perMs / 1000),
  };
}
