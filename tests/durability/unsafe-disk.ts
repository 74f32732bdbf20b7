import path from 'node:path';
import type { Random } from '#hub/practice/random.ts';
import type { DiskCall } from './disk-calls.ts';

/** Below it a disk writes all or nothing; anything larger may be torn. */
const sectorBytes = 512;

type Chance = Pick<Random, 'percent'>;

/** How much of what was never synced is on the disk afterwards: nothing, all, or some of it, in whole writes or torn ones. */
export const losses = ['lost', 'kept', 'some', 'torn'] as const;
type Loss = (typeof losses)[number];

type Change = { readonly offset: number; readonly bytes: Buffer } | { readonly size: number };

interface FileOnDisk {
  /** What a power cut leaves for certain. */
  synced: Buffer;
  readonly waiting: Change[];
  /** As the running program sees it. */
  bytes: number;
}

/** A name in a folder: what it means for certain, and what it means to the running program. */
interface Name {
  synced: FileOnDisk | undefined;
  now: FileOnDisk | undefined;
}

/**
 * A disk that keeps nothing but what it was told to sync: contents by syncing the file, names by syncing the folder. It is given what a
 * program did, call by call, and can be asked at any moment what a power cut would leave.
 */
export interface UnsafeDisk {
  do(call: DiskCall): void;
  cut(loss: Loss, chance: Chance): ReadonlyMap<string, Buffer>;
}

export function openUnsafeDisk(files: ReadonlyMap<string, Buffer>): UnsafeDisk {
  const names = new Map<string, Name>();
  for (const [file, bytes] of files) {
    const onDisk = { synced: bytes, waiting: [], bytes: bytes.length };
    names.set(file, { synced: onDisk, now: onDisk });
  }
  const nameOf = (file: string): Name => {
    const known = names.get(file) ?? { synced: undefined, now: undefined };
    names.set(file, known);
    return known;
  };
  const take = (call: DiskCall): void => {
    switch (call.kind) {
      case 'said':
        return;
      case 'create':
        return create(nameOf(call.file), call.empties);
      case 'remove':
        nameOf(call.file).now = undefined;
        return;
      case 'rename':
        nameOf(call.to).now = nameOf(call.file).now;
        nameOf(call.file).now = undefined;
        return;
      case 'sync':
        return sync(names, call.file);
      case 'write':
      case 'truncate': {
        const file = names.get(call.file)?.now;
        if (file) change(file, call);
      }
    }
  };
  return {
    do: take,
    cut: (loss, chance) => {
      const left = new Map<string, Buffer>();
      for (const [name, { synced, now }] of names) {
        const file = synced === now || keeps(loss, chance) ? now : synced;
        if (file) left.set(name, contentAfter(file, loss, chance));
      }
      return left;
    },
  };
}

function create(name: Name, empties: boolean): void {
  if (!name.now) name.now = { synced: Buffer.alloc(0), waiting: [], bytes: 0 };
  else if (empties) change(name.now, { size: 0 });
}

/** Syncing a folder makes its names certain; syncing a file, its content. */
function sync(names: ReadonlyMap<string, Name>, file: string): void {
  const onDisk = names.get(file)?.now;
  if (onDisk) {
    onDisk.synced = changed(onDisk.synced, onDisk.waiting, () => true);
    onDisk.waiting.length = 0;
  }
  for (const [name, held] of names) if (path.dirname(name) === file) held.synced = held.now;
}

type Changing = { readonly size: number } | { readonly bytes: Buffer; readonly offset: number | null };

function change(file: FileOnDisk, call: Changing): void {
  if ('size' in call) {
    file.waiting.push({ size: call.size });
    file.bytes = call.size;
    return;
  }
  const offset = call.offset ?? file.bytes;
  file.waiting.push({ offset, bytes: call.bytes });
  file.bytes = Math.max(file.bytes, offset + call.bytes.length);
}

function keeps(loss: Loss, chance: Chance): boolean {
  return loss === 'kept' || (loss !== 'lost' && chance.percent(50));
}

function contentAfter({ synced, waiting }: FileOnDisk, loss: Loss, chance: Chance): Buffer {
  const kept = loss === 'torn' ? waiting : waiting.filter(() => keeps(loss, chance));
  return changed(synced, kept, () => loss !== 'torn' || chance.percent(50));
}

/** Content with changes on top, sector by sector where only some of a change is kept. */
function changed(bytes: Buffer, changes: readonly Change[], keepsSector: () => boolean): Buffer {
  const room = changes.reduce((most, one) => Math.max(most, 'size' in one ? one.size : one.offset + one.bytes.length), bytes.length);
  const result = Buffer.concat([bytes], room);
  let { length } = bytes;
  for (const one of changes) {
    if ('size' in one) {
      if (!keepsSector()) continue;
      result.fill(0, one.size, Math.max(length, one.size));
      length = one.size;
      continue;
    }
    const end = one.offset + one.bytes.length;
    for (let from = one.offset; from < end;) {
      const to = Math.min(end, (Math.floor(from / sectorBytes) + 1) * sectorBytes);
      if (keepsSector()) {
        one.bytes.copy(result, from, from - one.offset, to - one.offset);
        length = Math.max(length, to);
      }
      from = to;
    }
  }
  return result.subarray(0, length);
}
