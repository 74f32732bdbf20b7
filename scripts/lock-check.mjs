// Says which packages of package-lock.json lack an optional dependency (another platform's binary): with such a lock `npm ci` fails elsewhere.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const lockFile = path.resolve(import.meta.dirname, '../package-lock.json');
const packages = JSON.parse(readFileSync(lockFile, 'utf8')).packages;

/** Whether npm would find `name` from `folder`, walking up through node_modules as Node does. */
function isLocked(folder, name) {
  for (let at = folder; ; at = at.replace(/\/?node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
    if (packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`] !== undefined) return true;
    if (at === '') return false;
  }
}

const missing = Object.entries(packages).flatMap(([folder, entry]) =>
  Object.keys(entry.optionalDependencies ?? {})
    .filter((name) => !isLocked(folder, name))
    .map((name) => `${folder === '' ? 'package.json' : folder} wants ${name}`),
);

for (const line of missing) console.error(`Missing in package-lock.json: ${line}`);
if (missing.length > 0) process.exit(1);
console.log(`The lock is complete: ${Object.keys(packages).length - 1} packages.`);
