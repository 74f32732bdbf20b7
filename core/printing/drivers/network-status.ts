import type { PrintProblem } from '#shared/domain/print-job.ts';

/**
 * DLE EOT n of ESC/POS asks a printer how it stands, also in the middle of its work: 1 printer, 2 cause of being offline, 4 paper. Each is
 * answered by one byte whose fixed bits are 0xx1xx10.
 */
export const statusQuestions: Uint8Array = new Uint8Array([0x10, 0x04, 0x01, 0x10, 0x04, 0x02, 0x10, 0x04, 0x04]);
export const statusAnswers = 3;

/** What the three answers mean; undefined where they are no answers, and null where the printer is ready. */
export function statusProblem([printer, cause, paper]: Uint8Array): PrintProblem | null | undefined {
  if (printer === undefined || cause === undefined || paper === undefined) return undefined;
  if (![printer, cause, paper].every(isStatus)) return undefined;
  if ((paper & 0x60) !== 0 || (cause & 0x20) !== 0) return 'paper-out';
  if ((cause & 0x04) !== 0) return 'cover-open';
  if ((cause & 0x40) !== 0) return 'printer-error';
  return (printer & 0x08) === 0 ? null : 'offline';
}

function isStatus(byte: number): boolean {
  return (byte & 0x93) === 0x12;
}
