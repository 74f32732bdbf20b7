import type { Day } from '../../base/instant.ts';
import { addCents } from '../../base/money.ts';
import { accept, type Decision } from '../../base/decision.ts';
import { withAccessFee, type AccessFeePeriod } from '../access-fee.ts';
import { feeFor, type FeeLine, type FeeProblemCode } from '../fee.ts';
import type { FeeService, ScheduleInForce } from '../fee-schedule.ts';

/** One fee of all units that pay it: `amountCents` is `units` times `eachCents`. */
export interface BatchFeeLine extends FeeLine {
  readonly units: number;
  readonly eachCents: number;
  /** No published table gives the figure for motorcycles: it is inferred (DOMAIN §1.3, L). */
  readonly unsure: boolean;
}

/** What a new motorcycle pays; the total is published nowhere (DOMAIN §1.3, L). */
const servicesOfUnit: readonly FeeService[] = ['first-registration', 'plates', 'dealer-inspection'];
const sureCodes: ReadonlySet<FeeLine['code']> = new Set(['plates', 'access-fee']);

/** Whether a sticker is charged on a motorcycle, which has no windscreen, is doubtful, so it is left out (DOMAIN §1.3). */
function isCharged({ code }: FeeLine): boolean {
  return code !== 'e-sticker';
}

export interface BatchFeeRules {
  readonly schedule: ScheduleInForce;
  readonly accessFee: readonly AccessFeePeriod[];
  readonly today: Day;
}

type FeeTable = Pick<BatchFeeRules, 'schedule'>;

/** What a motorcycle of this capacity pays by itself; the access fee is the whole bill's. */
function unitFee(ratingCc: number, { schedule }: FeeTable): Decision<readonly FeeLine[], FeeProblemCode> {
  const lines: FeeLine[] = [];
  for (const service of servicesOfUnit) {
    const fee = feeFor(schedule, service, { kind: 'motorcycle', ratingCc, wheels: 2, eStickerIssued: false });
    if (!fee.ok) return fee;
    lines.push(...fee.value.lines.filter(isCharged));
  }
  return accept(lines);
}

export function unitFeeCents(ratingCc: number, table: FeeTable): Decision<number, FeeProblemCode> {
  const fee = unitFee(ratingCc, table);
  return fee.ok ? accept(addCents(...fee.value.map(({ amountCents }) => amountCents))) : fee;
}

/** The bill of a batch, one line for each fee and row of the table, with one access fee because it is one bill. */
export function batchFee(
  ratingsCc: readonly number[],
  { schedule, accessFee, today }: BatchFeeRules,
): Decision<readonly BatchFeeLine[], FeeProblemCode> {
  const lines = new Map<string, BatchFeeLine>();
  for (const [ratingCc, units] of countEach(ratingsCc)) {
    const fee = unitFee(ratingCc, { schedule });
    if (!fee.ok) return fee;
    for (const line of fee.value) addLine(lines, line, units);
  }
  const sum = [...lines.values()];
  const totalCents = addCents(...sum.map(({ amountCents }) => amountCents));
  const bill = withAccessFee({ scheduleId: schedule.id, rowId: '', accessFee: 'on-top', lines: sum, totalCents }, accessFee, today);
  const access = bill.lines.slice(sum.length).map((line) => ({ ...line, units: 1, eachCents: line.amountCents, unsure: false }));
  return accept([...sum, ...access]);
}

function countEach(ratingsCc: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const cc of ratingsCc) counts.set(cc, (counts.get(cc) ?? 0) + 1);
  return counts;
}

function addLine(lines: Map<string, BatchFeeLine>, line: FeeLine, units: number): void {
  const key = `${line.code} ${line.scheduleId} ${line.rowId}`;
  const all = units + (lines.get(key)?.units ?? 0);
  lines.set(key, {
    ...line,
    units: all,
    eachCents: line.amountCents,
    amountCents: line.amountCents * all,
    unsure: !sureCodes.has(line.code),
  });
}
