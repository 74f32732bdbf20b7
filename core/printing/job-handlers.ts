import { instantPlusMs, type Instant } from '#shared/base/instant.ts';
import type { PaperRef } from '#shared/contract/paper.ts';
import { isUnderWay, mayPrintAgain } from '#shared/domain/print-job.ts';
import type { Reference } from '#shared/domain/reference.ts';
import type { CommandContext } from '../context.ts';
import type { ReadDb } from '../db/database.ts';
import type { FeatureHandlers } from '../handler.ts';
import { makePaper } from '../paper/papers.ts';
import { AppError } from '../refusal.ts';
import { findJob, hasOriginal, jobsAsking, listJobs, moveJob, type PrintJob } from './job-store.ts';
import type { PrintRunner } from './runner.ts';
import { queueJob } from './service.ts';
import type { SheetLedger } from './sheets.ts';

type Handlers = Pick<FeatureHandlers<'printing'>, 'print' | 'jobs' | 'asking' | 'answer' | 'again' | 'cancel'>;

export interface JobHandlersDeps {
  readonly reference: Reference;
  readonly runner: Pick<PrintRunner, 'giveUp'>;
  readonly sheets: SheetLedger;
}

/** How long jobs are listed. */
const listedMs = 30 * 24 * 60 * 60_000;

/** Jobs: asked for, looked at, answered for, printed again, stopped. */
export function jobHandlers({ reference, runner, sheets }: JobHandlersDeps): Handlers {
  return {
    print: (cx, { paper, locale }) => {
      // A paper that cannot be made is refused here, with its reason, rather than in the queue.
      makePaper({ cx, reference, locale }, paper, 'a4');
      if (paper.kind === 'logbook-copy' || paper.kind === 'receipt-reprint') throw new AppError('printing.counted');
      refuseSecondOriginal(cx.db, paper);
      const jobId = queueJob(cx, { paper, locale, sheetSerial: null });
      cx.setPayload({ jobId, paper });
      return { jobId, isQueued: findJob(cx.db, jobId)?.state === 'queued' };
    },
    jobs: (cx, page) => {
      const { jobs, total } = listJobs(cx.db, { ...page, since: listedSince(cx.now) });
      return { lines: jobs.map(jobLine), total };
    },
    asking: (cx) => jobsAsking(cx.db, cx.actor.id).map(jobLine),
    answer: (cx, { jobId, cameOut, reason }) => {
      const job = getJob(cx.db, jobId);
      if (!cameOut && reason === null) throw new AppError('printing.reason-missing', {});
      const to = cameOut ? 'done' : 'spoiled';
      if (!moveJob(cx.db, jobId, { from: ['asking'], to, reason: cameOut ? undefined : (reason ?? undefined), at: cx.now }))
        throw new AppError('act.wrong-state', { state: job.state });
      if (reason !== null && !cameOut && job.sheetSerial !== null) sheets.spoil(cx, { serial: job.sheetSerial, reason });
      noteSubject(cx, job);
      return {};
    },
    again: (cx, { jobId }) => {
      const job = getJob(cx.db, jobId);
      if (job.isRepeated || !mayPrintAgain(job.state)) throw new AppError('act.wrong-state', { state: job.state });
      refuseSecondOriginal(cx.db, job.paper);
      const next = queueJob(cx, { paper: job.paper, locale: job.locale, sheetSerial: sheetFor(cx, job), againOf: jobId });
      noteSubject(cx, job);
      return { jobId: next };
    },
    cancel: (cx, { jobId }) => {
      const job = getJob(cx.db, jobId);
      if (!isUnderWay(job.state)) throw new AppError('act.wrong-state', { state: job.state });
      const stopped = moveJob(cx.db, jobId, { from: ['queued'], to: 'cancelled', at: cx.now });
      if (!stopped) cx.afterCommit(() => runner.giveUp(jobId));
      noteSubject(cx, job);
      return {};
    },
  };

  /** Where nothing came near the paper the sheet is still blank and serves again; a spoiled one is followed by the next. */
  function sheetFor(cx: CommandContext, { sheetSerial, state }: PrintJob): string | null {
    if (sheetSerial === null || state !== 'spoiled') return sheetSerial;
    return sheets.next(cx, { serial: sheetSerial });
  }
}

/** Whoever holds an original holds the receipt; every other paper of it is a counted reprint. */
function refuseSecondOriginal(db: ReadDb, paper: PaperRef): void {
  if (paper.kind !== 'receipt' || !hasOriginal(db, paper.receiptNumber)) return;
  throw new AppError('printing.printed-already', { receiptNumber: paper.receiptNumber });
}

function noteSubject(cx: CommandContext, job: PrintJob): void {
  cx.setSubject(`print-job:${job.id}`);
  cx.announce('printing');
}

function getJob(db: ReadDb, id: string): PrintJob {
  const job = findJob(db, id);
  if (!job) throw new AppError('act.not-found', { what: 'print-job' });
  return job;
}

function listedSince(now: Instant): Instant {
  return instantPlusMs(now, -listedMs);
}

function jobLine(job: PrintJob) {
  return {
    id: job.id,
    paper: job.paper,
    use: job.use,
    locale: job.locale,
    printer: job.printerName,
    sheetSerial: job.sheetSerial,
    state: job.state,
    problem: job.problem,
    printerWords: job.printerWords,
    reason: job.reason,
    savedFile: job.savedFile,
    isRepeated: job.isRepeated,
    clerk: job.clerkName,
    clerkId: job.clerkId,
    queuedAt: job.queuedAt,
    changedAt: job.changedAt,
  };
}
