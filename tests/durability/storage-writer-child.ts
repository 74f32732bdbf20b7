import { writeSync } from 'node:fs';
import { v7 as newId } from 'uuid';
import type { WriteDb } from '#core/db/database.ts';
import { businessTime, appendEntry } from '#core/journal/journal.ts';
import { findIdentity } from '#core/office/identity.ts';
import { openStorage } from '#core/storage.ts';

/**
 * One of several programs that write to the same office file, past the lease that the product has against it: entries without end, each
 * said only once it is committed. The test kills it somewhere in between.
 */
const [path = '', keyHex = ''] = process.argv.slice(2);
const storage = openStorage({ path, key: Buffer.from(keyHex, 'hex') });
const office = findIdentity(storage.reader);
if (!office) throw new Error('Only a made office can be written to');
const actor = { id: newId(), name: 'Mwandishi', roles: ['clerk'] } as const;
for (;;) {
  const entryId = newId();
  try {
    storage.transact((db) => write(db, entryId));
  } catch (error) {
    // Among four that never rest one may wait longer for its turn than the ten seconds of the product.
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') continue;
    throw error;
  }
  writeSync(1, `${entryId}\n`);
}

function write(db: WriteDb, entryId: string): void {
  if (!office) return;
  const at = businessTime(db, Date.now());
  appendEntry(db, office, { entryId, at, actor, kind: 'test.act', subject: 'test:1', scope: 'device', payload: { entryId }, reply: {} });
  db.run('INSERT INTO deferred_change (kind, key, body, received_at) VALUES (?, ?, ?, ?)', 'test', entryId, '{}', at);
}
