import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { giveUp, root, say } from './packages.mjs';

const sources = ['shared', 'core', 'electron', 'web', 'hub', 'renderer', 'resources', 'electron.vite.config.ts', 'package.json'];

/** Stands only after a build that went well to its end. */
const stamp = path.join(root, 'out/built');

function newestIn(entry) {
  const stats = statSync(entry, { throwIfNoEntry: false });
  if (stats === undefined || /\.test\.tsx?$/.test(entry)) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(0, ...readdirSync(entry).map((name) => newestIn(path.join(entry, name))));
}

/** Builds main, preload, workers and page when something they are made of is newer than the last build. */
export function ensureBuild(node) {
  const builtAt = statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (builtAt > Math.max(...sources.map((source) => newestIn(path.join(root, source))))) return;
  say('Building Kaunta …');
  rmSync(stamp, { force: true });
  const electronVite = path.join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const { status } = spawnSync(node, [electronVite, 'build', '--logLevel', 'warn'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) giveUp('Kaunta could not be built: the reason stands above.');
  const template = spawnSync(node, [path.join(root, 'out/main/register-template.js')], { stdio: ['ignore', 'inherit', 'inherit'] });
  if (template.status !== 0) giveUp('The empty register for the practice office could not be made: the reason stands above.');
  writeFileSync(stamp, '');
}
