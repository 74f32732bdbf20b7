import { findRow, type Database } from '../db/sql.ts';

/** The device's X25519 key (raw 32 bytes, base64): what is sealed to it only that PC opens. */
export async function getSealKey(database: Database, deviceId: string): Promise<string> {
  const row = await database.transaction((sql) =>
    findRow<{ seal_key: string }>(sql, 'SELECT seal_key FROM device WHERE id = $1::uuid', deviceId),
  );
  if (!row) throw new Error('The device is not known');
  return row.seal_key;
}
