// npm run pictures: makes docs/images anew by a walk through a practice office; papers are drawn with pdftoppm of poppler-utils.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureBuild } from './lib/build.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { ensurePackages, findNode, giveUp, root } from './lib/packages.mjs';

ensurePackages();
const node = findNode();
ensureBuild(node);
if (spawnSync('pdftoppm', ['-v']).status !== 0) giveUp('The papers are drawn with pdftoppm: install poppler-utils.');

const env = { ...process.env, CHROMIUM: ensureChromium(node), PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}` };
const playwright = path.join(root, 'node_modules/@playwright/test/cli.js');
const { status } = spawnSync(node, [playwright, 'test', '--config', 'tests/pictures/playwright.config.ts'], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
  env,
});
process.exitCode = status ?? 1;
