import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test as base } from '@playwright/test';
import { startBundle, type RunningBundle } from './run-bundle.ts';

interface BundleFixtures {
  readonly dataDir: string;
}

interface BundleWorkerFixtures {
  /** One bundle for all tests of a file: each asks it something and leaves it as it was. */
  readonly bundle: RunningBundle;
}

function temporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'kaunta-bundle-'));
}

/** Tests of the built main process and preload over the double of `electron`: bundle tests, not tests in Electron. */
export const test = base.extend<BundleFixtures, BundleWorkerFixtures>({
  dataDir: async ({ browserName: _browserName }, use) => {
    const dataDir = temporaryFolder();
    await use(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  },
  bundle: [
    async ({ browserName: _browserName }, use) => {
      const dataDir = temporaryFolder();
      const bundle = await startBundle({ dataDir });
      await use(bundle);
      await bundle.quit();
      rmSync(dataDir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

export { expect };
