import { createHash, randomBytes } from 'node:crypto';
import type { Seat } from '#core/start-core.ts';

const COOKIE = 'kaunta_session';

/** Who may come in: whoever held the one-time ticket printed in the terminal, and since then carries the cookie it was exchanged for. */
export interface Door {
  /** A new ticket when none is out; undefined while the last one printed still opens. */
  issueTicket(): string | undefined;
  /** The `Set-Cookie` value for the ticket that is out, which then opens no more; undefined for any other. */
  exchange(ticket: string): string | undefined;
  seatOf(cookieHeader: string | undefined): Seat | undefined;
  close(): void;
}

/** Ticket and sessions carry 256 random bits each (ASVS 7.2.3 asks for 128) and are kept as hashes only. */
export function openDoor(openSeat: () => Seat): Door {
  const seats = new Map<string, Seat>();
  let ticketHash: string | undefined;
  return {
    issueTicket: () => {
      if (ticketHash !== undefined) return undefined;
      const ticket = newSecret();
      ticketHash = hashOf(ticket);
      return ticket;
    },
    exchange: (ticket) => {
      if (ticketHash === undefined || hashOf(ticket) !== ticketHash) return undefined;
      ticketHash = undefined;
      const session = newSecret();
      seats.set(hashOf(session), openSeat());
      return `${COOKIE}=${session}; HttpOnly; SameSite=Strict; Path=/`;
    },
    seatOf: (cookieHeader) => {
      const session = cookieValue(cookieHeader ?? '');
      return session === undefined ? undefined : seats.get(hashOf(session));
    },
    close: () => {
      for (const seat of seats.values()) seat.close();
      seats.clear();
    },
  };
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Comparing hashes of secrets tells a guesser nothing by its timing. */
function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

function cookieValue(header: string): string | undefined {
  const pair = header
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${COOKIE}=`));
  return pair?.slice(COOKIE.length + 1);
}
