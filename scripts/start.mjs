// npm start: sets up what is missing, then Electron where it can run, else the same program in the browser.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { openBrowser } from './lib/browser.mjs';
import { ensureBuild } from './lib/build.mjs';
import { findElectron } from './lib/electron.mjs';
import { ensurePackages, findNode, root, say } from './lib/packages.mjs';

const forScript = new Set(['--web', '--no-open']);
const given = new Set(process.argv.slice(2));
const forHost = process.argv.slice(2).filter((arg) => !forScript.has(arg));

ensurePackages();
const node = findNode();
ensureBuild(node);

const electron = given.has('--web') ? {} : await findElectron(node);
if (electron.why !== undefined) say(`Electron is not available (${electron.why}); opening Kaunta in your browser instead.`);
endWith(electron.binary === undefined ? startWebHost() : startElectron(electron.binary));

function startElectron(binary) {
  // Chromium's sandbox refuses to run as root.
  const asRoot = process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : [];
  const { ELECTRON_RUN_AS_NODE: _unwanted, ...env } = process.env;
  return spawn(binary, [...asRoot, root, ...forHost], { stdio: 'inherit', env });
}

function startWebHost() {
  const child = spawn(node, [path.join(root, 'out/main/web.js'), ...forHost], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  let line = '';
  child.stdout.on('data', (chunk) => {
    process.stdout.write(chunk);
    line += chunk;
    const ready = /^Kaunta is ready at (\S+)$/m.exec(line);
    if (ready === null) return;
    child.stdout.removeAllListeners('data');
    child.stdout.pipe(process.stdout);
    if (!given.has('--no-open')) openBrowser(ready[1]);
  });
  return child;
}

function endWith(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // npm runs this script through a shell that dies of a signal without passing it on.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 1_000).unref();
  child.on('error', (error) => {
    console.error(`Kaunta could not be started: ${error.message}`);
    process.exit(1);
  });
  child.on('close', (code) => process.exit(code ?? 1));
}
