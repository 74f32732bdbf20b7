import { randomUUID } from 'node:crypto';

/** One place where somebody may sit: a browser session or a window. Holds who is signed in; ends with the process. */
export interface Seat {
  readonly id: string;
  readonly session: Session | null;
  /** The person left without signing out; only their own password opens it again. */
  readonly locked: boolean;
  sitDown(userId: string): void;
  lock(): void;
  unlock(): void;
  leave(): void;
  close(): void;
}

export interface Session {
  readonly userId: string;
}

export function openSeat(): Seat {
  const state: { session: Session | null; locked: boolean } = { session: null, locked: false };
  const leave = () => {
    state.session = null;
    state.locked = false;
  };
  return {
    id: randomUUID(),
    get session() {
      return state.session;
    },
    get locked() {
      return state.locked;
    },
    sitDown: (userId) => {
      state.session = { userId };
      state.locked = false;
    },
    lock: () => {
      state.locked = state.session !== null;
    },
    unlock: () => {
      state.locked = false;
    },
    leave,
    close: leave,
  };
}
