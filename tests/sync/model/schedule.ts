import fc from 'fast-check';

/** What may go wrong with one request; what the hub did before the fault it has done. */
export const lineFaults = [
  'lose-request',
  'lose-reply',
  'twice',
  'late',
  'half',
  'error',
  'error-after',
  'garbage',
  'busy',
  'dies-midway',
  'tampered',
] as const;
export type LineFault = (typeof lineFaults)[number];

/** What may go wrong with the next thing that sync writes down: `saved-not-said` is a COMMIT that fails and has committed. */
export const diskFaults = ['not-saved', 'saved-not-said', 'dies-before', 'dies-after'] as const;
export type DiskFault = (typeof diskFaults)[number];

/** Acts of a clerk. A `sale` is of one of few vehicles, so that offices sell the same one. */
export const actKinds = ['plain', 'sale', 'sale', 'refused', 'waits', 'unreadable'] as const;
export type ActKind = (typeof actKinds)[number];

/** How an act ends for its clerk: told, or the program died before or after the commit; who was told nothing asks again or does not. */
export const endings = ['told', 'told', 'told', 'told', 'dies-before', 'dies-after', 'asks-after-death', 'asks-after-commit'] as const;
export type Ending = (typeof endings)[number];

interface AtOffice {
  readonly office: number;
}
interface Write extends AtOffice {
  readonly kind: 'write';
  readonly act: ActKind;
  readonly vehicle: number;
  readonly ending: Ending;
}

/** What people, power, disks, lines and clocks do. */
export type Deed =
  | Write
  | ({ readonly kind: 'line-fault'; readonly fault: LineFault } & AtOffice)
  | ({ readonly kind: 'disk-fault'; readonly fault: DiskFault } & AtOffice)
  | ({ readonly kind: 'crash' | 'try-now' | 'back-up' | 'restore' | 'set-back' } & AtOffice)
  | ({ readonly kind: 'cut'; readonly forMs: number } & AtOffice)
  | ({ readonly kind: 'set-clock'; readonly byMs: number } & AtOffice)
  | { readonly kind: 'hub-down'; readonly forMs: number }
  | { readonly kind: 'back-up-hub' | 'restore-hub' };

export interface Step {
  readonly afterMs: number;
  readonly deed: Deed;
}

export interface Schedule {
  readonly offices: number;
  readonly steps: readonly Step[];
  /** Of latencies, jitter and commit delays. */
  readonly seed: number;
}

export const mostSteps = 120;
const vehicles = 4;
const day = 24 * 60 * 60_000;
const clockJumps = [-3 * day, 60 * 60_000, 400 * day, -1_000, -400 * day];
const pauses = [0, 0, 50, 200, 1_000, 3_000, 10_000, 70_000];

/** One step is one number, so that a schedule is drawn fast and shrinks to few and simple steps: zero is an act told at office 0. */
const step = fc.nat(2 ** 31 - 1);

export const anySchedule: fc.Arbitrary<Schedule> = fc
  .record({
    offices: fc.integer({ min: 3, max: 5 }),
    steps: fc.array(step, { maxLength: mostSteps, size: 'max' }),
    seed: fc.nat(2 ** 31 - 1),
  })
  .map(({ offices, steps, seed }) => ({ offices, seed, steps: steps.map((number) => stepOf(number, offices)) }));

/** Takes a number apart, digit by digit of changing base. */
function stepOf(number: number, offices: number): Step {
  let rest = number;
  const pick = <T>(choices: readonly T[]): T => {
    const picked = choices[rest % choices.length];
    rest = Math.floor(rest / choices.length);
    if (picked === undefined) throw new Error('Nothing to pick from');
    return picked;
  };
  const kind = pick(deedKinds);
  const office = pick(counted[offices] ?? []);
  const afterMs = pick(pauses);
  return { afterMs, deed: deedOf(kind, office, pick) };
}

const counted = [[], [], [], [0, 1, 2], [0, 1, 2, 3], [0, 1, 2, 3, 4]];
const deedKinds: readonly Deed['kind'][] = [
  ...Array.from({ length: 9 }, () => 'write' as const),
  ...Array.from({ length: 9 }, () => 'line-fault' as const),
  'disk-fault',
  'disk-fault',
  'crash',
  'cut',
  'try-now',
  'set-clock',
  'back-up',
  'back-up',
  'restore',
  'set-back',
  'hub-down',
  'back-up-hub',
  'restore-hub',
];

function deedOf(kind: Deed['kind'], office: number, pick: <T>(choices: readonly T[]) => T): Deed {
  switch (kind) {
    case 'write':
      return { kind, office, act: pick(actKinds), ending: pick(endings), vehicle: pick(counted[vehicles] ?? []) };
    case 'line-fault':
      return { kind, office, fault: pick(lineFaults) };
    case 'disk-fault':
      return { kind, office, fault: pick(diskFaults) };
    case 'cut':
      return { kind, office, forMs: pick([1_000, 30_000, 90_000]) };
    case 'set-clock':
      return { kind, office, byMs: pick(clockJumps) };
    case 'hub-down':
      return { kind, forMs: pick([1_000, 30_000, 400_000]) };
    case 'back-up-hub':
    case 'restore-hub':
      return { kind };
    default:
      return { kind, office };
  }
}
