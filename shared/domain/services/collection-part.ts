import type { FieldProblem } from '../refusal.ts';

/** Where the eLogbook copy is fetched, and by whom if not by the owner (DOMAIN §4.6). */
export interface CollectionPart {
  readonly collectionOffice: string;
  readonly collectorIdNumber: string;
}

export function collectionProblems(step: string, { collectionOffice }: CollectionPart): FieldProblem[] {
  return collectionOffice.trim() === '' ? [{ step, field: 'collectionOffice', code: 'missing', facts: {} }] : [];
}
