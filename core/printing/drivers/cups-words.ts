import type { PrintProblem } from '#shared/domain/print-job.ts';
import type { Trouble } from './driver.ts';

/** What `lpstat -l -p NAME` says of a queue, in C locale. */
export interface CupsQueue {
  readonly isStopped: boolean;
  /** The printer's own message, as CUPS repeats it. */
  readonly message: string;
  /** IPP printer-state-reasons, such as `media-empty-error`. */
  readonly reasons: readonly string[];
}

export function readQueue(text: string): CupsQueue {
  const [head = '', second = ''] = text.split('\n');
  const message = second.startsWith('\tForm mounted') ? '' : second.trim();
  const alerts = /^\s*Alerts: (.*)$/mu.exec(text)?.[1] ?? 'none';
  return { isStopped: / disabled since /u.test(head), message, reasons: alerts === 'none' ? [] : alerts.trim().split(/[\s,]+/u) };
}

/** Reasons of RFC 8011 and PWG 5100.9, the ones a person can do something about; a `-report` is only a remark. */
const byReason: readonly (readonly [RegExp, PrintProblem])[] = [
  [/^media-(empty|needed)(-error|-warning)?$/u, 'paper-out'],
  [/^(cover|door|interlock|input-tray)-(open|missing)|^cover-open/u, 'cover-open'],
  [/^media-jam/u, 'jam'],
  [/^(toner|marker-supply|developer|ink)-empty/u, 'ink-out'],
  [/^(offline|shutdown|power)/u, 'offline'],
  [/^(timed-out|connecting-to-device)/u, 'unreachable'],
];

const byMessage: readonly (readonly [RegExp, PrintProblem])[] = [
  [/paper (out|empty)|out of (paper|media)|media[- ]empty/iu, 'paper-out'],
  [/(cover|door) (is )?open/iu, 'cover-open'],
  [/jam/iu, 'jam'],
  [/out of (ink|toner)|(ink|toner) (out|empty)/iu, 'ink-out'],
  [/may not exist|unavailable|unable to (locate|connect)|not respond|unreachable|could not be (found|contacted)/iu, 'unreachable'],
  [/off-?line|not connected|unplugged/iu, 'offline'],
];

/** What holds a queue up, most telling first; null where nothing does. */
export function troubleOf({ isStopped, message, reasons }: CupsQueue): Trouble | null {
  const words = [message, ...reasons.filter((reason) => reason !== 'paused')].filter((one) => one !== '').join(' · ');
  const known = reasons.filter((reason) => !reason.endsWith('-report')).map((reason) => match(byReason, reason));
  const problem = known.find((one) => one !== undefined) ?? match(byMessage, message) ?? (isStopped ? 'stopped' : undefined);
  return problem === undefined ? null : { problem, words };
}

function match(table: typeof byReason, text: string): PrintProblem | undefined {
  return table.find(([pattern]) => pattern.test(text))?.[1];
}

/** `request id is Epson-12 (0 file(s))`. */
export function queueJobOf(out: string): string | undefined {
  return /request id is (\S+-\d+) /u.exec(out)?.[1];
}

/** The jobs that `lpstat -o` lists, by name. */
export function jobsOf(out: string): readonly string[] {
  return out.split('\n').flatMap((line) => /^(\S+-\d+)\s/u.exec(line)?.[1] ?? []);
}
