import { describe, expect, it } from 'vitest';
import { openSeat } from '#core/people/seat.ts';
import { openDoor } from './door.ts';

function doorWithSeats() {
  const closed: number[] = [];
  let opened = 0;
  const door = openDoor(() => {
    const number = (opened += 1);
    return { ...openSeat(), close: () => void closed.push(number) };
  });
  return { door, closed };
}

function ticketOf(door: ReturnType<typeof openDoor>): string {
  const ticket = door.issueTicket();
  if (ticket === undefined) throw new Error('no ticket was issued');
  return ticket;
}

describe('door', () => {
  it('a ticket opens once', () => {
    const { door } = doorWithSeats();
    const ticket = ticketOf(door);
    expect(door.exchange(ticket)).toMatch(/^kaunta_session=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
    expect(door.exchange(ticket)).toBeUndefined();
  });

  it('a guessed or empty ticket opens nothing, and the right one still does', () => {
    const { door } = doorWithSeats();
    const ticket = ticketOf(door);
    for (const guess of ['', 'undefined', `${ticket}x`, ticket.slice(1)]) expect(door.exchange(guess)).toBeUndefined();
    expect(door.exchange(ticket)).toBeDefined();
  });

  it('one ticket is out at a time, so a stranger at the door cannot fill the terminal', () => {
    const { door } = doorWithSeats();
    const first = ticketOf(door);
    expect(door.issueTicket()).toBeUndefined();
    door.exchange(first);
    expect(ticketOf(door)).not.toBe(first);
  });

  it('a cookie finds the seat of its own session, among other cookies', () => {
    const { door } = doorWithSeats();
    const [one, two] = [0, 1].map(() => (door.exchange(ticketOf(door)) ?? '').split(';')[0]);
    expect(door.seatOf(one)).toBeDefined();
    expect(door.seatOf(`theme=dark; ${two}; x=1`)).not.toBe(door.seatOf(one));
    for (const none of [undefined, '', 'kaunta_session=', 'kaunta_session=guess', `x${one}`]) expect(door.seatOf(none)).toBeUndefined();
  });

  it('closing it closes every seat', () => {
    const { door, closed } = doorWithSeats();
    const cookie = door.exchange(ticketOf(door));
    door.exchange(ticketOf(door));
    door.close();
    expect(closed).toEqual([1, 2]);
    expect(door.seatOf(cookie?.split(';')[0])).toBeUndefined();
  });
});
