// npm test: sets up what is missing, then unit and contract tests, then the tests in a real browser; the last line sums both up.
// npm run test:nightly: the same with many more trials of every random test.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBuild } from './lib/build.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { ensurePackages, findNode, root, say } from './lib/packages.mjs';

ensurePackages();
const node = findNode();
ensureBuild(node);
const CHROMIUM = ensureChromium(node);

const reports = mkdtempSync(path.join(tmpdir(), 'kaunta-reports-'));

function run(tool, args, reportFile) {
  const env = {
    ...process.env,
    CHROMIUM,
    ...(process.argv.includes('--nightly') ? { KAUNTA_NIGHTLY: '1' } : {}),
    PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile,
    PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}`,
  };
  const { status } = spawnSync(node, [path.join(root, 'node_modules', tool), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env,
  });
  return { status, report: existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : undefined };
}

/** A run that ends badly without a failed test (a crash, a file that does not load) counts as one failure. */
function count({ status, report }, tally) {
  const { passed, failed, skipped } = report === undefined ? { passed: 0, failed: 0, skipped: 0 } : tally(report);
  return { passed, failed: status === 0 ? failed : Math.max(failed, 1), skipped };
}

function runUnitTests(name, files) {
  const file = path.join(reports, `${name}.json`);
  return run('vitest/vitest.mjs', ['run', ...files, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], file);
}

function unitTally({ testResults }) {
  const results = testResults.flatMap(({ assertionResults }) => assertionResults.map(({ status }) => status));
  const of = (status) => results.filter((one) => one === status).length;
  return { passed: of('passed'), failed: of('failed'), skipped: results.length - of('passed') - of('failed') };
}

/** A file whose process was ended, by V8 or the system, failed without a failed test: it is run once more, and the report says so. */
function unitTests() {
  const first = runUnitTests('unit', []);
  const isLost = ({ status, assertionResults }) => status === 'failed' && assertionResults.every((one) => one.status !== 'failed');
  const results = first.report?.testResults ?? [];
  const lost = results.filter(isLost).map(({ name }) => path.relative(root, name));
  if (lost.length === 0) return count(first, unitTally);
  say(`\nThe process of these files ended before their tests were through; they are run again:\n  ${lost.join('\n  ')}\n`);
  const again = count(runUnitTests('unit-again', lost), unitTally);
  const others = unitTally({ testResults: results.filter((file) => !isLost(file)) });
  return { passed: others.passed + again.passed, failed: others.failed + again.failed, skipped: others.skipped + again.skipped };
}

function browserTests() {
  const file = path.join(reports, 'browser.json');
  const result = run('@playwright/test/cli.js', ['test', '--reporter=list,json'], file);
  return count(result, ({ stats }) => {
    if (stats.flaky > 0) say(`${stats.flaky} passed only when tried again: see the report above.`);
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
  });
}

say('\nUnit and contract tests');
const unit = unitTests();
say('\nTests in a real browser');
const browser = browserTests();
rmSync(reports, { recursive: true, force: true });

const passed = unit.passed + browser.passed;
const failed = unit.failed + browser.failed;
const skipped = unit.skipped + browser.skipped;
process.exitCode = failed === 0 ? 0 : 1;
say(`${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`);
