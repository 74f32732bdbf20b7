import type * as z from 'zod';
import type { Instant } from '#shared/base/instant.ts';
import type { changeBodies } from '#shared/protocol/messages.ts';
import { publish } from '../changes/publish.ts';
import type { Sql } from '../db/sql.ts';

/** A person as the register knows them. */
export type Person = Readonly<z.infer<typeof changeBodies.person>>;

export async function storePerson(sql: Sql, person: Person, now: Instant): Promise<void> {
  await sql.query(
    `INSERT INTO person (id_kind, id_number, body, changed_at) VALUES ($1, $2, $3::jsonb, $4)
     ON CONFLICT (id_kind, id_number) DO UPDATE SET body = excluded.body, changed_at = excluded.changed_at`,
    person.idKind,
    person.idNumber,
    JSON.stringify(person),
    now,
  );
  await publish(sql, { audience: 'all', kind: 'person', key: `${person.idKind}:${person.idNumber}`, body: person });
}
