import { join } from 'node:path';
import pdfmake from 'pdfmake';
import { definitionOf } from '#core/paper/definition.ts';
import type { LayoutDocument } from '#core/paper/layouts/layout-document.ts';
import { tableLayouts } from '#core/paper/table-layouts.ts';

/** pdfmake, the full TTF files it ships and its own QR codes, a new document each: what one gets by following its manual. */
export function plainPdfmake(root: string): (layout: LayoutDocument) => Promise<unknown> {
  const file = (cut: string): string => join(root, `node_modules/pdfmake/fonts/Roboto/Roboto-${cut}.ttf`);
  const roboto = { normal: file('Regular'), bold: file('Medium') };
  pdfmake.setFonts({ Inter: roboto, InterCode: roboto });
  pdfmake.setTableLayouts(tableLayouts);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => true);
  return (layout) => pdfmake.createPdf({ ...definitionOf({ ...layout, content: [] }), content: layout.content }).getBuffer();
}
