import type { PrintJobState } from '#shared/domain/print-job.ts';
import type { Words } from '#shared/text/text.ts';
import type { client } from '#renderer/connection/connection.ts';
import type { TagTone } from '#renderer/ui/tag.tsx';

export type PrintJob = Awaited<ReturnType<typeof client.printing.jobs>>['lines'][number];
export type PrinterLine = Awaited<ReturnType<typeof client.printing.printers>>['printers'][number];
type PrintWords = Words['printing'];

/** What a paper is called in one line. */
export function paperName({ paper, sheetSerial }: Pick<PrintJob, 'paper' | 'sheetSerial'>, words: PrintWords): string {
  const name = plainName(paper, words);
  return sheetSerial === null ? name : `${name} ${words.onSheet(sheetSerial)}`;
}

function plainName(paper: PrintJob['paper'], { paper: words }: PrintWords): string {
  switch (paper.kind) {
    case 'receipt':
      return words.receipt(paper.receiptNumber);
    case 'receipt-reprint':
      return words['receipt-reprint'](paper.receiptNumber, paper.reprint);
    case 'void-form':
      return words['void-form'](paper.receiptNumber);
    case 'logbook-copy':
      return words['logbook-copy'](paper.copy);
    case 'application':
    case 'conflict-slip':
    case 'test-slip':
    case 'batch-cover':
    case 'unit-slips':
    case 'school-slip':
    case 'list-slips':
    case 'logbook-preview':
    case 'series-report':
    case 'sheet-report':
    case 'shelf-report':
    case 'trade-register':
    case 'collection-slip':
    case 'day-list':
    case 'competence-certificate':
    case 'result-slip':
    case 'interim-licence':
    case 'test-page':
      return words[paper.kind];
    default:
      return words.other;
  }
}

export const jobTone: Readonly<Record<PrintJobState, TagTone>> = {
  queued: 'blue',
  sent: 'blue',
  asking: 'amber',
  done: 'green',
  spoiled: 'red',
  failed: 'red',
  cancelled: 'grey',
};

/** What is to be said of a job beside its state. */
export function jobNote(job: PrintJob, words: PrintWords): string {
  if (job.savedFile !== null) return words.jobs.savedAs(job.savedFile);
  const parts = [
    job.reason === null ? '' : (words.reason as Readonly<Record<string, string>>)[job.reason],
    job.problem === null ? '' : words.problem[job.problem],
    job.printerWords === '' ? '' : words.saidBy(job.printerWords),
    job.isRepeated ? words.jobs.isRepeated : '',
  ];
  return parts.filter((part) => part !== '' && part !== undefined).join(' · ');
}
