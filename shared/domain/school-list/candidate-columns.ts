import { columnMatcher } from '../batch/column-match.ts';
import type { CandidateField } from './candidate-row.ts';

/** Headings as driving schools write them, in English and Swahili; the first one stands in the template. */
const headings: Readonly<Record<CandidateField, readonly string[]>> = {
  name: [
    'Name',
    'candidate',
    'candidate name',
    'full name',
    'student',
    'student name',
    'learner',
    'names',
    'jina',
    'jina kamili',
    'majina',
    'mtahiniwa',
    'mwanafunzi',
  ],
  idNumber: [
    'ID number',
    'id',
    'id no',
    'national id',
    'national id no',
    'identity',
    'passport',
    'kitambulisho',
    'namba ya kitambulisho',
    'nambari ya kitambulisho',
  ],
  provisionalNumber: [
    'Provisional licence number',
    'pdl',
    'pdl no',
    'pdl number',
    'provisional',
    'provisional no',
    'provisional licence',
    'provisional license',
    'provisional dl',
    'learner licence',
    'leseni ya muda',
    'namba ya leseni ya muda',
  ],
  phone: ['Phone', 'phone no', 'phone number', 'mobile', 'mobile no', 'tel', 'telephone', 'contact', 'simu', 'namba ya simu'],
};

/** The template's own heading of a field. */
export function candidateHeading(field: CandidateField): string {
  return headings[field][0] ?? field;
}

/** What each column of a driving school's file holds. */
export const matchCandidateColumns = columnMatcher(headings);
