import type { Transaction } from '../storage.ts';
import { endOf, type CopiedLog } from './copied-log.ts';
import type { BranchPoint } from './copy-record.ts';

/** One transaction to run again, on tables of this version. */
export interface WayStep {
  readonly line: string;
  readonly transaction: Transaction;
  readonly schemaVersion: number;
}

export interface Way {
  readonly steps: readonly WayStep[];
  /** Nothing that the logs tell of lies beyond the last step, as far as they can be read. */
  readonly complete: boolean;
}

interface Line {
  readonly from: BranchPoint | null;
  readonly steps: Map<number, WayStep>;
  end: number;
}

/**
 * The transactions that lead from one point of a line to the newest one, through every line that branched off on the way. Logs come in
 * the order of their numbers; one that could not be read is undefined.
 */
export function wayFrom(point: BranchPoint, logs: readonly (CopiedLog | undefined)[]): Way {
  const readable = logs.filter((log) => log !== undefined);
  const lines = linesOf(readable);
  const path = pathTo(readable.at(-1)?.start.line ?? point.line, point.line, lines);
  const steps: WayStep[] = [];
  const reached = path.every((line, index) => {
    const next = path[index + 1];
    const bound = next === undefined ? undefined : lines.get(next)?.from?.tx;
    return walk(lines.get(line), bound, { steps, after: steps.at(-1)?.transaction.tx ?? point.tx });
  });
  const isOnPath = path[0] === point.line && path.at(-1) === (readable.at(-1)?.start.line ?? point.line);
  const isWhole = logs.every((log) => log !== undefined && log.end !== 'broken');
  return { steps, complete: reached && isOnPath && isWhole };
}

/** What was committed on each line: a transaction that did not commit is replaced by the next of its number, or ended by the next log. */
function linesOf(logs: readonly CopiedLog[]): Map<string, Line> {
  const lines = new Map<string, Line>();
  for (const log of logs) {
    const { line: name, from, afterTx, schemaVersion } = log.start;
    const line: Line = lines.get(name) ?? { from, steps: new Map(), end: afterTx };
    lines.set(name, line);
    dropAfter(line, afterTx);
    for (const transaction of log.transactions) {
      dropAfter(line, transaction.tx - 1);
      line.steps.set(transaction.tx, { line: name, transaction, schemaVersion });
    }
    line.end = Math.max(endOf(log), afterTx);
  }
  return lines;
}

function dropAfter(line: Line, tx: number): void {
  for (let voided = tx + 1; line.steps.delete(voided); voided += 1);
}

/** Oldest line first; the starting line alone where the newest did not come of it. */
function pathTo(newest: string, oldest: string, lines: ReadonlyMap<string, Line>): string[] {
  const path = [newest];
  for (let name = newest; name !== oldest;) {
    const from = lines.get(name)?.from;
    if (!from || path.includes(from.line)) return [oldest];
    path.unshift(from.line);
    name = from.line;
  }
  return path;
}

/** Adds the steps of one line up to where the next branched off; false where one is missing. */
function walk(line: Line | undefined, bound: number | undefined, { steps, after }: { steps: WayStep[]; after: number }): boolean {
  let tx = after;
  while (bound === undefined || tx < bound) {
    const step = line?.steps.get(tx + 1);
    if (!step) break;
    steps.push(step);
    tx += 1;
  }
  return bound === undefined ? tx >= (line?.end ?? tx) : tx === bound;
}
