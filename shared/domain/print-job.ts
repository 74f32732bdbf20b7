/** The kinds of paper an office sets a printer for. */
const paperUses = ['receipt', 'slip', 'logbook', 'form', 'report'] as const;
export type PaperUse = (typeof paperUses)[number];

/**
 * Where a job stands. `sent` means that the printer's bytes may have left; nobody knows yet whether paper came out, so it is never sent a
 * second time by itself: a person is asked. `failed` is said only where nothing can have come out.
 */
const printJobStates = ['queued', 'sent', 'asking', 'done', 'spoiled', 'failed', 'cancelled'] as const;
export type PrintJobState = (typeof printJobStates)[number];
