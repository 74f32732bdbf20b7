import type { Words } from '#shared/text/text.ts';
import type { CopiesStatus, SystemFacts } from './system-facts.ts';

type ConcernName = Exclude<keyof Words['system']['concerns'], 'allWell' | 'needed' | 'bar'>;

/** One thing about this PC that does not mend itself. */
export interface Concern {
  readonly name: ConcernName;
  readonly tone: 'red' | 'amber';
}

/** What needs a person, gravest first. A practice office has no safe and no second disk to be asked for. */
export function concernsOf(facts: SystemFacts, isPractice: boolean): readonly Concern[] {
  const { system, copies, standing, isPullHeld } = facts;
  const { state } = standing.device;
  const asked: readonly (Concern | false)[] = [
    (state === 'revoked' || state === 'left') && { name: 'device-shut', tone: 'red' },
    standing.alarms.length > 0 && { name: 'alarm', tone: 'red' },
    copiesState(copies) === 'damaged' && { name: 'copies-damaged', tone: 'red' },
    copiesState(copies) === 'behind' && { name: 'copies-behind', tone: 'red' },
    system.disk.state === 'no-scans' && { name: 'disk-no-scans', tone: 'red' },
    system.limits.state === 'stop' && { name: 'limits-stop', tone: 'red' },
    system.clock.state === 'behind' && { name: 'clock-behind', tone: 'red' },
    state === 'retiring' && { name: 'device-retiring', tone: 'amber' },
    isPullHeld && { name: 'pull-held', tone: 'amber' },
    system.clock.state === 'apart' && { name: 'clock-apart', tone: 'amber' },
    system.disk.state === 'low' && { name: 'disk-low', tone: 'amber' },
    system.limits.state === 'warn' && { name: 'limits-warn', tone: 'amber' },
    copiesState(copies) === 'none' && { name: 'copies-none', tone: 'amber' },
    !isPractice && copies.sameDisk === true && { name: 'copies-same-disk', tone: 'amber' },
    !isPractice && copies.recoveryCodeMadeAt === null && { name: 'key-no-code', tone: 'amber' },
  ];
  return asked.filter((concern) => concern !== false);
}

/** How the copies stand, in one word: what was found damaged is graver than what was not copied. */
export function copiesState({ lastCheck, lastBackup, behind, working }: CopiesStatus): 'good' | 'working' | 'behind' | 'damaged' | 'none' {
  if (lastCheck?.ok === false || lastBackup?.good === false) return 'damaged';
  if (behind !== null) return 'behind';
  if (working !== null) return 'working';
  return lastBackup === null ? 'none' : 'good';
}
