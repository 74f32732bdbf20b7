import type { CandidateCells } from '#shared/domain/school-list/candidate-row.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

/** One candidate of a list as it stands in the file; what stands against it is judged anew each time. */
export interface Candidate {
  readonly id: string;
  readonly position: number;
  readonly cells: CandidateCells;
  /** As it came from a file; empty where it was typed. */
  readonly came: CandidateCells;
  readonly confirmed: readonly string[];
  readonly isAside: boolean;
  /** The booking, or the place on the wait list, that it became. */
  readonly applicationId: string | null;
}

interface CandidateRow extends Omit<Candidate, 'cells' | 'came' | 'confirmed' | 'isAside'> {
  readonly cells: string;
  readonly came: string;
  readonly confirmed: string;
  readonly isAside: number;
}

export function listCandidates(db: ReadDb, listId: string): Candidate[] {
  return db
    .all<CandidateRow>(
      `SELECT id, position, cells, came, confirmed, is_aside AS isAside, application_id AS applicationId
       FROM school_candidate WHERE list_id = ? ORDER BY position`,
      listId,
    )
    .map(({ cells, came, confirmed, isAside, ...row }) => ({
      ...row,
      cells: JSON.parse(cells) as CandidateCells,
      came: JSON.parse(came) as CandidateCells,
      confirmed: JSON.parse(confirmed) as string[],
      isAside: isAside === 1,
    }));
}

/** A candidate as it stands now, new or changed. */
export function putCandidate(
  db: WriteDb,
  listId: string,
  { id, position, cells, came, confirmed, isAside, applicationId }: Candidate,
): void {
  db.run(
    `INSERT INTO school_candidate (id, list_id, position, cells, came, confirmed, is_aside, application_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET cells = excluded.cells, came = excluded.came, confirmed = excluded.confirmed,
       is_aside = excluded.is_aside, application_id = excluded.application_id`,
    id,
    listId,
    position,
    JSON.stringify(cells),
    JSON.stringify(came),
    JSON.stringify(confirmed),
    isAside ? 1 : 0,
    applicationId,
  );
}
