import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root, say } from './packages.mjs';

const folder = path.join(root, 'node_modules/electron');
const FETCH_TIMEOUT_MS = 180_000;

/** The file to run, or undefined. Never by importing the electron package: outside Electron that import downloads, synchronously. */
function findBinary() {
  try {
    const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(folder, 'dist');
    const file = path.join(dist, readFileSync(path.join(folder, 'path.txt'), 'utf8'));
    return existsSync(file) ? file : undefined;
  } catch {
    return undefined;
  }
}

function fetchBinary(node) {
  say('Fetching Electron (once, about 110 MB) …');
  return new Promise((resolve) => {
    const child = spawn(node, [path.join(folder, 'install.js')], { stdio: ['ignore', 'ignore', 'pipe'] });
    const timer = setTimeout(() => child.kill(), FETCH_TIMEOUT_MS);
    let complaint = '';
    child.stderr.on('data', (chunk) => (complaint += chunk));
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const first = complaint.split('\n').find((line) => line.trim() !== '');
      resolve(signal === null ? (first ?? `its installer ended with ${code}`) : 'fetching it took too long');
    });
  });
}

/** `{ binary }` to run Electron with, or `{ why }` it cannot be. */
export async function findElectron(node) {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return { why: 'there is no display' };
  const here = findBinary();
  if (here !== undefined) return { binary: here };
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD) return { why: 'fetching it is switched off' };
  const why = await fetchBinary(node);
  const fetched = findBinary();
  return fetched === undefined ? { why } : { binary: fetched };
}
