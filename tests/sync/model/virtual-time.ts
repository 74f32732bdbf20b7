/** Time that passes only when it is told to, and runs what falls due in order. */
export interface VirtualTime {
  readonly nowMs: () => number;
  /** Runs once so much later; what is called off is not run. */
  readonly later: (inMs: number, run: () => void) => Due;
  readonly runUntil: (untilMs: number) => void;
}

export interface Due {
  isOff: boolean;
}

interface Entry extends Due {
  readonly atMs: number;
  readonly order: number;
  readonly run: () => void;
}

export function openVirtualTime(): VirtualTime {
  const heap: Entry[] = [];
  let nowMs = 0;
  let orders = 0;
  const runUntil = (untilMs: number): void => {
    for (let first = heap[0]; first && first.atMs <= untilMs; first = heap[0]) {
      takeFirst(heap);
      if (first.isOff) continue;
      nowMs = Math.max(nowMs, first.atMs);
      first.run();
    }
    nowMs = Math.max(nowMs, untilMs);
  };
  return {
    nowMs: () => nowMs,
    later: (inMs, run) => {
      orders += 1;
      const entry: Entry = { atMs: nowMs + inMs, order: orders, run, isOff: false };
      put(heap, entry);
      return entry;
    },
    runUntil,
  };
}

function isBefore(one: Entry | undefined, other: Entry | undefined): boolean {
  if (!one || !other) return one !== undefined;
  return one.atMs === other.atMs ? one.order < other.order : one.atMs < other.atMs;
}

function swap(heap: (Entry | undefined)[], one: number, other: number): void {
  [heap[one], heap[other]] = [heap[other], heap[one]];
}

function put(heap: Entry[], entry: Entry): void {
  heap.push(entry);
  for (let at = heap.length - 1; at > 0;) {
    const parent = (at - 1) >> 1;
    if (!isBefore(heap[at], heap[parent])) return;
    swap(heap, at, parent);
    at = parent;
  }
}

function takeFirst(heap: Entry[]): void {
  const last = heap.pop();
  if (heap.length === 0 || !last) return;
  heap[0] = last;
  for (let at = 0; ;) {
    const left = 2 * at + 1;
    const least = isBefore(heap[left + 1], heap[left]) ? left + 1 : left;
    if (!isBefore(heap[least], heap[at])) return;
    swap(heap, at, least);
    at = least;
  }
}
