import path from 'node:path/posix';
import { TroubleFound } from '../trouble.ts';
import { readXml, type Attributes } from './xml.ts';
import type { ZipParts } from './zip-parts.ts';

export interface SheetEntry {
  readonly name: string;
  readonly part: string;
}

export interface Workbook {
  /** Those a person sees, in their order. */
  readonly sheets: readonly SheetEntry[];
  readonly stringsPart: string | undefined;
  readonly stylesPart: string | undefined;
  /** Workbooks of old Macs count days from 1 January 1904. */
  readonly isFrom1904: boolean;
}

interface Relation {
  readonly id: string;
  /** Last word of the type's address, the same in both editions of the standard. */
  readonly type: string;
  readonly part: string;
}

export async function readWorkbook(parts: ZipParts): Promise<Workbook> {
  const bookPart = (await relationsOf(parts, '')).find(({ type }) => type === 'officeDocument')?.part;
  if (bookPart === undefined || !parts.has(bookPart)) throw new TroubleFound({ code: 'damaged', detail: bookPart ?? '_rels/.rels' });
  const relations = await relationsOf(parts, bookPart);
  const listed: Attributes[] = [];
  let isFrom1904 = false;
  await readXml(
    { name: bookPart, bytes: parts.read(bookPart) },
    {
      open: (name, attributes) => {
        if (name === 'sheet') listed.push(attributes);
        if (name === 'workbookPr') isFrom1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      },
    },
  );
  const partOf = (type: string): string | undefined => relations.find((relation) => relation.type === type)?.part;
  return {
    sheets: listed.filter(isSeen).flatMap((sheet) => sheetEntry(sheet, relations)),
    stringsPart: partOf('sharedStrings'),
    stylesPart: partOf('styles'),
    isFrom1904,
  };
}

function isSeen(sheet: Attributes): boolean {
  return sheet['state'] === undefined || sheet['state'] === 'visible';
}

/** Charts stand among the sheets, too, and are left out. */
function sheetEntry(sheet: Attributes, relations: readonly Relation[]): readonly SheetEntry[] {
  const id = Object.entries(sheet).find(([key]) => key.endsWith(':id'))?.[1];
  const relation = relations.find((candidate) => candidate.id === id);
  if (relation === undefined) throw new TroubleFound({ code: 'damaged', sheet: sheet['name'] });
  return relation.type === 'worksheet' ? [{ name: sheet['name'] ?? '', part: relation.part }] : [];
}

/** What a part points to inside the file; links to other files and addresses are never followed. */
async function relationsOf(parts: ZipParts, of: string): Promise<readonly Relation[]> {
  const folder = path.dirname(`/${of}`);
  const listPart = path.join(folder, '_rels', `${path.basename(of)}.rels`).slice(1);
  const relations: Relation[] = [];
  await readXml(
    { name: listPart, bytes: parts.read(listPart) },
    {
      open: (name, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode = 'Internal' }) => {
        if (name !== 'Relationship' || mode === 'External') return;
        relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), part: path.resolve(folder, target).slice(1) });
      },
    },
  );
  return relations;
}
