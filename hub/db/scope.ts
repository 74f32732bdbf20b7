import type { Database, Sql } from './sql.ts';

/** For whom a transaction works. */
export interface OfficeScope {
  readonly officeCode: string;
  readonly registrar: boolean;
}

/**
 * Work for one office: as the role `kaunta_app`, which owns nothing, with row-level security showing it this office's rows only (all
 * offices' cases where registrars work). Role and settings end with the transaction.
 */
export function inOffice<T>(database: Database, scope: OfficeScope, work: (sql: Sql) => Promise<T>): Promise<T> {
  return database.transaction(async (sql) => {
    const scoped = sql.query(
      `SELECT set_config('kaunta.office', $1, true), set_config('kaunta.registrar', $2, true), set_config('role', 'kaunta_app', true)`,
      scope.officeCode,
      scope.registrar ? 'on' : 'off',
    );
    // The work's first statement is sent behind it without waiting, and fails where it has failed.
    scoped.catch(() => undefined);
    const result = await work(sql);
    await scoped;
    return result;
  });
}
