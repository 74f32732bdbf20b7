import type { RowCells, RowFix, RowProblem } from '../batch/judged-row.ts';

/** What a driving school says of one candidate, in the order of the template: each is known by their ID or their provisional licence. */
export const candidateFields = ['name', 'idNumber', 'provisionalNumber', 'phone'] as const;
export type CandidateField = (typeof candidateFields)[number];

export function isCandidateField(text: string): text is CandidateField {
  return candidateFields.some((field) => field === text);
}

export type CandidateCells = RowCells<CandidateField>;
export type CandidateFix = RowFix<CandidateField, 'look-alike' | 'plain' | 'register'>;
export type CandidateProblem = RowProblem<CandidateField, CandidateFix>;
