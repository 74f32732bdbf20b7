import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toDay, toInstant, type Instant } from '#shared/base/instant.ts';
import { openWriter, type Connection, type WriteDb } from './db/database.ts';
import { migrate, migrations } from './db/migrate.ts';
import { readReference } from './reference.ts';
import { openReferenceBook } from './reference-book.ts';

let folder: string;
let connection: Connection<WriteDb>;
let now: Instant = toInstant('2026-11-23T06:00:00.000Z');

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kaunta-reference-'));
  connection = openWriter({ path: path.join(folder, 'office.db'), key: randomBytes(32) });
  migrate(connection.raw, { steps: migrations, backUp: () => undefined });
});

afterEach(() => {
  connection.close();
  rmSync(folder, { recursive: true });
});

const shipped = readReference('resources');

function hear(effectiveFrom: string, resitWaitDays: number, at: string): void {
  const rules = shipped.drivingRules.rules.map((set) => ({ ...set, resitWaitDays }));
  const body = { table: 'driving-rules', effectiveFrom: toDay(effectiveFrom), body: { ...shipped.drivingRules, rules } };
  connection.db.run(
    `INSERT INTO hub_word (kind, key, body, at) VALUES ('reference', ?, ?, ?)`,
    `driving-rules:${effectiveFrom}`,
    JSON.stringify(body),
    at,
  );
}

describe('the reference of an open office', () => {
  it('is read anew when the hub sends a table and when its day comes, by whoever holds it', () => {
    const { reference, updates } = openReferenceBook({ shipped, reader: () => connection.db, now: () => now });
    const wait = () => reference.drivingRules.rules[0]?.resitWaitDays;
    expect(wait()).toBe(21);
    hear('2026-11-20', 14, '2026-11-23T06:01:00.000Z');
    expect(wait()).toBe(14);
    hear('2026-11-24', 7, '2026-11-23T06:02:00.000Z');
    expect([wait(), updates().length]).toEqual([14, 2]);
    now = toInstant('2026-11-23T21:00:00.000Z');
    expect(wait()).toBe(7);
    expect(structuredClone({ ...reference }).offices).toEqual(shipped.offices);
  });
});
