import { assertNever } from '#shared/base/assert-never.ts';
import { displayPlate } from '#shared/domain/plate.ts';
import type { ApplicationCase } from '#renderer/features/application/application-case.ts';
import { CopyDialog } from '#renderer/features/logbooks/copy-dialog.tsx';
import { InterimLicencePaper } from '#renderer/features/paper/test-papers.tsx';
import { ApplicationPaper, ConflictSlip, LogbookPreview, ReceiptPaper, TestSlip } from '#renderer/features/paper/papers.tsx';

export type CasePaperKind =
  | 'receipt'
  | 'test-slip'
  | 'interim-licence'
  | 'conflict-slip'
  | 'application'
  | 'logbook-preview'
  | 'logbook-copy';

interface CasePaperProps {
  readonly application: ApplicationCase;
  readonly kind: CasePaperKind;
  readonly onClose: () => void;
}

/** The paper of a case that was asked for. */
export function CasePaper({ application, kind, onClose }: CasePaperProps) {
  const { line, payment, logbookNumber } = application;
  switch (kind) {
    case 'receipt':
      return payment === null ? null : <ReceiptPaper receiptNumber={payment.receiptNumber} onClose={onClose} />;
    case 'test-slip':
      return <TestSlip id={line.id} reference={line.reference} onClose={onClose} />;
    case 'interim-licence':
      return <InterimLicencePaper id={line.id} reference={line.reference} onClose={onClose} />;
    case 'conflict-slip':
      return <ConflictSlip id={line.id} reference={line.reference} onClose={onClose} />;
    case 'application':
      return <ApplicationPaper id={line.id} reference={line.reference} onClose={onClose} />;
    case 'logbook-preview':
      return <LogbookPreview id={line.id} onClose={onClose} />;
    case 'logbook-copy':
      return <CopyDialog id={line.id} number={logbookNumber ?? ''} plate={displayPlate(line.plate)} onClose={onClose} />;
    default:
      return assertNever(kind);
  }
}
