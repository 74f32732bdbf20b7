import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { msOf } from '#shared/base/instant.ts';
import { colour } from './layouts/style.ts';
import type { LayoutDocument, PaperSize } from './layouts/layout-document.ts';
import { qrPicture } from './qr-picture.ts';

const pointsPerMm = 72 / 25.4;

/** Made anew for each paper: pdfmake writes the height it found into the size it was given. */
const pages: Readonly<Record<PaperSize, () => Pick<TDocumentDefinitions, 'pageSize' | 'pageMargins' | 'defaultStyle'>>> = {
  a4: () => ({
    pageSize: 'A4',
    pageMargins: [48, 46, 48, 58],
    defaultStyle: { font: 'Inter', fontSize: 9.5, color: colour.ink, lineHeight: 1.12 },
  }),
  '80mm': () => ({
    pageSize: { width: 80 * pointsPerMm, height: 'auto' },
    pageMargins: [11, 10, 11, 14],
    defaultStyle: { font: 'Inter', fontSize: 9, color: '#000000', lineHeight: 1.1 },
  }),
};

/** What pdfmake is given for a layout: the parts of a page that need its number or size are made here, because a layout has no functions. */
export function definitionOf(layout: LayoutDocument): TDocumentDefinitions {
  return {
    ...pages[layout.paper](),
    language: layout.language,
    info: { title: layout.title, creator: 'Kaunta', producer: 'Kaunta', creationDate: new Date(msOf(layout.madeAt)) },
    content: drawCodes(layout.content) as Content[],
    ...(layout.watermark === null ? {} : { watermark: layout.watermark }),
    ...(layout.paper === 'a4' ? { background: accentLine } : {}),
    header: () => (layout.band === null ? null : structuredClone(layout.band)),
    footer: (page, count) => footOf(layout, page, count),
  };
}

/** The same nodes with a picture for each QR code (qr-picture.ts says why). */
function drawCodes(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(drawCodes);
  if (typeof node !== 'object' || node === null) return node;
  if (isCode(node)) {
    const { qr, fit, ...place } = node;
    return { ...place, image: qrPicture(qr), width: fit };
  }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, drawCodes(value)]));
}

function isCode(node: object): node is { readonly qr: string; readonly fit: number } {
  return 'qr' in node && typeof node.qr === 'string' && 'fit' in node && typeof node.fit === 'number';
}

function accentLine(_page: number, size: { readonly width: number }): Content {
  return { canvas: [{ type: 'rect', x: 0, y: 0, w: size.width, h: 5, color: colour.accent, lineWidth: 0 }] };
}

function footOf({ foot }: LayoutDocument, page: number, count: number): Content {
  if (foot === null) return '';
  const right = foot.right.replace('{page}', String(page)).replace('{pages}', String(count));
  return {
    columns: [
      { width: '*', text: foot.left },
      { width: 'auto', text: right, alignment: 'right' },
    ],
    columnGap: 24,
    fontSize: 7.5,
    color: colour.quiet,
    margin: [48, 16, 48, 0],
  };
}
