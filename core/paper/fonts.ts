import type { TFontDictionary } from 'pdfmake/interfaces.js';

/** Our cuts of Inter (resources/fonts/README.md): text, and codes with a slashed zero. */
export function fontFiles(folder: string): TFontDictionary {
  return {
    Inter: { normal: `${folder}Inter-Regular.ttf`, bold: `${folder}Inter-Bold.ttf` },
    InterCode: { normal: `${folder}InterCode-Medium.ttf` },
  };
}

/**
 * Lets every document after the first use the font files that the first one parsed.
 *
 * pdfmake makes a new pdfkit document for each paper, and each of those reads and parses every TTF again: most of the time of a
 * receipt. pdfmake has no setting for it, but asks its document for a font in one method, `provideFont`; here that method is
 * given the parsed font and the measured words of earlier documents. A font object of pdfkit belongs to one document (it collects
 * that document's glyphs), so only what lies below it is shared. Bytes do not change: press.test.ts compares them.
 *
 * Returns false and leaves pdfmake as it is when its insides no longer look as they did in 0.3.11: papers are then slower, not wrong.
 */
export function shareFonts(sample: unknown, sampleFont: unknown): boolean {
  if (!isKnownDocument(sample) || !isKnownFont(sampleFont)) return false;
  const parse = sample.provideFont;
  const parsed = new Map<string, ParsedFont>();
  Object.getPrototypeOf(sample).provideFont = function provideFont(this: PdfDocument, ...[family, bold, italics]: FontChoice): PdfFont {
    const type = this.getFontType(bold, italics);
    const file = this.getFontFile(family, bold, italics);
    const known = parsed.get(String(file));
    const already = this.fontCache[family]?.[type];
    if (already !== undefined) return already;
    if (known !== undefined) return adopt(this, known, [family, type]);
    const font = parse.call(this, family, bold, italics);
    if (typeof file === 'string')
      parsed.set(file, { Font: font.constructor as FontClass, font: font.font, words: font.layoutCache, uses: 0 });
    return font;
  };
  return true;
}

type FontChoice = [family: string, bold: boolean, italics: boolean];

/** The document of pdfmake 0.3 (PDFDocument.js) over that of pdfkit 0.19 (FontsMixin). */
interface PdfDocument {
  readonly provideFont: (...choice: FontChoice) => PdfFont;
  readonly getFontType: (bold: boolean, italics: boolean) => string;
  readonly getFontFile: (...choice: FontChoice) => unknown;
  readonly fontCache: Record<string, Record<string, PdfFont> | undefined>;
  readonly _fontFamilies: Record<string, PdfFont>;
  _fontCount: number;
}

/** pdfkit's EmbeddedFont: what one document has used of a parsed font. */
interface PdfFont {
  readonly constructor: unknown;
  readonly name: string;
  readonly font: object;
  layoutCache: object;
}

type FontClass = new (document: PdfDocument, parsed: object, id: string) => PdfFont;

interface ParsedFont {
  readonly Font: FontClass;
  readonly font: object;
  words: object;
  uses: number;
}

/** Names and numbers differ from paper to paper, so measured words are forgotten now and then, or they would fill the memory. */
const papersPerWordCache = 500;

function adopt(document: PdfDocument, parsed: ParsedFont, [family, type]: readonly [string, string]): PdfFont {
  document._fontCount += 1;
  const id = `F${document._fontCount}`;
  const font = new parsed.Font(document, parsed.font, id);
  parsed.uses += 1;
  if (parsed.uses % papersPerWordCache === 0) parsed.words = font.layoutCache;
  font.layoutCache = parsed.words;
  document._fontFamilies[document._fontFamilies[font.name] === undefined ? font.name : id] = font;
  document.fontCache[family] = { ...document.fontCache[family], [type]: font };
  return font;
}

function isKnownDocument(value: unknown): value is PdfDocument {
  const document = value as Partial<PdfDocument> | null;
  const methods = [document?.provideFont, document?.getFontType, document?.getFontFile];
  return (
    methods.every((method) => typeof method === 'function') &&
    isObject(document?.fontCache) &&
    isObject(document?._fontFamilies) &&
    typeof document?._fontCount === 'number'
  );
}

function isKnownFont(value: unknown): value is PdfFont {
  const font = value as Partial<PdfFont> | null;
  return (
    typeof font?.constructor === 'function' &&
    font.constructor.length === 3 &&
    typeof font.name === 'string' &&
    isObject(font.font) &&
    isObject(font.layoutCache)
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
