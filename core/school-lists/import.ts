import { cellOf } from '#shared/domain/batch/judged-row.ts';
import { candidateFields, type CandidateCells, type CandidateField } from '#shared/domain/school-list/candidate-row.ts';
import { compact } from '#shared/domain/typed-text.ts';
import type { Candidate } from './candidate-store.ts';

export interface TypedTable {
  readonly rows: readonly (readonly string[])[];
  /** What each column is; null is left out. */
  readonly fields: readonly (CandidateField | null)[];
}

export interface CandidateImport {
  readonly added: readonly Candidate[];
  readonly mended: readonly Candidate[];
  readonly unchanged: number;
}

/** Who stands here already, and which of them have something to be mended. */
export interface StandingCandidates {
  readonly rows: readonly (Candidate & { readonly state: string })[];
  readonly newId: () => string;
}

/**
 * What bringing in a file does: who stands here already is known by a number, as it is now or as it came, and is never doubled. Only a row
 * with a problem takes new texts, and only such as it did not come with: an old file undoes no mending.
 */
export function planCandidates({ rows: lines, fields }: TypedTable, { rows, newId }: StandingCandidates): CandidateImport {
  const taken = new Set<string>();
  const plan = { added: [] as Candidate[], mended: [] as Candidate[], unchanged: 0 };
  let position = rows.at(-1)?.position ?? 0;
  for (const texts of lines) {
    const cells = cellsOf(texts, fields);
    if (Object.keys(cells).length === 0) continue;
    const old = rows.find((row) => !taken.has(row.id) && (isSamePerson(row.cells, cells) || isSamePerson(row.came, cells)));
    if (old) taken.add(old.id);
    if (!old) plan.added.push({ ...noCandidate, id: newId(), position: (position += 1), cells, came: cells });
    else if (old.state !== 'bad' || isSame(old.cells, cells) || isSame(old.came, cells)) plan.unchanged += 1;
    else plan.mended.push({ ...old, cells, came: cells });
  }
  return plan;
}

export const noCandidate = { cells: {}, came: {}, confirmed: [], isAside: false, applicationId: null } as const;

function cellsOf(texts: readonly string[], fields: TypedTable['fields']): CandidateCells {
  const pairs = fields.flatMap((field, column) => {
    const text = texts[column]?.trim().slice(0, 300) ?? '';
    return field === null || text === '' ? [] : [[field, text] as const];
  });
  return Object.fromEntries(pairs);
}

function isSamePerson(one: CandidateCells, other: CandidateCells): boolean {
  return (['idNumber', 'provisionalNumber'] as const).some((field) => {
    const number = compact(cellOf(one, field));
    return number !== '' && number === compact(cellOf(other, field));
  });
}

function isSame(one: CandidateCells, other: CandidateCells): boolean {
  return candidateFields.every((field) => cellOf(one, field) === cellOf(other, field));
}
