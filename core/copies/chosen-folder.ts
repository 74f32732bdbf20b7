import { randomUUID } from 'node:crypto';
import { realpath, rm, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { errorCode, makeFolderIn, writeDurably } from '../documents/durable-file.ts';
import type { OfficeIdentity } from '../office/identity.ts';
import { AppError } from '../refusal.ts';

const bytesPerMb = 1_000_000;
/** Room for a backup that replaces another, and for the acts of a day. */
const roomForBackups = 3;
const leastBytes = 50 * bytesPerMb;

export interface ChosenFolder {
  readonly folder: string;
  readonly dataDir: string;
  readonly officeBytes: number;
  readonly office: Pick<OfficeIdentity, 'officeCode' | 'deviceNo' | 'deviceId'>;
}

/** Refuses what cannot hold copies; gives back the part of the folder that is this PC's alone, as one disk may serve several. */
export async function prepareChosen({ folder, dataDir, officeBytes, office }: ChosenFolder): Promise<string> {
  if (!path.isAbsolute(folder) || !(await isFolder(folder))) throw new AppError('copies.folder-missing');
  if (isInside(await realpath(folder), await realpath(dataDir))) throw new AppError('copies.folder-inside');
  const root = path.join(folder, `kaunta-${office.officeCode}-${office.deviceNo}-${office.deviceId.slice(0, 8)}`);
  await requireWritable(root);
  await requireRoom(root, Math.max(leastBytes, officeBytes * roomForBackups));
  return root;
}

async function requireRoom(root: string, neededBytes: number): Promise<void> {
  const freeBytes = await freeBytesOf(root);
  if (freeBytes === null || freeBytes >= neededBytes) return;
  throw new AppError('copies.folder-full', { freeMb: Math.floor(freeBytes / bytesPerMb), neededMb: Math.ceil(neededBytes / bytesPerMb) });
}

/** Null where the system does not say. */
export async function freeBytesOf(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}

/** Null while one of them cannot be reached. */
export async function areOnOneDisk(one: string, other: string): Promise<boolean | null> {
  try {
    const [first, second] = await Promise.all([stat(one), stat(other)]);
    return first.dev === second.dev;
  } catch {
    return null;
  }
}

async function isFolder(folder: string): Promise<boolean> {
  return (await stat(folder).catch(() => undefined))?.isDirectory() ?? false;
}

function isInside(folder: string, outer: string): boolean {
  const way = path.relative(outer, folder);
  return way === '' || (!way.startsWith('..') && !path.isAbsolute(way));
}

async function requireWritable(root: string): Promise<void> {
  const probe = path.join(root, `probe-${randomUUID()}`);
  try {
    await makeFolderIn(root);
    await writeDurably(probe, Buffer.from('kaunta'));
  } catch (error) {
    throw errorCode(error) === '' ? error : new AppError('copies.folder-not-writable');
  } finally {
    await rm(probe, { force: true }).catch(() => undefined);
  }
}
