import type { BatchField } from './batch-row.ts';
import { columnMatcher } from './column-match.ts';

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
    'namba ya chasisi',
    'nambari ya chasisi',
    'chasisi',
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

/** The template's own heading of a field. */
export function headingOf(field: BatchField): string {
  return headings[field][0] ?? field;
}

/** What each column of a dealer's file holds; `remembered` are the dealer's own earlier choices. */
export const matchColumns = columnMatcher(headings);
