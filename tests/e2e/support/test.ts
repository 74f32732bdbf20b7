import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { expect, test as base, watchForFaults } from '../../support/app.ts';
import { startWebHost } from '../../support/web-host.ts';
import { keyboardOf, type Keyboard } from './keyboard.ts';
import { signIn, signOut, staff, waitForVehicle } from './office.ts';

interface PcFixtures {
  /** The open page in the hands of somebody without a mouse. */
  readonly keys: Keyboard;
  /** The host dies as in a power cut; the page is opened at the next one, at the same address, over the same folder. */
  readonly powerCut: (meanwhile?: () => Promise<void>) => Promise<void>;
}

/**
 * A PC on which Kaunta starts for the first time. Everything in this program can be done without a mouse, so these tests have none;
 * touching one, a broken page policy, page errors and console errors fail them.
 */
export const newPcTest = base.extend<PcFixtures>({
  keys: async ({ page, host }, use) => {
    const faults = await watchForFaults(page);
    const complaints = complaintsOf(page);
    const touches: string[] = [];
    const keys = await keyboardOf(page, (touch) => touches.push(touch));
    await page.goto(host.url);
    await use(keys);
    expect([...faults, ...complaints, ...touches]).toEqual([]);
  },
  powerCut: async ({ page, host, dataDir, hostArgs }, use) => {
    const hosts = [host];
    const port = new URL(host.url).port;
    await use(async (meanwhile) => {
      await hosts.at(-1)?.kill();
      // An open page loads itself again once a host that knows it no more answers, in the middle of being opened.
      await page.goto('about:blank');
      await meanwhile?.();
      const next = await startWebHost({ dataDir, args: [...hostArgs, '--port', port] });
      hosts.push(next);
      await page.goto(next.url);
    });
    for (const one of hosts) await one.stop();
  },
});

/** A practice office whose register has already come; each test has it for itself. */
export const test = newPcTest.extend<Record<never, never>, { readonly practiceFolder: string }>({
  practiceFolder: [
    async ({ browser }, use) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'kaunta-practice-'));
      await settlePracticeOffice(browser, folder);
      await use(folder);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  dataDir: async ({ practiceFolder }, use) => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'kaunta-e2e-'));
    cpSync(practiceFolder, dataDir, { recursive: true });
    await use(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  },
});

export { expect };

/** What the browser itself says when the host is gone; the page has its own words for that. */
const lostLine = /ERR_CONNECTION_REFUSED|WebSocket connection to .+ failed|status of 401/u;

function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !lostLine.test(message.text())) complaints.push(`Console error: ${message.text()}`);
  });
  return complaints;
}

/** Opens the practice office for the first time and waits until its register stands on this PC. */
async function settlePracticeOffice(browser: Browser, dataDir: string): Promise<void> {
  const host = await startWebHost({ dataDir, args: ['--practice'] });
  const context = await browser.newContext();
  const keys = await keyboardOf(await context.newPage(), () => undefined);
  await keys.page.goto(host.url);
  await signIn(keys, staff.clerk);
  await waitForVehicle(keys, lastDemonstrationPlate);
  await signOut(keys);
  await context.close();
  await host.stop();
}

/** The register comes in the order of `hub/practice/demonstration.ts`. */
const lastDemonstrationPlate = 'KQZ017';
