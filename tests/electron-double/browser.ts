import { chromium, type Browser } from '@playwright/test';
import { chromiumFile } from '../support/chromium.ts';

let opening: Promise<Browser> | undefined;

/** One Chromium for the program under test; the test joins it on `DOUBLE_CDP_PORT`. */
export function openBrowser(): Promise<Browser> {
  const executablePath = chromiumFile();
  opening ??= chromium.launch({
    args: ['--disable-dev-shm-usage', `--remote-debugging-port=${process.env['DOUBLE_CDP_PORT'] ?? '0'}`],
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  return opening;
}

export async function closeBrowser(): Promise<void> {
  await (await opening)?.close();
}
