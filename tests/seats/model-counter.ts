import { v7 as newId } from 'uuid';
import { dayOf, instantOf, msOf, type Instant } from '#shared/base/instant.ts';
import type { Driver } from '#shared/domain/driver.ts';
import {
  builtInTerms,
  isSamePlace,
  nextSeat,
  unusedSeats,
  type HeldLease,
  type LeasedSeat,
  type SeatLease,
  type SeatPlace,
} from '#shared/domain/seat-lease.ts';
import { builtInPool, poolPlan } from '#shared/domain/seat-pool.ts';
import { trustedTime } from '#shared/domain/trusted-time.ts';
import type { EntryAnswer, PushedEntry } from '#shared/protocol/messages.ts';
import { completeBooking } from '../support/booking-body.ts';
import type { DeviceDouble } from '../support/device.ts';
import { bookingSubmissionOf, submitAct } from '../support/submission.ts';
import type { SeatBug } from './seat-bugs.ts';

/** A test that was booked at a counter, as its candidate's slip says. */
export interface ModelBooking {
  readonly id: string;
  readonly reference: string;
  at: SeatPlace & LeasedSeat;
  state: 'booked' | 'cancelled';
}

export interface ModelCounterDeps {
  /** Makes the device, whose clock is this counter's. */
  readonly enrol: (now: () => Instant) => Promise<DeviceDouble>;
  /** The true time, which is the hub's. */
  readonly trueNow: () => Instant;
  readonly cursor: string;
  readonly bug: SeatBug | null;
}

type Held = HeldLease & { taken: number[]; returned: number[] };

/** A counter by the rules that counters share with the hub, with a clock that anybody may set and a line that may be cut. */
export class ModelCounter {
  readonly bookings: ModelBooking[] = [];
  /** What broke a promise, in words. */
  readonly faults: string[] = [];
  isLineUp = true;
  givenBack = 0;
  #wallAheadMs = 0;
  #leases: Held[] = [];
  #unsent: PushedEntry[] = [];
  #asked = new Map<string, SeatPlace>();
  #heard: { hubMs: number; steadyMs: number; wallMs: number } | null = null;
  #started: { wallMs: number; steadyMs: number };
  #lastContactAt: Instant;
  #hubAheadMs: number | null = null;
  #lastActAt: Instant | null = null;
  #cursor: string;
  #isWriting = false;

  readonly deps: ModelCounterDeps;
  readonly device: () => DeviceDouble;

  private constructor(deps: ModelCounterDeps, device: () => DeviceDouble) {
    this.deps = deps;
    this.device = device;
    this.#cursor = deps.cursor;
    this.#lastContactAt = deps.trueNow();
    this.#started = { wallMs: this.#wallMs(), steadyMs: this.#steadyMs() };
  }

  static async open(deps: ModelCounterDeps): Promise<ModelCounter> {
    let device: DeviceDouble | undefined;
    const counter: ModelCounter = new ModelCounter(deps, () => {
      if (!device) throw new Error('Not enrolled');
      return device;
    });
    device = await deps.enrol(() => (counter.#isWriting ? counter.#businessTime() : deps.trueNow()));
    return counter;
  }

  setClock(aheadMs: number): void {
    this.#wallAheadMs = aheadMs;
  }

  /** The program begins anew: what was heard of the hub in this run is gone, and so is the clock that nobody can set. */
  restart(): void {
    this.#heard = null;
    this.#started = { wallMs: this.#wallMs(), steadyMs: this.#steadyMs() };
  }

  /** Books the candidate if a seat of this place can be given away for good; false where only the wait list is open. */
  book(candidate: Driver, place: SeatPlace): boolean {
    const seat = this.#take(place);
    if (!seat) return false;
    const at = this.#businessTime();
    const body = { ...completeBooking(candidate, place), seat };
    const submission = bookingSubmissionOf(this.device(), body, at);
    this.#write(submitAct(submission));
    this.bookings.push({ id: submission.applicationId, reference: submission.reference, at: { ...place, ...seat }, state: 'booked' });
    return true;
  }

  /** Once its day is over, by the time that the entry would carry, a test is neither moved nor given up. */
  isStillHeld({ state, at }: ModelBooking): boolean {
    return state === 'booked' && dayOf(this.#businessTime()) <= at.day;
  }

  cancel(booking: ModelBooking): void {
    this.#free(booking.at);
    booking.state = 'cancelled';
    const { id, reference } = booking;
    this.#write({ kind: 'applications.cancel', subject: `application:${id}`, payload: { applicationId: id, reference, reason: 'Ill' } });
  }

  move(booking: ModelBooking, to: SeatPlace): boolean {
    if (isSamePlace(booking.at, to)) return false;
    const seat = this.#take(to);
    if (!seat) return false;
    const { id, reference, at: from } = booking;
    this.#free(from);
    booking.at = { ...to, ...seat };
    const payload = { applicationId: id, reference, from, to: booking.at, reason: 'Away' };
    this.#write({ kind: 'tests.reschedule', subject: `application:${id}`, payload });
    return true;
  }

  /** How many of its leases with a seat left end in this time. */
  leasesEnding(from: Instant, to: Instant): number {
    return this.#leases.filter((lease) => lease.until > from && lease.until <= to && unusedSeats(lease).length > 0).length;
  }

  /** Asks for seats and gives back, as the pool does whenever the hub is heard. True where it did. */
  tend(places: readonly SeatPlace[], isUsed: boolean): boolean {
    const at = this.#trusted();
    if (at === null) return false;
    const before = this.#unsent.length;
    const { deviceId } = this.device().answer;
    for (const place of places) {
      const leases = this.#leases.filter((lease) => isSamePlace(lease, place));
      const isAsked = [...this.#asked.values()].some((one) => isSamePlace(one, place));
      const facts = { place, leases, moment: { deviceId, epoch: 1, at }, isUsed, isAsked };
      const { ask, giveBack } = poolPlan(facts, builtInPool, builtInTerms);
      if (ask > 0) {
        const leaseId = newId();
        this.#asked.set(leaseId, place);
        this.#write({ kind: 'seats.ask', payload: { asks: [{ ...place, leaseId, count: ask }] } });
      }
      for (const { leaseId, seats } of giveBack) {
        const lease = this.#leases.find((one) => one.leaseId === leaseId);
        if (this.deps.bug !== 'forget-return') lease?.returned.push(...seats);
        this.givenBack += seats.length;
        this.#write({ kind: 'seats.giveBack', payload: { returns: [{ leaseId, seats }] } });
      }
    }
    return this.#unsent.length > before;
  }

  /** Sends what was done, in order, and hears what the hub has to say. */
  async sync(): Promise<void> {
    if (!this.isLineUp) return;
    const entries = this.#unsent;
    this.#unsent = [];
    for (let from = 0; from < entries.length; from += 40) await this.#send(entries.slice(from, from + 40));
    const { changes, next } = await this.device().pullAll(this.#cursor);
    this.#cursor = next;
    for (const { kind, body } of changes) if (kind === 'seat-lease') this.#hold(body as SeatLease);
    this.#heard = { hubMs: msOf(this.deps.trueNow()), steadyMs: this.#steadyMs(), wallMs: this.#wallMs() };
    this.#lastContactAt = instantOf(this.#wallMs());
    this.#hubAheadMs = msOf(this.deps.trueNow()) - this.#wallMs();
  }

  async #send(entries: readonly PushedEntry[]): Promise<void> {
    const reply = await this.device().push(entries);
    const answers = (reply.json as { readonly answers?: readonly EntryAnswer[] }).answers ?? [];
    if (answers.length < entries.length) throw new Error(`Push: ${reply.status} ${JSON.stringify(reply.json)}`);
    for (const [index, answer] of answers.entries())
      if (answer.outcome !== 'applied')
        this.faults.push(`The hub changed what was final: ${entries[index]?.kind} ${JSON.stringify(answer)}`);
  }

  #hold(lease: SeatLease): void {
    this.#asked.delete(lease.leaseId);
    if (lease.deviceId === this.device().answer.deviceId) this.#leases.push({ ...lease, taken: [], returned: [] });
  }

  #take(place: SeatPlace): LeasedSeat | null {
    const trusted = this.deps.bug === 'count-by-wall-clock' ? instantOf(this.#wallMs()) : this.#trusted();
    if (trusted === null) return null;
    const entryAt = this.deps.bug === 'count-by-wall-clock' ? trusted : this.#businessTime();
    const at = trusted > entryAt ? trusted : entryAt;
    const leases = this.#leases.filter((lease) => isSamePlace(lease, place) && lease.from <= entryAt);
    const seat = nextSeat(leases, { deviceId: this.device().answer.deviceId, epoch: 1, at });
    const lease = leases.find(({ leaseId }) => leaseId === seat?.leaseId);
    if (!seat || !lease) return null;
    if (this.deps.trueNow() >= lease.until)
      this.faults.push(`Booked past the end of the lease: ${lease.until}, and it is ${this.deps.trueNow()}`);
    if (this.deps.bug !== 'forget-taken') lease.taken.push(seat.seat);
    return seat;
  }

  #free({ leaseId, seat }: LeasedSeat): void {
    const lease = this.#leases.find((one) => one.leaseId === leaseId);
    if (lease) lease.taken = lease.taken.filter((one) => one !== seat);
  }

  #write(act: Parameters<DeviceDouble['write']>[0]): void {
    this.#isWriting = true;
    const entry = this.device().write(act);
    this.#isWriting = false;
    this.#lastActAt = entry.at as Instant;
    this.#unsent.push(entry);
  }

  #businessTime(): Instant {
    const wall = instantOf(this.#wallMs());
    return this.#lastActAt !== null && this.#lastActAt > wall ? this.#lastActAt : wall;
  }

  #trusted(): Instant | null {
    const heard = this.#heard && { hubMs: this.#heard.hubMs, agoMs: this.#steadyMs() - this.#heard.steadyMs, wallMs: this.#heard.wallMs };
    return trustedTime({
      wallMs: this.#wallMs(),
      startedMs: this.#started.wallMs,
      runMs: this.#steadyMs() - this.#started.steadyMs,
      lastActAt: this.#lastActAt,
      heard,
      lastContactAt: this.#lastContactAt,
      hubAheadMs: this.#hubAheadMs,
    });
  }

  /** True time passes evenly, so it serves as the clock that nobody can set. */
  #steadyMs(): number {
    return msOf(this.deps.trueNow());
  }

  #wallMs(): number {
    return msOf(this.deps.trueNow()) + this.#wallAheadMs;
  }
}
