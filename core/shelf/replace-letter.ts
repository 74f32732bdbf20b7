import type * as z from 'zod';
import type { shelf } from '#shared/contract/shelf.ts';
import type { ReadDb } from '../db/database.ts';
import { listLostScans, noteFound, storeChecked, type ScanDeps } from '../documents/service.ts';
import { prepared } from '../handler.ts';
import { AppError } from '../refusal.ts';
import { findHandOver, replaceLetterScan } from './store.ts';

type Input = z.output<typeof shelf.replaceLetter.input>;

/** The letter itself lies in the file: where its scan was lost before the hub had it, it is scanned anew. */
export function replacingLetter(deps: ScanDeps) {
  return prepared({
    prepare: (cx, { slipNumber, file }: Input) => {
      lostLetterOf(cx.db, slipNumber);
      return storeChecked(deps, 'delegate-letter', file);
    },
    execute: (cx, { slipNumber }: Input, scan) => {
      const { lostSha256, subject } = lostLetterOf(cx.db, slipNumber);
      noteFound(cx.db, scan.sha256);
      replaceLetterScan(cx.db, slipNumber, scan);
      cx.setSubject(subject);
      cx.setPayload({ number: slipNumber, lostSha256, ...scan });
      cx.announce('shelf', 'queue');
      return {};
    },
  });
}

function lostLetterOf(db: ReadDb, slipNumber: string): { readonly lostSha256: string; readonly subject: string } {
  const given = findHandOver(db, slipNumber);
  if (!given || given.letterSha256 === null) throw new AppError('act.not-found', { what: 'hand-over' });
  if (!listLostScans(db).some((one) => one.slipNumber === slipNumber)) throw new AppError('scan.not-lost', { kind: 'delegate-letter' });
  const subject = given.applicationId === null ? `shelf:${given.itemId}` : `application:${given.applicationId}`;
  return { lostSha256: given.letterSha256, subject };
}
