import { readXml } from './xml.ts';
import type { ZipParts } from './zip-parts.ts';

/** What a cell's number format makes of its number. */
export type NumberStyle = { readonly kind: 'plain' | 'date' | 'scientific' } | { readonly kind: 'padded'; readonly digits: number };

const plain: NumberStyle = { kind: 'plain' };

/** Number styles by the index that cells give. */
export async function readStyles(parts: ZipParts, part: string | undefined): Promise<readonly NumberStyle[]> {
  if (part === undefined || !parts.has(part)) return [];
  const codes = new Map<string, string>();
  const formatIds: string[] = [];
  let isInCellFormats = false;
  await readXml(
    { name: part, bytes: parts.read(part) },
    {
      open: (name, { numFmtId: id = '0', formatCode: code = '' }) => {
        if (name === 'numFmt') codes.set(id, code);
        if (name === 'cellXfs') isInCellFormats = true;
        if (name === 'xf' && isInCellFormats) formatIds.push(id);
      },
      close: (name) => {
        if (name === 'cellXfs') isInCellFormats = false;
      },
    },
  );
  return formatIds.map((id) => styleOf(Number(id), codes.get(id)));
}

/** Formats that every spreadsheet knows by number (ECMA-376 part 1, 18.8.30): days, days of East Asian calendars, and 0.00E+00. */
function styleOf(id: number, code: string | undefined): NumberStyle {
  if (code !== undefined) return styleOfCode(code);
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return { kind: 'date' };
  return id === 11 || id === 48 ? { kind: 'scientific' } : plain;
}

function styleOfCode(code: string): NumberStyle {
  const bare = code.slice(0, 200).replaceAll(/"[^"]*"|\[[^\]]*\]|\\./gu, '');
  if (/[dy]/iu.test(bare)) return { kind: 'date' };
  if (/e[+-]/iu.test(bare)) return { kind: 'scientific' };
  return /^0{2,}$/u.test(bare) ? { kind: 'padded', digits: bare.length } : plain;
}
