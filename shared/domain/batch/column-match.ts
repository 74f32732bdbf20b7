import { batchFields, type BatchField } from './batch-row.ts';

/** One column of a file and what it seems to hold. Where it is not `sure`, a person is asked. */
export interface ColumnMatch {
  readonly heading: string;
  readonly field: BatchField | null;
  readonly sure: boolean;
}

/** Headings as dealers write them, in English and Swahili; the first one stands in the template. */
const headings: Readonly<Record<BatchField, readonly string[]>> = {
  chassis: [
    'Chassis number',
    'chassis',
    'chassis no',
    'chasis no',
    'chassis vin',
    'vin',
    'vin no',
    'vin number',
    'frame no',
    'frame number',
    'namba ya chesisi',
    'nambari ya chesisi',
    'chesisi',
  ],
  engineNumber: ['Engine number', 'engine', 'engine no', 'eng no', 'motor no', 'namba ya injini', 'nambari ya injini', 'injini'],
  make: ['Make', 'brand', 'manufacturer', 'chapa', 'aina', 'mtengenezaji'],
  model: ['Model', 'model name', 'type', 'modeli', 'muundo'],
  ratingCc: ['Rating cc', 'cc', 'rating', 'engine capacity', 'capacity', 'displacement', 'engine cc', 'ukubwa wa injini'],
  year: ['Year of manufacture', 'year', 'yom', 'manufacture year', 'mfg year', 'mwaka', 'mwaka wa kutengenezwa'],
  colour: ['Colour', 'color', 'body colour', 'body color', 'rangi'],
  customsEntry: [
    'Customs entry',
    'customs entry no',
    'entry no',
    'entry number',
    'c17b',
    'ckd entry',
    'shared entry',
    'declaration no',
    'idf entry',
    'namba ya forodha',
    'forodha',
  ],
  invoice: ['Invoice number', 'invoice', 'invoice no', 'inv no', 'commercial invoice', 'ankara', 'namba ya ankara'],
  ownerName: [
    'Owner',
    'owner name',
    'buyer',
    'buyer name',
    'customer',
    'customer name',
    'client name',
    'mmiliki',
    'jina la mmiliki',
    'mnunuzi',
    'jina la mnunuzi',
    'mteja',
  ],
  ownerIdNumber: [
    'Owner ID number',
    'id',
    'id no',
    'id number',
    'national id',
    'owner id',
    'owner id no',
    'buyer id',
    'customer id',
    'kitambulisho',
    'namba ya kitambulisho',
  ],
  ownerKraPin: ['Owner KRA PIN', 'kra', 'kra pin', 'pin', 'pin no', 'owner pin', 'buyer pin', 'kra pin no', 'pin ya kra'],
  ownerPhone: ['Owner phone', 'phone', 'phone no', 'phone number', 'mobile', 'mobile no', 'tel', 'telephone', 'simu', 'namba ya simu'],
  ownership: ['Single or joint', 'ownership', 'ownership type', 'umiliki', 'aina ya umiliki'],
  financier: ['Financier', 'financed by', 'bank', 'lender', 'finance company', 'mfadhili', 'benki'],
  collectionPoint: [
    'Collection point',
    'collection office',
    'collection counter',
    'pick up point',
    'branch',
    'kituo cha kuchukua',
    'kituo',
    'ofisi ya kuchukua',
  ],
};

/** Letters and digits only: `Chassis No.` and `CHASSIS_NO` are one heading. */
export function headingKey(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/gu, '');
}

/** The template's own heading of a field. */
export function headingOf(field: BatchField): string {
  return headings[field][0] ?? field;
}

const fieldByKey: ReadonlyMap<string, BatchField> = new Map(
  batchFields.flatMap((field) => headings[field].map((heading) => [headingKey(heading), field] as const)),
);

/** What each column of a file holds, in any order and spelling. `remembered` are a dealer's own earlier choices by `headingKey`. */
export function matchColumns(
  fileHeadings: readonly string[],
  remembered: ReadonlyMap<string, BatchField | null> = new Map(),
): readonly ColumnMatch[] {
  const found = fileHeadings.map((heading) => matchOne(heading, remembered));
  const times = Map.groupBy(found, ({ field }) => field);
  // Two columns for one field: neither is sure, a person chooses.
  return found.map((match) => (match.field !== null && (times.get(match.field)?.length ?? 0) > 1 ? { ...match, sure: false } : match));
}

function matchOne(heading: string, remembered: ReadonlyMap<string, BatchField | null>): ColumnMatch {
  const key = headingKey(heading);
  const chosen = remembered.get(key);
  if (chosen !== undefined) return { heading, field: chosen, sure: true };
  const exact = fieldByKey.get(key);
  if (exact !== undefined) return { heading, field: exact, sure: true };
  const near = key.length < 4 ? undefined : [...fieldByKey].find(([known]) => isNear(key, known));
  return { heading, field: near?.[1] ?? null, sure: key === '' };
}

/** One holds the other, or one letter was left out, put in or mistyped. */
function isNear(key: string, known: string): boolean {
  if (known.length >= 5 && key.includes(known)) return true;
  return known.length >= 4 && isOneSlipAway(key, known);
}

function isOneSlipAway(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  const start = [...one].findIndex((letter, index) => letter !== other[index]);
  const at = start === -1 ? Math.min(one.length, other.length) : start;
  const [rest, otherRest] = [one.slice(at), other.slice(at)];
  return rest.slice(1) === otherRest || rest === otherRest.slice(1) || rest.slice(1) === otherRest.slice(1);
}
