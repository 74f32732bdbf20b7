import { resolve, sep } from 'node:path';
import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { definitionOf } from './definition.ts';
import { fontFiles, shareFonts } from './fonts.ts';
import type { LayoutDocument } from './layouts/layout-document.ts';
import { tableLayouts } from './table-layouts.ts';

export interface Press {
  /** False when pdfmake's insides have changed and each paper parses its fonts anew. */
  readonly sharesFonts: boolean;
  readonly print: (layout: LayoutDocument) => Promise<Uint8Array<ArrayBuffer>>;
}

/** pdfmake with our fonts and nothing else: it may read files in the fonts folder, and no URL at all. One per thread: its settings are global. */
export async function openPress(fontsDir: string, options: { readonly shareFonts: boolean } = { shareFonts: true }): Promise<Press> {
  const folder = resolve(fontsDir) + sep;
  pdfmake.setFonts(fontFiles(folder));
  pdfmake.setTableLayouts(tableLayouts);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => resolve(path).startsWith(folder));
  const sharesFonts = options.shareFonts && (await warmUp());
  return { sharesFonts, print: async (layout) => new Uint8Array(await pdfmake.createPdf(definitionOf(layout)).getBuffer()) };
}

/** Makes a first document in every cut, so that no clerk waits for the parsing, and hands its parsed fonts on. */
async function warmUp(): Promise<boolean> {
  const cuts = (): Content[] => ['Kaunta', { text: 'Kaunta', bold: true }, { text: 'Kaunta', font: 'InterCode' }];
  const first = await documentOf({ defaultStyle: { font: 'Inter' }, content: cuts() });
  const shared = shareFonts(first, first.fontCache?.['Inter']?.['normal']);
  if (shared) await documentOf({ defaultStyle: { font: 'Inter' }, content: cuts() });
  return shared;
}

interface OpenDocument {
  readonly fontCache?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** `getStream` gives pdfmake's own document object, which its types call a mere stream. */
async function documentOf(definition: TDocumentDefinitions): Promise<OpenDocument> {
  const document: unknown = await pdfmake.createPdf(definition).getStream();
  return document as OpenDocument;
}
