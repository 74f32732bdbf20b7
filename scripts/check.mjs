// npm run check: types of every layer, lint with the layer rules, format, unused code and the lock file, side by side.
// With words (`npm run check -- lint core`) only the checks whose names hold one of them.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const layers = ['shared', 'core', 'hub', 'web', 'electron', 'renderer', 'tests', '.'];

function tool(script) {
  return path.join(root, 'node_modules', script);
}

const checks = [
  { name: 'lint and layers', args: [tool('oxlint/bin/oxlint'), '--type-aware', '--quiet'] },
  ...layers.map((layer) => ({ name: `types of ${layer === '.' ? 'the root' : layer}`, args: [tool('typescript/bin/tsc'), '-p', layer] })),
  { name: 'format', args: [tool('oxfmt/bin/oxfmt'), '--check'] },
  { name: 'unused code', args: [tool('knip/bin/knip.js'), '--no-progress', '--no-config-hints'] },
  { name: 'lock file', args: [path.join(root, 'scripts/lock-check.mjs')] },
];

function run({ name, args }) {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(process.execPath, args, { cwd: root });
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ name, ok: false, output: String(error), seconds: 0 }));
    child.on('close', (code) => resolve({ name, ok: code === 0, output, seconds: (performance.now() - startedAt) / 1000 }));
  });
}

function report({ name, ok, output, seconds }) {
  console.log(`${ok ? 'green' : 'RED  '}  ${seconds.toFixed(1).padStart(5)} s  ${name}`);
  if (!ok) console.log(`${output.trimEnd()}\n`);
}

const words = process.argv.slice(2);
const waiting = checks.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
const results = [];
async function worker() {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
    const result = await run(check);
    report(result);
    results.push(result);
  }
}
await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, worker));

const red = results.filter((result) => !result.ok);
console.log(red.length === 0 ? `All ${results.length} checks are green.` : `Red: ${red.map((result) => result.name).join(', ')}.`);
process.exitCode = red.length === 0 ? 0 : 1;
