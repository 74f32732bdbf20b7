import { setTimeout as sleep } from 'node:timers/promises';
import { isPrinterAddress } from '#shared/domain/print-job.ts';
import { jobsOf, queueJobOf, readQueue, troubleOf } from './cups-words.ts';
import type { Driver, Sending, SendingJob, Trouble } from './driver.ts';
import { runProgram, type Ran, type RunProgram } from './run-program.ts';

export interface CupsOptions {
  readonly run?: RunProgram | undefined;
  /** Between two looks at a job that waits in the queue. */
  readonly pollMs?: number | undefined;
  /** How long a print service that has stopped answering is waited for before the person is asked. */
  readonly patienceMs?: number | undefined;
}

const timeoutMs = 10_000;
const sendTimeoutMs = 30_000;

/**
 * Printers of this PC through CUPS' own programs. A job is followed until it has left the queue: that it is gone says nothing about paper.
 */
export function cupsDriver({ run = runProgram, pollMs = 1000, patienceMs = 60_000 }: CupsOptions = {}): Driver {
  const lpstat = (...args: readonly string[]) => run({ name: 'lpstat', args, timeoutMs });

  async function look(queue: string): Promise<Trouble | null> {
    if (!isPrinterAddress('cups', queue)) return { problem: 'unknown-queue', words: queue };
    const printer = await lpstat('-l', '-p', queue);
    if (printer.ended !== 'well') return serviceTrouble(printer);
    const accepting = await lpstat('-a', queue);
    if (/ not accepting requests/u.test(accepting.out)) return { problem: 'refusing', words: accepting.out.split('\n')[1]?.trim() ?? '' };
    return troubleOf(readQueue(printer.out));
  }

  /** Tells a queue that is gone from a print service that is. */
  async function serviceTrouble({ ended, said }: Ran): Promise<Trouble> {
    if (ended === 'missing') return { problem: 'no-service', words: 'lpstat' };
    if (ended === 'late') return { problem: 'no-service', words: said.trim() };
    const service = await lpstat('-r');
    const isUp = service.out.includes('is running');
    return { problem: isUp ? 'unknown-queue' : 'no-service', words: said.trim() };
  }

  async function send(job: SendingJob): Promise<Sending> {
    const { address, sheet } = job;
    const before = await look(address);
    // What was wrong with the paper of the last job is known again only by the next one; a queue that takes none is known now.
    if (before && ['unknown-queue', 'no-service', 'refusing', 'stopped'].includes(before.problem)) return { kind: 'held', ...before };
    if (before && (await isStopped(address))) return { kind: 'held', ...before };
    const media = sheet.width === 'a4' ? ['-o', 'media=A4'] : [];
    const args = ['-d', address, '-t', titleOf(sheet.title), '-n', '1', ...media, '-'];
    const sent = await run({ name: 'lp', args, input: sheet.bytes, timeoutMs: sendTimeoutMs });
    const queueJob = queueJobOf(sent.out);
    if (sent.ended === 'late') return { kind: 'unsure', problem: 'no-service', words: sent.said.trim() };
    if (sent.ended !== 'well' || queueJob === undefined) return { kind: 'held', ...((await look(address)) ?? failure(sent)) };
    job.onQueued(queueJob);
    return follow({ ...job, queueJob });
  }

  async function isStopped(queue: string): Promise<boolean> {
    return readQueue((await lpstat('-l', '-p', queue)).out).isStopped;
  }

  const follow: NonNullable<Driver['follow']> = async ({ address, queueJob, onTrouble, signal, isEnding }) => {
    const told: { words: string } = { words: '' };
    const tell = (trouble: Trouble | null) => {
      const words = trouble === null ? '' : `${trouble.problem} ${trouble.words}`;
      if (words !== told.words) onTrouble(trouble);
      told.words = words;
    };
    for (let silentMs = 0; ; await sleep(pollMs)) {
      if (signal.aborted) return giveUp(queueJob);
      if (isEnding()) return { kind: 'left' };
      const waiting = await lpstat('-W', 'not-completed', '-o', address);
      if (waiting.ended === 'well') {
        silentMs = 0;
        if (!jobsOf(waiting.out).includes(queueJob)) return { kind: 'taken' };
        tell(await look(address));
        continue;
      }
      const trouble = await serviceTrouble(waiting);
      if (trouble.problem === 'unknown-queue') return { kind: 'unsure', problem: 'removed', words: trouble.words };
      tell(trouble);
      silentMs += pollMs;
      if (silentMs >= patienceMs) return { kind: 'unsure', ...trouble };
    }
  };

  async function giveUp(queueJob: string): Promise<Sending> {
    const cancelled = await run({ name: 'cancel', args: [queueJob], timeoutMs });
    return { kind: 'unsure', problem: 'cancelled', words: cancelled.said.trim() };
  }

  return {
    look,
    send,
    follow,
    discover: async () => {
      const known = await lpstat('-e');
      const names = known.out.split('\n').map((name) => name.trim());
      return known.ended === 'well' ? names.filter((name) => isPrinterAddress('cups', name)) : [];
    },
  };
}

function failure({ said }: Ran): Trouble {
  return { problem: 'printer-error', words: said.trim() };
}

/** What stands in the printer's own list: our numbers only, so that no sign of it means anything to a program. */
function titleOf(title: string): string {
  return `Kaunta ${title.replaceAll(/[^A-Za-z0-9 .-]/gu, '')}`;
}
