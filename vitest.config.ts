import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,core,hub,web,electron,renderer,tests}/**/*.test.{ts,tsx}'],
    pool: 'threads',
    // Most wait for disks, sockets and other processes; by default a PC of two cores would run one file at a time.
    maxWorkers: Math.max(2, availableParallelism()),
    // Real databases, sockets and password hashes on a busy two-core machine; a hang still ends.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
