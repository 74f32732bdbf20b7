import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** `/proc` counts in hundredths of a second. */
const ticksPerSecond = 100;
const isToldHere = process.platform === 'linux';

interface ProcessStat {
  readonly parent: number;
  readonly seconds: number;
  /** Of the children that have ended. */
  readonly endedSeconds: number;
}

/** Undefined where the process has ended. */
function statOf(pid: number): ProcessStat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name before it is in brackets and may hold spaces.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent = 0] = fields.slice(1);
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11);
    return { parent, seconds: (user + system) / ticksPerSecond, endedSeconds: (endedUser + endedSystem) / ticksPerSecond };
  } catch {
    return undefined;
  }
}

/**
 * What a process has taken of the processors so far, in seconds: the time on the clock depends more on what else runs. Only Linux tells;
 * elsewhere it is not a number.
 */
export function processSeconds(pid: number): number {
  return isToldHere ? (statOf(pid)?.seconds ?? 0) : Number.NaN;
}

/** What the PostgreSQL server of this address has taken, with all its processes, in seconds. */
export function serverSeconds(url: string): number {
  if (!isToldHere) return Number.NaN;
  const folder = decodeURIComponent(/@([^/]+)\//u.exec(url)?.[1] ?? '');
  const server = Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const own = statOf(server);
  const children = readdirSync('/proc')
    .map((name) => statOf(Number(name)))
    .filter((stat) => stat?.parent === server);
  return [own, ...children].reduce((sum, stat) => sum + (stat?.seconds ?? 0), own?.endedSeconds ?? 0);
}
