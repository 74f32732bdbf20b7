import type { Instant } from '#shared/base/instant.ts';
import type { Sql } from '../db/sql.ts';

interface GivenSerial {
  readonly serial: string;
  readonly officeCode: string;
  readonly itemId: string;
  readonly plate: string;
  readonly at: Instant;
}

/** Gives a plate's serial to a mark; false where it was given to another before, at whichever office. */
export async function giveSerial(sql: Sql, { serial, officeCode, itemId, plate, at }: GivenSerial): Promise<boolean> {
  await sql.query(
    `INSERT INTO plate_serial (serial, office_code, item_id, plate, given_at) VALUES ($1, $2, $3::uuid, $4, $5) ON CONFLICT (serial) DO NOTHING`,
    serial,
    officeCode,
    itemId,
    plate,
    at,
  );
  const own = await sql.query('SELECT 1 FROM plate_serial WHERE serial = $1 AND item_id = $2::uuid', serial, itemId);
  return own.length > 0;
}
