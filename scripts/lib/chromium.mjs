import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { giveUp, root, say } from './packages.mjs';

const usualPlaces = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['C:/Program Files/Google/Chrome/Application/chrome.exe', 'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe'],
};

function findChromium() {
  const named = process.env.CHROMIUM;
  if (named !== undefined) return existsSync(named) ? named : giveUp(`CHROMIUM names ${named}, which is not there.`);
  const { chromium } = createRequire(path.join(root, 'package.json'))('@playwright/test');
  return [...(usualPlaces[process.platform] ?? []), chromium.executablePath()].find((file) => existsSync(file));
}

function installFromDebian() {
  if (process.platform !== 'linux' || process.getuid() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  say('Installing Chromium from Debian …');
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { stdio: 'inherit' });
}

function installFromPlaywright(node) {
  say('Installing Chromium through Playwright …');
  spawnSync(node, [path.join(root, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium'], { stdio: 'inherit' });
}

/** The Chromium the browser tests run in, installed when this PC has none. */
export function ensureChromium(node) {
  for (const install of [() => undefined, installFromDebian, () => installFromPlaywright(node)]) {
    install();
    const found = findChromium();
    if (found !== undefined) return found;
  }
  return giveUp('The browser tests need Chromium, Chrome or Edge: install one, or name its file in CHROMIUM.');
}
