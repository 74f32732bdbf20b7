/** Where somebody last was in this window. */
interface Place {
  readonly userId: string;
  readonly path: string;
}

const key = 'kaunta.place';
const home = '/work';

export function keepPlace(place: Place): void {
  localStorage.setItem(key, JSON.stringify(place));
}

/**
 * Where a person begins: after a power cut in the form they were typing (FEATURES A4), after a reload where they were, and otherwise
 * at their work, whatever the one before them had open.
 */
export function firstPlace(userId: string, address: string): string {
  const last = readPlace();
  if (last?.userId !== userId) return home;
  if (address !== '/') return address;
  return last.path?.includes('/edit/') === true ? last.path : home;
}

function readPlace(): Partial<Place> | null {
  return JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<Place> | null;
}
