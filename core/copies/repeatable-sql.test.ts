import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

/** What gives another result when it is run again: chance, the clock, and what the connection did before. */
const unrepeatable =
  /\brandom(?:blob)?\s*\(|\b(?:date|time|datetime|julianday|unixepoch|strftime)\s*\(\s*(?:'[^']*'\s*,\s*)?'now'|\bCURRENT_(?:TIME|DATE|TIMESTAMP)\b|\blast_insert_rowid\s*\(|\b(?:total_)?changes\s*\(/iu;

function sourcesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|sql)$/u.test(entry.name) && !entry.name.endsWith('.test.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** Strings with a SQL verb in them, so that a call of our own `random()` is none. */
function statementsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  if (file.endsWith('.sql')) return [text];
  return (text.match(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/gu) ?? []).filter((one) =>
    /\b(?:SELECT|INSERT|UPDATE|DELETE|CREATE|VALUES)\b/u.test(one),
  );
}

it.each([
  'SELECT random()',
  "INSERT INTO t VALUES (datetime('now'))",
  "UPDATE t SET at = strftime('%s', 'now')",
  'DEFAULT CURRENT_TIMESTAMP',
])('the search finds %j', (sql) => {
  expect(sql).toMatch(unrepeatable);
});

it('no SQL of the office holds chance or a clock, so that a restore which runs it again gets the same rows', () => {
  const found = sourcesUnder('core').flatMap((file) =>
    statementsOf(file)
      .filter((sql) => unrepeatable.test(sql))
      .map((sql) => `${file}: ${sql}`),
  );
  expect(found).toEqual([]);
});
