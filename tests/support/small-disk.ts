import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A disk of a few megabytes, in memory, that a test may fill to the last byte. */
export interface SmallDisk {
  readonly folder: string;
  fill(): void;
  makeRoom(): void;
  remove(): void;
}

/** Why no such disk can be made here, or undefined. */
export const noSmallDisk =
  process.platform === 'linux' && process.getuid?.() === 0 ? undefined : 'only root on Linux may mount a disk in memory';

export function mountSmallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(path.join(tmpdir(), 'kaunta-disk-'));
  run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'kaunta-test', folder);
  const filler = path.join(folder, 'filler');
  return {
    folder,
    fill: () => {
      for (const bytes of [65_536, 4096, 1]) fillBy(filler, bytes);
    },
    makeRoom: () => rmSync(filler),
    remove: () => {
      run('umount', folder);
      rmSync(folder, { recursive: true });
    },
  };
}

function fillBy(filler: string, bytes: number): void {
  try {
    for (;;) writeFileSync(filler, Buffer.alloc(bytes), { flag: 'a' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}

function run(program: string, ...args: readonly string[]): void {
  execFileSync(program, args);
}
