import type { Vehicle } from '#shared/domain/vehicle.ts';
import { displayPlate } from '#shared/domain/plate.ts';
import type { ReadDb } from '#core/db/database.ts';
import { openBenchOffice, procedureOf, type BenchProcedure } from './bench-office.ts';
import { median, quantile, type BenchLine } from './bench-line.ts';
import { familyNames, givenNames, madeVehicle, openChance, vehicleCount } from './made-vehicles.ts';
import { applicationCount, searchFile } from './search-file.ts';

const rounds = 5;
const questionsPerRound = 200;
/** Hits of one list in the search box. */
const limit = 20;

/** Search part of PERFORMANCE.md: one box over everything at a million vehicles, beside plain SQL for the same file. */
export async function run(): Promise<BenchLine[]> {
  const office = openBenchOffice(await searchFile());
  try {
    const { reader } = office.storage;
    const box = procedureOf(office, 'search.find');
    const anchorMs = {
      row: median(await times(rounds * questionsPerRound, () => lookUpRow(reader))),
      scan: median(await times(rounds, () => scanOwners(reader))),
    };
    const lines: BenchLine[] = [];
    for (const kind of kinds) lines.push(...linesOf(kind, await measure(box, kind), anchorMs[kind.anchor]));
    return lines;
  } finally {
    office.close();
  }
}

const chance = openChance(3);

function anyVehicle(): Vehicle {
  return madeVehicle(Math.floor(chance() * vehicleCount));
}

const shown = 'SELECT plate, chassis, owner_name FROM vehicle';

function lookUpRow(db: ReadDb): Promise<number> {
  const { plate } = anyVehicle();
  return timeMs(() => db.get(`${shown} WHERE plate = ?`, plate));
}

function scanOwners(db: ReadDb): Promise<number> {
  const part = oneOf(familyNames);
  return timeMs(() => db.all(`${shown} WHERE owner_name LIKE '%' || ? || '%'`, part));
}

const anchorNames = { row: 'one row by its plate', scan: 'LIKE over all owners' } as const;

/** One kind of text that a clerk types, and which plain SQL stands beside it. */
interface Kind {
  readonly name: string;
  readonly typed: (vehicle: Vehicle) => string;
  readonly anchor: keyof typeof anchorNames;
}

const kinds: readonly Kind[] = [
  { name: 'exact plate', typed: ({ plate }) => displayPlate(plate), anchor: 'row' },
  { name: 'first five of a plate', typed: ({ plate }) => plate.slice(0, 5), anchor: 'row' },
  { name: 'first two of a plate', typed: ({ plate }) => plate.slice(0, 2), anchor: 'row' },
  { name: 'whole chassis', typed: ({ chassis }) => chassis, anchor: 'row' },
  { name: 'last six of a chassis', typed: ({ chassis }) => chassis.slice(-6), anchor: 'row' },
  { name: 'ID number', typed: ({ owners }) => owners[0]?.idNumber ?? '', anchor: 'row' },
  { name: 'KRA PIN', typed: ({ owners }) => owners[0]?.kraPin ?? '', anchor: 'row' },
  { name: 'phone', typed: ({ owners }) => `0${owners[0]?.phone.slice(4)}`, anchor: 'row' },
  { name: 'receipt', typed: () => `R-NRB01-2A-${serial()}`, anchor: 'row' },
  { name: 'M-Pesa code', typed: () => `UKM${serial()}A`, anchor: 'row' },
  { name: 'number that nobody has', typed: () => `9${Math.floor(chance() * 1e8)}`, anchor: 'row' },
  { name: 'two letters of a name', typed: () => oneOf(familyNames).slice(0, 2), anchor: 'scan' },
  { name: 'four letters of a common name', typed: () => oneOf(familyNames.slice(0, 20)).slice(0, 4), anchor: 'scan' },
  { name: 'common name', typed: () => oneOf(familyNames.slice(0, 20)), anchor: 'scan' },
  { name: 'rare name', typed: () => oneOf(familyNames.slice(-500)), anchor: 'scan' },
  {
    name: 'two common names',
    typed: () => `${oneOf(givenNames.slice(0, 20))} ${oneOf(familyNames.slice(0, 20))}`,
    anchor: 'scan',
  },
  {
    name: 'common and rare name',
    typed: () => `${oneOf(givenNames.slice(0, 20))} ${oneOf(familyNames.slice(-500))}`,
    anchor: 'scan',
  },
  {
    name: 'beginnings of two common names',
    typed: () => `${oneOf(givenNames.slice(0, 20)).slice(0, 3)} ${oneOf(familyNames.slice(0, 20)).slice(0, 3)}`,
    anchor: 'scan',
  },
  { name: 'three words of a name', typed: ({ owners }) => owners[0]?.name ?? '', anchor: 'scan' },
  { name: 'name that nobody has', typed: () => `${oneOf(familyNames)} xhosa`, anchor: 'scan' },
];

function oneOf(names: readonly string[]): string {
  return names[Math.floor(chance() * names.length)] ?? '';
}

function serial(): string {
  return String(Math.floor(chance() * applicationCount)).padStart(6, '0');
}

/** Medians of the rounds' own p50 and p99; the first round only warms. */
async function measure(box: BenchProcedure, { typed }: Kind): Promise<{ p50: number; p99: number }> {
  const ask = () => {
    const text = typed(anyVehicle());
    return timeMs(() => box.throughDispatch({ text, limit }));
  };
  await times(questionsPerRound, ask);
  const taken: number[][] = [];
  for (let round = 0; round < rounds; round += 1) taken.push(await times(questionsPerRound, ask));
  return { p50: median(taken.map(median)), p99: median(taken.map((round) => quantile(round, 0.99))) };
}

async function times(count: number, ask: () => Promise<number>): Promise<number[]> {
  const taken: number[] = [];
  for (let time = 0; time < count; time += 1) taken.push(await ask());
  return taken;
}

async function timeMs(ask: () => unknown): Promise<number> {
  const startedAt = performance.now();
  await ask();
  return performance.now() - startedAt;
}

function linesOf({ name, anchor }: Kind, { p50, p99 }: { p50: number; p99: number }, anchorValue: number): BenchLine[] {
  const line = (share: string, value: number, aim: string) => ({
    name: `${name}, ${share}`,
    value,
    unit: 'ms',
    anchor: anchorNames[anchor],
    anchorValue,
    ratio: value / anchorValue,
    aim,
  });
  return [line('p50', p50, 'at most 5 ms'), line('p99', p99, 'at most 40 ms')];
}
