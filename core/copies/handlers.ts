import path from 'node:path';
import type * as z from 'zod';
import type { backup, copies as contract } from '#shared/contract/copies.ts';
import { prepared, type FeatureHandlers } from '../handler.ts';
import { findRecovery, recoveryFileName } from '../keys/recovery-file.ts';
import { budgetOf, usedBytesOf } from './backups.ts';
import { areOnOneDisk, freeBytesOf } from './chosen-folder.ts';
import type { Copies } from './copies.ts';
import { ownRoot, type CopiesFile } from './copies-file.ts';
import { listBackups, listLogs, type BackupFile } from './folder.ts';

export interface CopiesHandlersDeps {
  readonly copies: Copies;
  readonly facts: CopiesFile;
  readonly folder: string;
}

/** The copies as an admin sees and steers them. */
export function copiesHandlers(deps: CopiesHandlersDeps): FeatureHandlers<'copies'> {
  const { copies } = deps;
  return {
    status: () => statusOf(deps),
    backUpNow: prepared({
      prepare: async () => shown(await copies.backUp('by-hand')),
      execute: (cx, _input, made) => {
        cx.setPayload({ fileName: made.name });
        cx.announce('copies');
        return made;
      },
    }),
    checkNow: prepared({
      prepare: () => copies.check('full'),
      execute: (cx, _input, result) => {
        cx.setPayload({ ok: result.ok });
        cx.announce('copies');
        return result;
      },
    }),
    setFolder: prepared({
      prepare: (_cx, { folder }) => copies.setFolder(folder),
      execute: (cx) => {
        cx.announce('copies');
        return {};
      },
    }),
    makeRecoveryCode: prepared({
      prepare: () => copies.makeRecoveryCode(),
      execute: (cx, _input, made) => {
        cx.setPayload({ madeAt: made.madeAt });
        cx.setReply({ code: null, madeAt: made.madeAt });
        cx.announce('copies');
        return made;
      },
    }),
  };
}

async function statusOf({ copies, facts, folder }: CopiesHandlersDeps): Promise<z.input<typeof contract.status.output>> {
  const root = copies.root();
  const [backups, logs] = await Promise.all([listBackups(root), listLogs(root)]).catch(() => [[], []]);
  const usedBytes = usedBytesOf(backups, logs);
  const newest = backups.at(-1);
  const { lastCheck, escrowSentAt } = facts.facts();
  return {
    folder: root,
    isDefault: root === ownRoot(folder),
    sameDisk: await areOnOneDisk(root, folder),
    freeBytes: await freeBytesOf(root),
    lastBackup: newest ? shown(newest) : null,
    lastCheck,
    behind: copies.behind() ?? null,
    working: copies.working(),
    backups: backups.toReversed().map(shown),
    usedBytes,
    budgetBytes: await budgetOf(root, usedBytes),
    escrowSentAt,
    recoveryCodeMadeAt: (await findRecovery(path.join(folder, recoveryFileName)))?.madeAt ?? null,
  };
}

function shown({ name, kind, at, bytes, isDamaged }: BackupFile): z.input<typeof backup> {
  return { name, kind, at, bytes, good: !isDamaged };
}
