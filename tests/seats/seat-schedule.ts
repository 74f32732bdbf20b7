import { addDays, dayOf, type Day } from '#shared/base/instant.ts';
import type { SeatPlace } from '#shared/domain/seat-lease.ts';
import { enrolDevice } from '../support/device.ts';
import type { TestHub } from '../support/hub.ts';
import { openChance } from '../sync/model/chance.ts';
import { atHub, newCandidate } from './candidates.ts';
import { ModelCounter, type ModelBooking } from './model-counter.ts';
import type { SeatBug } from './seat-bugs.ts';

const hourMs = 60 * 60_000;
/** Fewer than three pools hold, so that offices want what others have. */
const seatsOfSession = 14;
const offices = ['NRB01', 'KSM01', 'NYR01'];
/** No line is down for longer than a lease may be heard of after its end: past that the hub lends its seats again, and says so. */
const longestCutHours = 20;
const mostHoursAtOnce = 8;

export interface SeatSchedule {
  readonly seed: number;
  /** So many bookings are made, as long as there are seats. */
  readonly wanted: number;
  readonly bug: SeatBug | null;
}

export interface SeatOutcome {
  /** What broke a promise, in words. */
  readonly faults: readonly string[];
  readonly booked: number;
  readonly moved: number;
  readonly cancelled: number;
  /** Lease ends that passed while a counter could not be heard, and seats given back. */
  readonly endedUnheard: number;
  readonly givenBack: number;
}

let centres = 0;

/** One random time of three counters at one hub; then everything is sent, and the slips are compared with the hub's seats. */
export async function playSchedule(test: TestHub, { seed, wanted, bug }: SeatSchedule): Promise<SeatOutcome> {
  const world = await openWorld(test, seed, bug);
  for (let step = 0; booked(world) < wanted && step < wanted * 20; step += 1) {
    await oneStep(world);
    if (step % 40 === 39) await openPlaces(world);
  }
  for (const counter of world.counters) {
    counter.isLineUp = true;
    await counter.sync();
  }
  const faults = [...world.counters.flatMap((counter) => counter.faults), ...(await compared(world))];
  const sum = (of: (counter: ModelCounter) => number) => world.counters.reduce((total, counter) => total + of(counter), 0);
  return {
    faults,
    booked: booked(world),
    moved: world.moved,
    cancelled: sum(({ bookings }) => bookings.filter(({ state }) => state === 'cancelled').length),
    endedUnheard: world.endedUnheard,
    givenBack: sum(({ givenBack }) => givenBack),
  };
}

interface World {
  readonly test: TestHub;
  readonly centre: string;
  readonly counters: readonly ModelCounter[];
  readonly cutHours: Map<ModelCounter, number>;
  readonly chance: () => number;
  places: readonly SeatPlace[];
  moved: number;
  endedUnheard: number;
}

async function openWorld(test: TestHub, seed: number, bug: SeatBug | null): Promise<World> {
  const cursor = (await (await test.device('NRB01')).pullAll()).next;
  const enrol = (officeCode: string) => (now: TestHub['now']) =>
    test.hub.enrolCode(officeCode).then((code) => enrolDevice({ hubUrl: test.hub.url, code, now }));
  const counters = await Promise.all(offices.map((office) => ModelCounter.open({ cursor, bug, trueNow: test.now, enrol: enrol(office) })));
  // A centre of its own for each schedule, so that no seat of an earlier one is counted.
  const centre = `TC-${(centres += 1)}`;
  const world = { test, centre, counters, cutHours: new Map(), chance: openChance(seed), places: [], moved: 0, endedUnheard: 0 };
  await openPlaces(world);
  return world;
}

/** Two sessions on each of three days, as far ahead as people book; days that have passed make room for new ones. */
async function openPlaces(world: World): Promise<void> {
  const { test, centre } = world;
  const today = dayOf(test.now());
  const days: readonly Day[] = [2, 4, 9].map((ahead) => addDays(today, ahead));
  world.places = days.flatMap((day) => ['s1', 's2'].map((session) => ({ centre, day, session, class: 'A2' })));
  await test.hub.operate({ name: 'seats', sessions: world.places.map((place) => ({ ...place, seats: seatsOfSession })) });
}

async function oneStep(world: World): Promise<void> {
  const { counters, places, chance } = world;
  const counter = pick(chance, counters);
  const place = pick(chance, places);
  const standing = counter.bookings.filter((booking) => counter.isStillHeld(booking));
  const what = chance();
  if (what < 0.55) counter.book(await newCandidate(world.test), place);
  else if (what < 0.63) withOne(world, standing, (booking) => (world.moved += Number(counter.move(booking, place))));
  else if (what < 0.68) withOne(world, standing, (booking) => counter.cancel(booking));
  else if (what < 0.74) counter.setClock(pick(chance, [0, -72 * hourMs, -72 * hourMs, 30 * hourMs]));
  else if (what < 0.76) counter.restart();
  else if (what < 0.86) counter.isLineUp = !counter.isLineUp;
  else if (what < 0.89) counter.tend([place], false);
  else await passTime(world);
  if (counter.isLineUp) await settle(world, counter);
}

function withOne({ chance }: World, bookings: readonly ModelBooking[], act: (booking: ModelBooking) => void): void {
  if (bookings.length > 0) act(pick(chance, bookings));
}

function pick<T>(chance: () => number, all: readonly T[]): T {
  const one = all[Math.floor(chance() * all.length)];
  if (one === undefined) throw new Error('There is nothing to choose from');
  return one;
}

async function passTime(world: World): Promise<void> {
  const { test, counters, cutHours, chance } = world;
  const hours = Math.floor(chance() * (mostHoursAtOnce + 1));
  const before = test.now();
  test.moveClock(hours * hourMs);
  for (const counter of counters) {
    if (!counter.isLineUp) world.endedUnheard += counter.leasesEnding(before, test.now());
    const been = counter.isLineUp ? 0 : (cutHours.get(counter) ?? 0) + hours;
    cutHours.set(counter, been);
    if (been <= longestCutHours - mostHoursAtOnce) continue;
    counter.isLineUp = true;
    await counter.sync();
  }
}

/** What a counter does when it hears the hub: it sends and reads, tends its pool, and sends what the pool asked. */
async function settle({ places }: World, counter: ModelCounter): Promise<void> {
  await counter.sync();
  if (counter.tend(places, true)) await counter.sync();
}

function booked({ counters }: World): number {
  return counters.reduce((sum, { bookings }) => sum + bookings.length, 0);
}

/** Every standing booking has its own seat at the hub and no other, and no seat is anybody else's. */
async function compared({ test, centre, counters }: World): Promise<string[]> {
  const rows = await atHub<{ by: string; day: string; session: string; seat: number }>(
    test,
    'SELECT booked_by AS by, day::text AS day, session, number AS seat FROM seat WHERE centre = $1 AND booked_by IS NOT NULL',
    centre,
  );
  const key = ({ day, session, seat }: { readonly day: string; readonly session: string; readonly seat: number }) =>
    `${day} ${session} ${seat}`;
  const atTheHub = new Map(rows.map((row) => [row.by, key(row)]));
  const standing = counters.flatMap(({ bookings }) => bookings.filter(({ state }) => state === 'booked'));
  const doubled = standing.length - new Set(standing.map(({ at }) => key(at))).size;
  return [
    ...(doubled > 0 ? [`${doubled} seats are on two slips`] : []),
    ...(rows.length === standing.length ? [] : [`${rows.length} seats at the hub, ${standing.length} slips`]),
    ...standing.flatMap(({ id, at }) =>
      atTheHub.get(id) === key(at) ? [] : [`${key(at)} of a slip is ${atTheHub.get(id) ?? 'nobody’s'} at the hub`],
    ),
  ];
}
