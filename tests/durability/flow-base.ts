import { makeOffice, officeFileOf, removeOffice, withOfficeFile } from '#tests/support/made-office.ts';
import { cp, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { openReader } from '#core/db/database.ts';
import { openOfficeFile } from '#core/start/open-file.ts';
import { mondayMorning } from '#tests/support/clock.ts';
import { addReadyApplications } from '#tests/support/ready-applications.ts';
import { findUserByLogin } from '#core/people/store.ts';
import { openAnswers } from './answers-flow.ts';
import { openEarlierPayment } from './counter-flows.ts';
import { backupName } from './backup-flow.ts';
import { faultsAfter, faultsInTheFile, type Course } from './flow-faults.ts';
import type { FlowOptions } from './flow.ts';
import { stepsOfTomorrow } from './migration-flow.ts';
import { countOf, stands } from './stands.ts';

/** An office in which every flow has something to do: money to take, returned applications to send again, answers to wait for. */
export async function makeFlowBase(): Promise<FlowOptions> {
  const dataDir = await makeOffice(mondayMorning);
  const clerkId = await withOfficeFile(dataDir, (storage) => {
    addReadyApplications(storage, { count: countOf(stands), nowMs: mondayMorning });
    return findUserByLogin(storage.reader, 'clerk')?.id ?? '';
  });
  const base = { dataDir, clerkId };
  const counter = await openEarlierPayment(base);
  for (let n = 0; n < stands.returned + stands.queued; n += 1) await counter.attempt(n);
  await counter.close();
  const hub = await openAnswers(base, { from: 0, outcome: 'refused' });
  for (let n = 0; n < stands.returned; n += 1) await hub.attempt(n);
  await hub.close();
  // Copies of it are to be the office itself, not found in another place.
  await withOfficeFile(dataDir, (storage) => storage.transact((db) => db.run('DELETE FROM place')));
  return base;
}

/** A copy of an office that is removed when the test is over. */
export async function copyOfOffice(base: FlowOptions): Promise<FlowOptions> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'kaunta-flow-'));
  onTestFinished(() => removeOffice(dataDir));
  await cp(base.dataDir, dataDir, { recursive: true });
  return { ...base, dataDir };
}

/** Opens an office at rest as the program would, and says what is not as it must be after a flow. */
export async function faultsInOffice(dataDir: string, course: Course): Promise<string[]> {
  const { folder, key } = await officeFileOf(dataDir);
  const unsafe = await copyFaults(folder, key, course);
  const storage = await openOfficeFile(folder, key, course.flow === 'migrate' ? stepsOfTomorrow : undefined);
  try {
    return [...unsafe, ...faultsAfter(storage.reader, course)];
  } finally {
    storage.close();
  }
}

/** A file that was migrated has a whole copy of what it was before; a backup has its name only where it is whole. */
async function copyFaults(folder: string, key: Buffer, { flow, done }: Course): Promise<string[]> {
  if (flow !== 'migrate' && flow !== 'back up') return [];
  const copies = path.join(folder, 'backups');
  const names = (await readdir(copies).catch(() => [])).filter((name) => name.endsWith('.db'));
  const found = names.map((name) => ({ name, faults: lookInto(path.join(copies, name), key).faults }));
  if (flow === 'back up') {
    const lost = done.map((one) => backupName(Number(one.split(' ')[0]))).filter((name) => !names.includes(name));
    return [
      ...lost.map((name) => `${name} was acknowledged and is gone`),
      ...found.flatMap(({ name, faults }) => faults.map((one) => `${name}: ${one}`)),
    ];
  }
  const isMigrated = lookInto(path.join(folder, 'office.db'), key).version === stepsOfTomorrow.length;
  return !isMigrated || found.some(({ faults }) => faults.length === 0) ? [] : [`migrated without a whole copy: ${JSON.stringify(found)}`];
}

function lookInto(file: string, key: Buffer): { readonly version: number; readonly faults: readonly string[] } {
  try {
    const { db, close } = openReader({ path: file, key });
    try {
      return { version: db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0, faults: faultsInTheFile(db) };
    } finally {
      close();
    }
  } catch (error) {
    return { version: 0, faults: [String(error)] };
  }
}
