import type { Reference } from '#shared/domain/reference.ts';
import { pdfFile } from '../documents/service.ts';
import type { FeatureHandlers } from '../handler.ts';
import { makePaper } from './papers.ts';
import type { PaperPrinter } from './printer.ts';

/** Papers as PDF. */
export function paperHandlers(printer: PaperPrinter, reference: Reference): FeatureHandlers<'paper'> {
  return {
    get: async (cx, { paper, width, locale }) => {
      const made = makePaper({ cx, reference, locale }, paper, width);
      return pdfFile(await printer.render(made.kind, made.data, locale), made.fileName);
    },
  };
}
