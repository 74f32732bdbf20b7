import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,core,hub,web,electron,renderer,tests}/**/*.test.{ts,tsx}'],
    // A process for each file: what ends one takes no other file along, and `npm test` runs that file again and says so.
    pool: 'forks',
    globalSetup: 'tests/support/run-folder.ts',
    execArgv: ['--import', path.join(import.meta.dirname, 'tests/support/keep-type-stripper.ts')],
    // Most wait for disks, sockets and other processes; by default a PC of two cores would run one file at a time.
    maxWorkers: Math.max(2, availableParallelism()),
    // Real databases, sockets and password hashes on a busy two-core machine; a hang still ends.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
