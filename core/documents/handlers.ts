import { isEditable } from '#shared/domain/application.ts';
import type { ScanKind } from '#shared/domain/scan-kind.ts';
import { rulesOf, vehicleOf } from '#shared/domain/services/services.ts';
import { forAct, getApplication, settleState } from '../applications/act.ts';
import { standingOfApplication } from '../applications/service.ts';
import type { QueryContext } from '../context.ts';
import type { ReadDb } from '../db/database.ts';
import { prepared, type FeatureHandlers } from '../handler.ts';
import { AppError } from '../refusal.ts';
import { pdfFile, readScan } from './service.ts';
import { storeChecked, type ScanDeps } from './store-checked.ts';
import { insertScan, knowsScan, listLostScans, listScans, markRemoved, noteFound, type Scan } from './store.ts';

type Handlers = Pick<FeatureHandlers<'applications'>, 'attachScan' | 'replaceScan' | 'lostScans' | 'removeScan' | 'scan' | 'practiceScan'>;

export interface DocumentDeps extends ScanDeps {
  /** A made-up scan for the practice office. */
  readonly sampleScan: (vehicle: { plate: string; chassis: string }, kind: ScanKind) => Uint8Array;
}

/** The papers of an application: checked before they are taken, on the disk before their row is. */
export function documentHandlers({ vault, checker, sampleScan }: DocumentDeps): Handlers {
  return {
    attachScan: prepared({
      prepare: async (cx, { id, kind, file }) => {
        refuseUnneeded(cx, id, kind);
        return storeChecked({ vault, checker }, kind, file);
      },
      execute: (cx, { id, kind, file }, stored) => {
        const { scans } = forAct(cx, id, isEditable);
        for (const earlier of scans.filter((scan) => scan.kind === kind)) markRemoved(cx.db, earlier.id, id, cx.now);
        const scan = { id: cx.newId(), kind, fileName: file.name.slice(0, 200), ...stored, attachedAt: cx.now };
        noteFound(cx.db, scan.sha256);
        insertScan(cx.db, id, scan);
        settleState(cx, id);
        cx.setPayload({ applicationId: id, kind, fileName: scan.fileName, sha256: scan.sha256, pages: scan.pages });
        return { ...scan, atHub: false, lostAt: null };
      },
    }),
    replaceScan: prepared({
      prepare: (cx, { id, scanId, file }) => storeChecked({ vault, checker }, getLostScan(cx.db, id, scanId).kind, file),
      execute: (cx, { id, scanId, file }, stored) => {
        forAct(cx, id, () => true);
        const lost = getLostScan(cx.db, id, scanId);
        const { kind } = lost;
        markRemoved(cx.db, scanId, id, cx.now);
        noteFound(cx.db, stored.sha256);
        const scan = { id: cx.newId(), kind, fileName: file.name.slice(0, 200), ...stored, attachedAt: cx.now };
        insertScan(cx.db, id, scan);
        const { sha256, bytes, pages, fileName } = scan;
        cx.setPayload({ applicationId: id, kind, lostSha256: lost.sha256, sha256, bytes, pages, fileName });
        cx.announce('queue');
        return { ...scan, atHub: false, lostAt: null };
      },
    }),
    lostScans: (cx) => listLostScans(cx.db),
    removeScan: (cx, { id, scanId }) => {
      forAct(cx, id, isEditable);
      if (!markRemoved(cx.db, scanId, id, cx.now)) throw new AppError('act.not-found', { what: 'scan' });
      cx.setPayload({ applicationId: id, scanId });
      return {};
    },
    scan: async (cx, { sha256 }) => {
      if (!knowsScan(cx.db, sha256)) throw new AppError('act.not-found', { what: 'scan' });
      return pdfFile(await readScan(vault, sha256), 'scan.pdf');
    },
    practiceScan: (cx, { id, kind }) => {
      if (!cx.office.practice) throw new AppError('practice.only');
      const application = getApplication(cx.db, id);
      const vehicle = vehicleOf(standingOfApplication(cx, application).body);
      const { plate, chassis } = vehicle ?? { plate: 'KMFP324B', chassis: 'MD2A76AX7PW000001' };
      return pdfFile(sampleScan({ plate, chassis }, kind), `practice-${kind}.pdf`);
    },
  };
}

/** A scan of an application that was sent, which neither this PC nor the hub has. */
function getLostScan(db: ReadDb, applicationId: string, scanId: string): Scan {
  const application = getApplication(db, applicationId);
  const scan = listScans(db, applicationId).find(({ id }) => id === scanId);
  if (!scan) throw new AppError('act.not-found', { what: 'scan' });
  if (application.submittedAt === null || scan.lostAt === null) throw new AppError('scan.not-lost', { kind: scan.kind });
  return scan;
}

function refuseUnneeded(cx: QueryContext, id: string, kind: ScanKind): void {
  const application = getApplication(cx.db, id);
  const { body } = standingOfApplication(cx, application);
  if (!rulesOf(application.service).scansNeeded(body).includes(kind)) throw new AppError('act.not-found', { what: kind });
}
