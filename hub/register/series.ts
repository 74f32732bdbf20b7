import { findRow, type Sql } from '../db/sql.ts';

/** The next number of a gap-free series: an act that is undone gives its number back. */
export async function takeNumber(sql: Sql, name: string): Promise<number> {
  const row = await findRow<{ last: number }>(
    sql,
    `INSERT INTO number_series (name, last) VALUES ($1, 1)
     ON CONFLICT (name) DO UPDATE SET last = number_series.last + 1 RETURNING last`,
    name,
  );
  if (!row) throw new Error('A series gave no number');
  return row.last;
}
