import path from 'node:path';
import { defineConfig } from '@playwright/test';
import base from '../../playwright.config.ts';

/** The walk that makes docs/images anew; apart from the tests, since it judges nothing. */
export default defineConfig(base, {
  testDir: import.meta.dirname,
  testMatch: '*.pictures.ts',
  outputDir: path.resolve('test-results/pictures'),
  workers: 1,
});
