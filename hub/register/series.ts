import { findRow, type Sql } from '../db/sql.ts';

/** The next number of a gap-free series: an act that is undone gives its number back. */
export function takeNumber(sql: Sql, name: string): Promise<number> {
  return takeNumbers(sql, name, 1);
}

/** So many numbers at once; the last of them. */
export async function takeNumbers(sql: Sql, name: string, count: number): Promise<number> {
  const row = await findRow<{ last: number }>(
    sql,
    `INSERT INTO number_series (name, last) VALUES ($1, $2::integer)
     ON CONFLICT (name) DO UPDATE SET last = number_series.last + excluded.last RETURNING last`,
    name,
    count,
  );
  if (!row) throw new Error('A series gave no number');
  return row.last;
}
