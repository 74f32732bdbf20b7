import { defineConfig } from '@playwright/test';
import { chromiumFile } from './tests/support/chromium.ts';

const executablePath = chromiumFile();

export default defineConfig({
  testDir: 'tests',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  // A screen on a busy machine may miss a key that a person would press again; what passes only then is named in the report.
  retries: process.env['CI'] === undefined ? 0 : 2,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'en-KE',
    timezoneId: 'Africa/Nairobi',
    launchOptions: { args: ['--disable-dev-shm-usage'], ...(executablePath === undefined ? {} : { executablePath }) },
  },
});
