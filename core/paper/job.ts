import type { PaperDataByKind, PaperKind } from './paper.ts';
import type { PaperLocale } from './words.ts';

/** What the printer asks of its worker: one job at a time, one answer a job. */
export interface PaperJob<Kind extends PaperKind = PaperKind> {
  readonly kind: Kind;
  readonly data: PaperDataByKind[Kind];
  readonly locale: PaperLocale;
}

export type WorkerAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'printed'; readonly pdf: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly detail: string };

export interface PdfWorkerData {
  readonly fontsDir: string;
}

/** Why a paper was not made: its data or layout, or the worker that made it. Always a bug or a broken installation, never a refusal. */
export class PaperFailure extends Error {
  readonly reason: 'not-printable' | 'worker-crashed' | 'timed-out' | 'closed';

  constructor(reason: PaperFailure['reason'], detail: string) {
    super(`${reason}: ${detail}`);
    this.name = 'PaperFailure';
    this.reason = reason;
  }
}
