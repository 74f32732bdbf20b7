import { existsSync } from 'node:fs';

/** The browser of the tests: the one `npm test` found, else Debian's; undefined lets Playwright use its own. */
export function chromiumFile(): string | undefined {
  return [process.env['CHROMIUM'], '/usr/bin/chromium'].find((file) => file !== undefined && existsSync(file));
}
