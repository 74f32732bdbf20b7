import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toInstant } from '#shared/base/instant.ts';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import { registryVehicle } from '#tests/support/transfer-body.ts';
import { openOfficeFile } from '../start/open-file.ts';
import type { Storage } from '../storage.ts';
import { findVehicle } from '../vehicles/store.ts';
import { beginFeed } from './feed.ts';
import type { PullAnswer } from './hub-client.ts';
import { takePage } from './hub-word.ts';
import { findPullGuard } from './pull-guard-store.ts';

const now = toInstant('2026-11-23T06:00:00.000Z');
const head = { epoch: 1, seq: 0, hash: '0'.repeat(64) };

function car(n: number, colour = 'Red', asOf = now): Vehicle {
  const letter = String.fromCharCode(65 + n);
  return registryVehicle({
    plate: `KMGA00${n}${letter}`,
    chassis: `MD2A21BY8KWL0000${n}`,
    colour,
    source: { from: 'registry', asOf },
  });
}

const person = { idKind: 'national-id', idNumber: '23456789', name: 'Njeri', kraPin: '', phone: '', postalAddress: '' };

describe('a hub that was restored', () => {
  let folder: string;
  let storage: Storage;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'kaunta-feed-'));
    storage = await openOfficeFile(folder, randomBytes(32));
  });
  afterEach(async () => {
    storage.close();
    await rm(folder, { recursive: true });
  });

  const tell = (changes: PullAnswer['changes'], more = false): boolean =>
    storage.transact((db) => {
      const cx = { db, chain: { deviceId: randomUUID(), epoch: 1 }, now, newId: randomUUID, announce: () => undefined };
      return takePage(cx, { changes, more, next: '1:1', feed: 'f', head, hubTime: now }, { at: now, hubOffsetMs: 0 });
    });
  const vehicle = (one: Vehicle) => ({ kind: 'vehicle', key: one.plate, body: one });
  const colours = (count: number) => Array.from({ length: count }, (_, n) => findVehicle(storage.reader, car(n).plate)?.colour);
  const first = (count: number) => Array.from({ length: count }, (_, n) => vehicle(car(n)));

  it('is believed, also where its word is older than what is known here', () => {
    tell(first(2));
    tell([vehicle(car(0, 'Green', toInstant('2026-11-22T06:00:00.000Z')))]);
    expect(colours(2)).toEqual(['Red', 'Red']);
    storage.transact(beginFeed);
    tell([vehicle(car(0, 'Green', toInstant('2026-11-22T06:00:00.000Z'))), vehicle(car(1))]);
    expect(colours(2)).toEqual(['Green', 'Red']);
  });

  it('makes gone what it has not told again by its end, and nothing before', () => {
    tell([...first(9), { kind: 'person', key: 'national-id:23456789', body: person }]);
    tell(
      Array.from({ length: 12 }, (_, n) => ({
        kind: 'person',
        key: `passport:A${n}`,
        body: { ...person, idKind: 'passport', idNumber: `A${n}` },
      })),
    );
    storage.transact(beginFeed);
    const people = Array.from({ length: 12 }, (_, n) => ({
      kind: 'person',
      key: `passport:A${n}`,
      body: { ...person, idKind: 'passport', idNumber: `A${n}` },
    }));
    tell([...first(9), ...people], true);
    expect(storage.reader.get('SELECT count(*) AS people FROM person')).toEqual({ people: 13 });
    tell([]);
    expect(storage.reader.all('SELECT id_number FROM person WHERE id_kind = ?', 'national-id')).toEqual([]);
    expect(colours(9)).not.toContain(undefined);
  });

  it('that tells almost nothing is asked about before anything is removed', () => {
    tell(first(9));
    storage.transact(beginFeed);
    expect(tell([vehicle(car(0))])).toBe(false);
    expect(findPullGuard(storage.reader)).toMatchObject({ state: 'asking', kind: 'vehicle', gone: 8, known: 9 });
    expect(colours(9)).not.toContain(undefined);
  });
});
