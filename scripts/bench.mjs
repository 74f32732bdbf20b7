// npm run bench: every figure of PERFORMANCE.md beside its anchor of the same run, one bench after another.
// With words (`npm run bench -- command search`) only the benches of those names.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ensureBuild } from './lib/build.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { ensurePackages, findNode, giveUp, root, say } from './lib/packages.mjs';

ensurePackages();
const node = findNode();
if (path.resolve(process.execPath) !== path.resolve(node)) {
  process.exit(spawnSync(node, process.argv.slice(1), { stdio: 'inherit' }).status ?? 1);
}

const all = readdirSync(path.join(root, 'tests/bench'))
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.slice(0, -'.bench.ts'.length));
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !all.includes(name));
if (unknown !== undefined) giveUp(`There is no bench named ${unknown}: ${all.join(', ')}.`);
const names = asked.length === 0 ? all : asked;

const env = { ...process.env };
if (names.some((name) => ['host', 'calendar'].includes(name))) {
  ensureBuild(node);
  env.CHROMIUM = ensureChromium(node);
}

/** Two folders below the root, as their sources are, so that the paths in them hold; the core finds its migrations through Vite. */
const outDir = path.join(root, 'out/bench');
const { build } = await import('vite');
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  build: {
    ssr: true,
    outDir,
    emptyOutDir: true,
    target: 'node22',
    rolldownOptions: {
      input: { run: path.join(root, 'tests/bench/run.ts'), 'table-worker': path.join(root, 'core/table-file/table-worker.ts') },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});

const failed = names.filter((name) => {
  say(`\n${name}\n`);
  const { status } = spawnSync(node, [path.join(outDir, 'run.js'), name], { cwd: root, stdio: 'inherit', env });
  return status !== 0;
});
if (failed.length > 0) giveUp(`Could not be measured: ${failed.join(', ')}.`);
