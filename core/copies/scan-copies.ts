import { copyFile, link, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { errorCode, makeFolderIn, syncFile, syncFolder } from '../documents/durable-file.ts';

const shardName = /^[0-9a-f]{2}$/u;
const scanName = /^[0-9a-f]{64}$/u;

/** Brings the vault's files that are missing into the copies folder. They are encrypted already and never change; returns how many. */
export async function copyScans(from: string, to: string): Promise<number> {
  let copied = 0;
  await makeFolderIn(to);
  for (const shard of (await namesIn(from)).filter((name) => shardName.test(name))) {
    const target = path.join(to, shard);
    const there = new Set(await namesIn(target));
    const missing = (await namesIn(path.join(from, shard))).filter((name) => scanName.test(name) && !there.has(name));
    if (missing.length === 0) continue;
    await makeFolderIn(target);
    for (const name of missing) await copyOne(path.join(from, shard, name), path.join(target, name));
    await syncFolder(target);
    copied += missing.length;
  }
  return copied;
}

/** On the same disk one more name is enough; on another the file itself goes over, under its name only once it is whole. */
async function copyOne(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'EEXIST') return;
    const unfinished = `${to}.unfinished`;
    await rm(unfinished, { force: true });
    await copyFile(from, unfinished);
    await syncFile(unfinished);
    await rename(unfinished, to);
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
