import type { Instant } from '#shared/base/instant.ts';
import type { ApplicationState } from '#shared/domain/application.ts';
import type { SeatPlace } from '#shared/domain/seat-lease.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

/** A driving school's candidates for one session. */
export interface SchoolList extends SeatPlace {
  readonly id: string;
  readonly number: string;
  readonly school: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly state: 'draft' | 'booked' | 'deleted';
  /** Of the application that holds its payment; null where nothing was paid. */
  readonly paymentState: ApplicationState | null;
  readonly openedBy: string;
  readonly openedAt: Instant;
  readonly changedAt: Instant;
}

const columns = `id, number, school, contact_name AS contactName, contact_phone AS contactPhone, centre, day, session, class, state,
  (SELECT application.state FROM application WHERE application.id = school_list.id) AS paymentState,
  opened_by AS openedBy, opened_at AS openedAt, changed_at AS changedAt`;

export function findList(db: ReadDb, id: string): SchoolList | undefined {
  return db.get<SchoolList>(`SELECT ${columns} FROM school_list WHERE id = ?`, id);
}

export function findListByNumber(db: ReadDb, number: string): SchoolList | undefined {
  return db.get<SchoolList>(`SELECT ${columns} FROM school_list WHERE number = ?`, number);
}

/** Newest first. */
export function listLists(db: ReadDb): SchoolList[] {
  return db.all<SchoolList>(`SELECT ${columns} FROM school_list WHERE state <> 'deleted' ORDER BY changed_at DESC LIMIT 200`);
}

export function insertList(db: WriteDb, list: Omit<SchoolList, 'state' | 'paymentState' | 'changedAt'>): void {
  db.run(
    `INSERT INTO school_list (id, number, school, contact_name, contact_phone, centre, day, session, class, state, opened_by, opened_at, changed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'draft', ?, ?, ?)`,
    list.id,
    list.number,
    list.school,
    list.contactName,
    list.contactPhone,
    list.centre,
    list.day,
    list.session,
    list.class,
    list.openedBy,
    list.openedAt,
    list.openedAt,
  );
}

export function noteListChanged(db: WriteDb, id: string, at: Instant): void {
  db.run('UPDATE school_list SET changed_at = ? WHERE id = ?', at, id);
}

export function markList(db: WriteDb, id: string, { state, at }: Pick<SchoolList, 'state'> & { readonly at: Instant }): void {
  db.run('UPDATE school_list SET state = ?, changed_at = ? WHERE id = ?', state, at, id);
}
