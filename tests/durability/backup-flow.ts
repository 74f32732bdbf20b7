import path from 'node:path';
import { runBackup } from '#core/copies/backup-job.ts';
import { openOfficeFile } from '#core/start/open-file.ts';
import { officeFileOf } from '#tests/support/made-office.ts';
import type { Flow, FlowOptions } from './flow.ts';

export function backupName(n: number): string {
  return `made-${n}.db`;
}

/** A backup of the open office, as the copies' worker makes it. */
export async function openBackups({ dataDir }: Pick<FlowOptions, 'dataDir'>): Promise<Flow> {
  const { folder, key } = await officeFileOf(dataDir);
  const storage = await openOfficeFile(folder, key);
  const file = { path: path.join(folder, 'office.db'), key };
  return {
    attempt: (n) => {
      const { tx } = runBackup({ kind: 'backup', file, target: path.join(folder, 'backups', backupName(n)) });
      return Promise.resolve(`${n} ${tx}`);
    },
    isReadOnly: () => Promise.resolve(false),
    close: () => Promise.resolve(storage.close()),
  };
}
