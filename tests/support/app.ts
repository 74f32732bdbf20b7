import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import { startWebHost, type RunningWebHost } from './web-host.ts';

interface AppFixtures {
  /** Words after `npm start --`; the practice office unless a file says otherwise with `test.use({ hostArgs: [] })`. */
  readonly hostArgs: readonly string[];
  /** A folder of its own for each test. */
  readonly dataDir: string;
  readonly host: RunningWebHost;
  /** The page of Kaunta, opened by the printed link. Breaking its policy or throwing in it fails the test. */
  readonly app: Page;
}

/** Tests in a real browser against the built web host. */
export const test = base.extend<AppFixtures>({
  hostArgs: [['--practice'], { option: true }],
  dataDir: async ({ browserName: _browserName }, use) => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'kaunta-e2e-'));
    await use(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  },
  host: async ({ dataDir, hostArgs }, use) => {
    const host = await startWebHost({ dataDir, args: hostArgs });
    await use(host);
    await host.stop();
  },
  app: async ({ page, host }, use) => {
    const faults = await watchForFaults(page);
    await page.goto(host.url);
    await use(page);
    expect(faults).toEqual([]);
  },
});

export { expect };

/** Collects broken page policy and uncaught errors of a page from now on. */
export async function watchForFaults(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
      console.error(`Policy broken: ${violatedDirective} ${blockedURI} at ${sourceFile}:${lineNumber}`),
    );
  });
  page.on('console', (message) => {
    if (message.text().startsWith('Policy broken:')) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(`Uncaught in the page: ${error.message}`));
  return faults;
}
