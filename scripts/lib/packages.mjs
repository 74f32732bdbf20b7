import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

/** One line of what the scripts do for the person who waits. */
export function say(sentence) {
  console.log(sentence);
}

/** One sentence about what is in the way, and the end. */
export function giveUp(sentence) {
  console.error(sentence);
  process.exit(1);
}

function modifiedAt(file) {
  return statSync(path.join(root, file), { throwIfNoEntry: false })?.mtimeMs;
}

/** Installs exactly what the lock names, when nothing is installed yet or the lock has changed since. */
export function ensurePackages() {
  const installedAt = modifiedAt('node_modules/.package-lock.json');
  if (installedAt !== undefined && installedAt >= modifiedAt('package-lock.json')) return;
  if (process.platform === 'win32' && process.execPath.startsWith(path.join(root, 'node_modules'))) {
    giveUp('The list of packages has changed. Windows cannot replace the Node that is running: type `npm ci`, then this command again.');
  }
  say('Installing packages (npm ci, about a minute) …');
  // Its warnings are about the Node that runs npm; Kaunta runs on its own.
  const install = ['ci', '--loglevel=error'];
  const { npm_execpath: npm, npm_node_execpath: npmNode } = process.env;
  const [command, args] = npm === undefined ? ['npm', install] : [npmNode ?? process.execPath, [npm, ...install]];
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: npm === undefined && process.platform === 'win32' });
  if (status !== 0) giveUp('The packages could not be installed: npm says why above.');
}

function isNewEnough(version) {
  const [major, minor] = version.replace('v', '').split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 13);
}

/** The Node everything runs on: the packaged 24 of this platform, else the one that runs this script. */
export function findNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const packaged = path.join(root, 'node_modules', `node-${system}-${process.arch}`, 'bin', file);
  if (existsSync(packaged) && spawnSync(packaged, ['--version']).status === 0) return packaged;
  if (isNewEnough(process.version)) return process.execPath;
  return giveUp(
    `Kaunta needs Node 22.13 or newer; this is Node ${process.versions.node}. Install the current one from https://nodejs.org.`,
  );
}
