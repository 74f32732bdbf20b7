import { runBackup, type BackupJob, type BackupResult } from './backup-job.ts';
import { runCheck, type CheckJob, type CheckResult } from './check-job.ts';
import { runRestore, type RestoreJob, type RestoreResult } from './restore-job.ts';

/** Work on whole files that would make the counter wait. */
export type Job = BackupJob | CheckJob | RestoreJob;

export type ResultOf<J extends Job> = J extends BackupJob ? BackupResult : J extends CheckJob ? CheckResult : RestoreResult;

export async function runJob<J extends Job>(job: J): Promise<ResultOf<J>> {
  return (await resultOf(job)) as ResultOf<J>;
}

function resultOf(job: Job): BackupResult | CheckResult | Promise<RestoreResult> {
  switch (job.kind) {
    case 'backup':
      return runBackup(job);
    case 'check':
      return runCheck(job);
    case 'restore':
      return runRestore(job);
  }
}

/** What a worker says of its one job. */
export type JobAnswer = { readonly done: unknown } | { readonly failed: { readonly message: string; readonly code: string } };
