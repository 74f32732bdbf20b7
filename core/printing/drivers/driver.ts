import type { PrintProblem } from '#shared/domain/print-job.ts';

/** What goes to a printer, as bytes of the kind that its way takes. */
export interface Sheet {
  /** Stands in the printer's own list; never a person's name. */
  readonly title: string;
  /** Of the PDF, where one is kept. */
  readonly fileName: string;
  readonly width: 'a4' | '80mm';
  readonly bytes: Uint8Array;
}

/** What a printer said of itself; `words` are its own, kept for whoever mends it. */
export interface Trouble {
  readonly problem: PrintProblem;
  readonly words: string;
}

/**
 * How sending ended. `held`: nothing can have come out. `unsure`: some of it may have. `taken`: the printer or its queue has had all of it,
 * which is not yet paper. `left`: the program ends while the printer's own queue
 * has it, to be followed at the next start.
 */
export type Sending =
  | { readonly kind: 'taken' }
  | { readonly kind: 'saved'; readonly file: string }
  | ({ readonly kind: 'held' } & Trouble)
  | ({ readonly kind: 'unsure' } & Trouble)
  | { readonly kind: 'left' };

export interface SendingJob {
  readonly address: string;
  readonly sheet: Sheet;
  /** The job's name in the printer's own queue, where it has got one: it can be followed under it. */
  readonly onQueued: (queueJob: string) => void;
  /** What holds it up while it waits in the printer's own queue; null once that is over. */
  readonly onTrouble: (trouble: Trouble | null) => void;
  /** The person gave it up. */
  readonly signal: AbortSignal;
  /** The program ends: what is on its way is finished, what only waits is left. */
  readonly isEnding: () => boolean;
}

/** One way to reach printers. Nothing here throws for what a printer does: that is an answer. */
export interface Driver {
  /** Null: ready. */
  readonly look: (address: string) => Promise<Trouble | null>;
  readonly send: (job: SendingJob) => Promise<Sending>;
  /** Goes on with a job that was in the printer's own queue when the program ended. */
  readonly follow?: (job: Omit<SendingJob, 'sheet' | 'onQueued'> & { readonly queueJob: string }) => Promise<Sending>;
  /** Addresses that this PC knows by itself. */
  readonly discover?: () => Promise<readonly string[]>;
}
