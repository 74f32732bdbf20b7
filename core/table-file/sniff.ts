import { TroubleFound } from './trouble.ts';

const oleStart = Buffer.from('d0cf11e0a1b11ae1', 'hex');

interface Signature {
  readonly detail: string;
  readonly starts: readonly string[];
}

/** First bytes of what people send by mistake, or under a wrong name, written in Latin-1. */
const otherFiles: readonly Signature[] = [
  { detail: 'pdf', starts: ['%PDF'] },
  { detail: 'picture', starts: ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'RIFF', 'II*\0', 'MM\0*'] },
  { detail: 'archive', starts: ['\x1f\x8b', '7z\xbc\xaf', 'Rar!', 'PK\x05\x06'] },
  { detail: 'document', starts: ['{\\rtf'] },
  { detail: 'program', starts: ['MZ', '\x7fELF'] },
];
const oldExcelStarts = ['\x09\x00\x04\x00', '\x09\x02\x06\x00', '\x09\x04\x06\x00', '\x09\x08\x10\x00', '\x09\x08\x08\x00'];

/** Tells a workbook from text by its first bytes, never by its name; anything else is named for what it is. */
export function sniff(bytes: Buffer): 'xlsx' | 'csv' {
  if (bytes.length === 0) throw new TroubleFound({ code: 'empty' });
  const start = bytes.subarray(0, 64).toString('latin1');
  if (start.startsWith('PK\x03\x04')) return 'xlsx';
  if (bytes.subarray(0, 8).equals(oleStart)) throw ole(bytes);
  if (oldExcelStarts.some((signature) => start.startsWith(signature))) throw new TroubleFound({ code: 'old-excel' });
  const other = otherFiles.find(({ starts }) => starts.some((signature) => start.startsWith(signature)));
  if (other !== undefined) throw new TroubleFound({ code: 'not-a-table', detail: other.detail });
  // Programs save a web page or XML under the name of a workbook, and spreadsheets open it with a warning.
  if (/^(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|table|\?xml|meta)/iu.test(start))
    throw new TroubleFound({ code: 'not-a-table', detail: 'page' });
  return 'csv';
}

/** Microsoft's container of before 2007, which today also wraps every workbook that opens with a password. */
function ole(bytes: Buffer): TroubleFound {
  const holds = (stream: string): boolean => bytes.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) return new TroubleFound({ code: 'encrypted' });
  if (holds('Workbook') || holds('Book')) return new TroubleFound({ code: 'old-excel' });
  return new TroubleFound({ code: 'not-a-table', detail: 'document' });
}
