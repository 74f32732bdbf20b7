import { findRow, type Database } from '../db/sql.ts';
import { stateColumn } from '../devices/device.ts';

interface Count {
  label: string;
  count: number;
}

/** What the database says of the hub, the same whichever process asks. */
export interface Standing {
  readonly devices: readonly Count[];
  readonly alarms: readonly Count[];
  readonly waiting: number;
  readonly horizonSeconds: number;
}

export function readStanding(database: Database): Promise<Standing> {
  return database.transaction(async (sql) => {
    await sql.query(`SELECT set_config('kaunta.operator', 'on', true)`);
    const rest = await findRow<{ waiting: number; horizonSeconds: number }>(
      sql,
      `SELECT (SELECT count(*) FROM entry WHERE answer IS NULL AND NOT branch) AS waiting,
         (SELECT coalesce(max(extract(epoch FROM clock_timestamp() - xact_start)), 0)::float8 FROM pg_stat_activity
          WHERE datname = current_database() AND pid <> pg_backend_pid() AND (backend_xid IS NOT NULL OR backend_xmin IS NOT NULL)
         ) AS "horizonSeconds"`,
    );
    return {
      devices: await sql.query<Count>(`SELECT ${stateColumn} AS label, count(*) AS count FROM device GROUP BY label`),
      alarms: await sql.query<Count>(`SELECT fault AS label, count(*) AS count FROM open_chain_alarm GROUP BY fault`),
      waiting: rest?.waiting ?? 0,
      horizonSeconds: rest?.horizonSeconds ?? 0,
    };
  });
}
