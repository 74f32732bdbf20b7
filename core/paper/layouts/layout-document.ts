import type { Content, Watermark } from 'pdfmake/interfaces.js';
import type { Instant } from '#shared/base/instant.ts';

/**
 * A paper as plain data: no function and no class in it, so that it can be kept, compared and sent to a worker.
 * A node must not stand in two places of one document, because pdfmake writes its measures into the nodes.
 */
export interface LayoutDocument {
  readonly title: string;
  readonly language: string;
  readonly madeAt: Instant;
  readonly paper: PaperSize;
  readonly content: Content[];
  /** Stands in the upper margin of every page. */
  readonly band: Content | null;
  /** Stands across every page. */
  readonly watermark: Watermark | null;
  /** Stands in the lower margin of every page; `{page}` and `{pages}` become numbers. */
  readonly foot: { readonly left: string; readonly right: string } | null;
}

export type PaperSize = 'a4' | '80mm';
