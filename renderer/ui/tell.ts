import { openStore, type Store } from '#renderer/connection/store.ts';

const readingMs = 8000;

const said = openStore<string | null>(null);
let silence: ReturnType<typeof setTimeout> | undefined;

/** What was said last and still stands. */
export const told: Store<string | null> = said;

/** Says in its corner that something has worked, for long enough to be read. */
export function tell(message: string): void {
  clearTimeout(silence);
  said.set(message);
  silence = setTimeout(unsay, readingMs);
}

/** Takes back what still stands: it was meant for whoever was here. */
export function unsay(): void {
  clearTimeout(silence);
  said.set(null);
}
