// npm run hub: sets up what is missing, then the central exchange; `npm run hub -- --help` names the options.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureBuild } from './lib/build.mjs';
import { ensurePackages, findNode, root } from './lib/packages.mjs';

ensurePackages();
const node = findNode();
ensureBuild(node);

const child = spawn(node, [path.join(root, 'out/main/hub.js'), ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
// npm runs this script through a shell that dies of a signal without passing it on.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 1_000).unref();
child.on('error', (error) => {
  console.error(`The hub could not be started: ${error.message}`);
  process.exit(1);
});
child.on('close', (code) => process.exit(code ?? 1));
