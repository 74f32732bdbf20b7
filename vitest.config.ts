import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,core,hub,web,electron,renderer,tests}/**/*.test.{ts,tsx}'],
    pool: 'threads',
    // Real databases, sockets and password hashes on a busy two-core machine; a hang still ends.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
