import { dayOf } from '#shared/base/instant.ts';
import { cellOf, openProblems, rowState, type RowState } from '#shared/domain/batch/judged-row.ts';
import { driverKey, type Driver } from '#shared/domain/driver.ts';
import { checkIdentityNumber, identityDocumentKinds } from '#shared/domain/identity-document.ts';
import type { CandidateCells, CandidateProblem } from '#shared/domain/school-list/candidate-row.ts';
import { bookingOf, candidateProblems } from '#shared/domain/school-list/candidate-rules.ts';
import { isRecordOld, openApplicationOf } from '../applications/service.ts';
import type { QueryContext } from '../context.ts';
import type { ReadDb } from '../db/database.ts';
import { findDriver, findLearner } from '../drivers/service.ts';
import type { Candidate } from './candidate-store.ts';
import type { SchoolList } from './list-store.ts';

/** A candidate with what stands against them now, and the record that they are known by. */
export interface JudgedCandidate extends Candidate {
  readonly problems: readonly CandidateProblem[];
  readonly state: RowState;
  readonly driver: Driver | undefined;
  /** The register was heard so long ago that a booking needs a supervisor's word. */
  readonly isRecordOld: boolean;
}

type Asker = Pick<QueryContext, 'db' | 'now' | 'driving'>;

/** Judges every candidate of a list by what this PC knows now, each by itself and beside those before. */
export function judge(cx: Asker, list: SchoolList, candidates: readonly Candidate[]): readonly JudgedCandidate[] {
  const firstBy = new Map<string, number>();
  return candidates.map((candidate) => {
    const driver = findCandidate(cx.db, candidate.cells);
    const key = driver && driverKey(driver);
    const twin = key === undefined || candidate.isAside ? undefined : firstBy.get(key);
    if (key !== undefined && twin === undefined && !candidate.isAside) firstBy.set(key, candidate.position);
    const found = candidateProblems(candidate.cells, {
      place: list,
      driver,
      twin,
      today: dayOf(cx.now),
      driving: cx.driving,
      openApplication: driver ? openApplicationOf(cx, bookingOf(candidate.cells, driver, list)) : null,
    });
    const problems = openProblems(found, candidate.cells, candidate.confirmed);
    const isOld = driver !== undefined && isRecordOld(cx, driver.source);
    return { ...candidate, problems, driver, state: rowState(problems, candidate.isAside), isRecordOld: isOld };
  });
}

/** By their ID, whichever document it is of, or by their provisional licence. */
function findCandidate(db: ReadDb, cells: CandidateCells): Driver | undefined {
  const [idNumber, provisional] = [cellOf(cells, 'idNumber'), cellOf(cells, 'provisionalNumber')];
  if (idNumber === '') return provisional === '' ? undefined : findLearner(db, provisional);
  const kinds = identityDocumentKinds.filter((kind) => checkIdentityNumber(kind, idNumber).ok);
  for (const idKind of kinds) {
    const driver = findDriver(db, { idKind, idNumber });
    if (driver) return driver;
  }
  return undefined;
}

export function countsOf(rows: readonly JudgedCandidate[]) {
  const count = (state: RowState) => rows.filter((row) => row.state === state).length;
  return { good: count('good'), bad: count('bad'), aside: count('aside'), total: rows.length };
}

/** A row as a screen sees it. */
export function viewOf({ id, position, cells, problems, state }: JudgedCandidate) {
  return { id, position, cells, problems: [...problems], state };
}
