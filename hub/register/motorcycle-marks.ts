import { motorcycleMark } from '#shared/domain/motorcycle-mark.ts';
import type { Sql } from '../db/sql.ts';
import { takeNumbers } from './series.ts';
import { vehiclesByPlate } from './vehicle-store.ts';

/** The next marks for new motorcycles; one that a vehicle of the register bears already is passed over. */
export async function takeMotorcycleMarks(sql: Sql, count: number): Promise<readonly string[]> {
  const marks: string[] = [];
  while (marks.length < count) {
    const missing = count - marks.length;
    const last = await takeNumbers(sql, 'motorcycle-mark', missing);
    const next = Array.from({ length: missing }, (_, index) => motorcycleMark(last - missing + 1 + index));
    const taken = await vehiclesByPlate(sql, next);
    marks.push(...next.filter((mark) => !taken.has(mark)));
  }
  return marks;
}
