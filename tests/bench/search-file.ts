import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { instantOf } from '#shared/base/instant.ts';
import { partyRoles, type PartyRole, type Party } from '#shared/domain/party.ts';
import { emptyParty } from '#shared/domain/party-fields.ts';
import { indexedFacts } from '#core/applications/standing-facts.ts';
import { insertApplication, updateApplication } from '#core/applications/store.ts';
import { openWriter, type Connection, type DatabaseFile, type WriteDb } from '#core/db/database.ts';
import { migrations } from '#core/db/migrate.ts';
import { insertPayment } from '#core/payments/store.ts';
import { putVehicle } from '#core/vehicles/store.ts';
import { makeOfficeFile } from './bench-office.ts';
import { madeVehicle, vehicleCount } from './made-vehicles.ts';

/** Raised when the made-up register changes. */
const recipe = 1;
const rowsPerCommit = 50_000;
/** About a year of a busy office. */
export const applicationCount = 50_000;
const folderStart = 'kaunta-bench-register-';

/** An office file that holds the made-up register: built once a version of the tables, then kept beside other temporary files. */
export async function searchFile(): Promise<DatabaseFile> {
  const digest = createHash('sha256')
    .update(JSON.stringify([recipe, vehicleCount, migrations]))
    .digest('hex')
    .slice(0, 16);
  const folder = path.join(tmpdir(), `${folderStart}${digest}`);
  if (!existsSync(folder)) {
    removeOlder();
    await build(folder);
  }
  return fileIn(folder);
}

function fileIn(folder: string): DatabaseFile {
  return { path: path.join(folder, 'office.db'), key: readFileSync(path.join(folder, 'key')) };
}

function removeOlder(): void {
  for (const name of readdirSync(tmpdir())) if (name.startsWith(folderStart)) rmSync(path.join(tmpdir(), name), { recursive: true });
}

async function build(folder: string): Promise<void> {
  const unfinished = `${folder}-unfinished`;
  mkdirSync(unfinished);
  writeFileSync(path.join(unfinished, 'key'), randomBytes(32));
  const file = fileIn(unfinished);
  await makeOfficeFile(file);
  const startedAt = performance.now();
  console.log(`Making an office file with ${vehicleCount} vehicles (once) …`);
  const writer = openWriter(file);
  fill(writer);
  writer.close();
  renameSync(unfinished, folder);
  console.log(`Made in ${((performance.now() - startedAt) / 1000).toFixed(0)} s.\n`);
}

/** Rows as the office itself stores them; only durability is given up, and the indexes of vehicles are made at the end. */
function fill({ raw, db }: Connection<WriteDb>): void {
  raw.pragma('synchronous = OFF');
  raw.pragma('secure_delete = OFF');
  raw.pragma('cache_size = -1000000');
  const indexes = db.all<{ name: string; sql: string }>(
    `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'vehicle' AND sql IS NOT NULL`,
  );
  for (const { name } of indexes) raw.exec(`DROP INDEX ${name}`);
  inCommits(vehicleCount, (number) => putVehicle(db, madeVehicle(number)));
  inCommits(applicationCount, (number) => putApplication(db, number));
  for (const { sql } of indexes) raw.exec(sql);
  raw.pragma('wal_checkpoint(TRUNCATE)');

  function inCommits(count: number, put: (number: number) => void): void {
    const putMany = raw.transaction((from: number, to: number) => {
      for (let number = from; number < to; number += 1) put(number);
    });
    for (let from = 0; from < count; from += rowsPerCommit) putMany(from, Math.min(from + rowsPerCommit, count));
  }
}

/** A paid transfer of the vehicle of the same number. */
function putApplication(db: WriteDb, number: number): void {
  const vehicle = madeVehicle(number);
  const at = instantOf(Date.parse('2026-01-02T06:00:00.000Z') + number * 300_000);
  const [id, serial] = [`00000000-0000-7000-8000-${String(number).padStart(12, '0')}`, String(number).padStart(6, '0')];
  const clerk = { clerkId: '00000000-0000-7000-8000-000000000000', clerkName: 'Achieng Odhiambo' };
  const payer = vehicle.owners[0]?.name ?? '';
  const who = `${payer} → Kamau N.`;
  const body = {
    service: 'transfer',
    vehicle,
    ownership: 'individual',
    parties: noParties,
    mileageKm: 80_000,
    collectionOffice: 'NRB01',
    collectorIdNumber: '',
  } as const;
  const facts = { ...indexedFacts(body), who, body };
  const nothingYet = { submittedAt: null, dueDay: null, supervisedBy: null, decision: null, logbookNumber: null };
  insertApplication(db, {
    id,
    reference: `T-NRB01-2A-${serial}`,
    service: 'transfer',
    state: 'draft',
    officeCode: 'NRB01',
    ...clerk,
    ...facts,
    openedAt: at,
    changedAt: at,
    ...nothingYet,
  });
  updateApplication(db, id, { state: 'collected', at });
  insertPayment(db, {
    receiptNumber: `R-NRB01-2A-${serial}`,
    applicationId: id,
    payer,
    method: 'mpesa',
    code: `UKM${serial}A`,
    amountCents: 225_000,
    takenAt: at,
    state: 'matched',
    void: null,
    ...clerk,
  });
}

const noParties = Object.fromEntries(partyRoles.map((role) => [role, emptyParty])) as Record<PartyRole, Party>;
