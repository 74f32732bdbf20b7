import { normalisePlate } from '#shared/domain/plate.ts';
import { publish, type Audience } from '../changes/publish.ts';
import { findRow, type Sql } from '../db/sql.ts';
import type { OperatorWork } from './operate.ts';

interface Thing {
  readonly kind: string;
  readonly key: string;
}

/** Takes a thing out of the register and tells everyone who was told of it that it is gone. */
export async function forget({ sql }: OperatorWork, { thing }: { readonly thing: string }): Promise<string> {
  const { kind, key } = thingOf(thing);
  await removeFromRegister(sql, { kind, key });
  const told = await sql.query<{ audience: Audience }>('DELETE FROM change WHERE kind = $1 AND key = $2 RETURNING audience', kind, key);
  if (told.length === 0) throw new Error(`Nobody was ever told of ${thing}`);
  for (const audience of new Set(told.map((row) => row.audience))) {
    await publish(sql, { audience, kind: 'gone', key: `${kind}:${key}`, body: { kind, key } });
  }
  return `${thing} is gone`;
}

function thingOf(thing: string): Thing {
  const [kind = '', ...rest] = thing.split(':');
  const key = rest.join(':');
  return { kind, key: kind === 'vehicle' ? normalisePlate(key) : key };
}

async function removeFromRegister(sql: Sql, { kind, key }: Thing): Promise<void> {
  if (kind === 'vehicle') {
    const hold = await findRow<{ reference: string }>(sql, 'SELECT reference FROM application_hold WHERE key = $1', `plate:${key}`);
    if (hold) throw new Error(`${key} has an open application, ${hold.reference}`);
    await sql.query('DELETE FROM vehicle WHERE plate_key = $1', key);
  }
  if (kind === 'driver') {
    // What is asked for a driver is held under its own name before their key.
    const hold = await findRow<{ reference: string }>(
      sql,
      `SELECT reference FROM application_hold WHERE right(key, length($1) + 1) = ':' || $1`,
      key,
    );
    if (hold) throw new Error(`${key} has an open application, ${hold.reference}`);
    await sql.query('DELETE FROM driver WHERE driver_key = $1', key);
  }
  if (kind === 'person') await sql.query(`DELETE FROM person WHERE id_kind || ':' || id_number = $1`, key);
}
