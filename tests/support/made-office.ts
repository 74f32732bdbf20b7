import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hash } from '@node-rs/argon2';
import { v7 as newId } from 'uuid';
import { instantOf } from '#shared/base/instant.ts';
import { roles } from '#shared/domain/role.ts';
import { openKeys } from '#core/keys/key-file.ts';
import { insertUser } from '#core/people/store.ts';
import { startCore } from '#core/start-core.ts';
import { openOfficeFile } from '#core/start/open-file.ts';
import type { Storage } from '#core/storage.ts';
import { openDesk } from './desk.ts';
import { openEnrolDesk } from './enrol-desk.ts';
import { testHost } from './test-host.ts';

/** Everybody of a made office signs in with it. */
export const staffPassword = 'mti wa mwembe';

/** A hub that stays, for offices whose line is up. */
export interface LivingHub {
  readonly url: string;
  readonly code: string;
  /** Where this office begins to pull: behind what the hub was seeded with. */
  readonly cursor: string;
}

/** Enrols a PC for real and hires one person for each role, whose login is the role; nobody has acted yet, and the core is closed. */
export async function makeOffice(now: number, living?: LivingHub): Promise<string> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'kaunta-office-'));
  const desk = living ? undefined : await openEnrolDesk();
  const core = await startCore(testHost({ dataDir, now: () => now }));
  const { url: hubUrl, code } = living ?? { url: desk?.url ?? '', code: 'MAKE-OFFICE' };
  await openDesk(core).client.start.enrol({ hubUrl, code, passphrase: null });
  await core.close();
  await desk?.close();
  await withOfficeFile(dataDir, async (storage) => {
    await hireStaff(storage, now);
    belongAnywhere(storage);
    if (living) beginPulling(storage, living.cursor);
  });
  return dataDir;
}

/** Tests open copies of it, each of which is the office. */
function belongAnywhere(storage: Storage): void {
  storage.transact((db) => db.run('DELETE FROM place'));
}

function beginPulling(storage: Storage, cursor: string): void {
  const sql = 'INSERT INTO sync_state (one, pull_cursor) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET pull_cursor = excluded.pull_cursor';
  storage.transact((db) => db.run(sql, cursor));
}

export function removeOffice(dataDir: string): Promise<void> {
  return rm(dataDir, { recursive: true, force: true });
}

/** Where an office's file is, and the key that opens it. */
export async function officeFileOf(dataDir: string): Promise<{ readonly folder: string; readonly key: Buffer }> {
  const folder = path.join(dataDir, 'office');
  const { keyStore } = testHost({ dataDir });
  if (!keyStore) throw new Error('Test offices have a key store');
  return { folder, key: (await openKeys(folder, { wrapping: 'key-store', keyStore })).database };
}

/** Opens the file of an office that is at rest, past every rule: for damage on purpose and for facts that a test may not read otherwise. */
export async function withOfficeFile<T>(dataDir: string, work: (storage: Storage) => T | Promise<T>): Promise<T> {
  const { folder, key } = await officeFileOf(dataDir);
  const storage = await openOfficeFile(folder, key);
  try {
    return await work(storage);
  } finally {
    storage.close();
  }
}

/** A hash names its own cost: checked as any other, but in no time, since tests sign in a thousand times. */
const cheap = { memoryCost: 64, timeCost: 1, parallelism: 1 };

async function hireStaff(storage: Storage, now: number): Promise<void> {
  const passwordHash = await hash(staffPassword, cheap);
  storage.transact((db) => {
    for (const role of roles) {
      const name = `${role.slice(0, 1).toUpperCase()}${role.slice(1)} Wa Majaribio`;
      insertUser(db, { id: newId(), name, login: role, roles: [role], passwordHash, mustChangePassword: false, at: instantOf(now) });
    }
  });
}
