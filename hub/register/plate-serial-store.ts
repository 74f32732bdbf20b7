import type { Instant } from '#shared/base/instant.ts';
import { findRow, type Sql } from '../db/sql.ts';

interface GivenSerial {
  readonly serial: string;
  readonly itemId: string;
  readonly plate: string;
  readonly at: Instant;
}

/** Gives a plate's serial to a mark; false where it was given to another before, at whichever office. */
export async function giveSerial(sql: Sql, { serial, itemId, plate, at }: GivenSerial): Promise<boolean> {
  const row = await findRow<{ given: boolean | null }>(
    sql,
    'SELECT kaunta_give_serial($1, $2::uuid, $3, $4) AS given',
    serial,
    itemId,
    plate,
    at,
  );
  return row?.given === true;
}
