import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instantOf, toDay, type Instant } from '#shared/base/instant.ts';
import type { Driver } from '#shared/domain/driver.ts';
import { transferRules } from '#shared/domain/services/transfer.ts';
import { insertApplication } from '../applications/store.ts';
import type { QueryContext } from '../context.ts';
import { openWriter, type Connection, type ReadDb, type WriteDb } from '../db/database.ts';
import { migrate, migrations } from '../db/migrate.ts';
import { putDriver } from '../drivers/service.ts';
import { insertPayment } from '../payments/store.ts';
import { searchHandlers } from './handlers.ts';
import { indexName } from './name-index.ts';

let folder: string;
let connection: Connection<WriteDb>;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kaunta-search-'));
  connection = openWriter({ path: path.join(folder, 'office.db'), key: randomBytes(32) });
  migrate(connection.raw, { steps: migrations, backUp: () => undefined });
});

afterEach(() => {
  connection.close();
  rmSync(folder, { recursive: true });
});

async function find(text: string, db: ReadDb = connection.db) {
  return searchHandlers.find({ db } as QueryContext, { text, limit: 20 });
}

async function titles(text: string): Promise<string[]> {
  return (await find(text)).map(({ kind, title }) => `${kind} ${title}`);
}

const at: Instant = instantOf(Date.parse('2026-11-20T06:00:00.000Z'));
const clerk = { clerkId: '00000000-0000-7000-8000-000000000001', clerkName: 'Achieng Odhiambo' };

function putPaidTransfer(serial: string, code: string): void {
  const id = `00000000-0000-7000-8000-${serial.padStart(12, '0')}`;
  const nothingYet = { submittedAt: null, dueDay: null, supervisedBy: null, decision: null, logbookNumber: null };
  insertApplication(connection.db, {
    ...clerk,
    ...nothingYet,
    id,
    reference: `T-NRB01-2A-${serial}`,
    service: 'transfer',
    state: 'draft',
    officeCode: 'NRB01',
    plate: 'KDA123B',
    chassis: 'NZE121-1234567',
    holdKey: '',
    who: 'Njeri W. → Otieno K.',
    gist: { of: 'vehicle', plate: 'KDA123B' },
    body: transferRules.emptyBody(),
    openedAt: at,
    changedAt: at,
  });
  insertPayment(connection.db, {
    ...clerk,
    receiptNumber: `R-NRB01-2A-${serial}`,
    applicationId: id,
    payer: 'Njeri Wambui',
    method: 'mpesa',
    code,
    amountCents: 225_000,
    takenAt: at,
    state: 'to-match',
    void: null,
  });
}

function putPerson(idNumber: string, name: string): void {
  connection.db.run(
    `INSERT INTO person (id_kind, id_number, name, kra_pin, phone, postal_address, as_of) VALUES ('national-id', ?, ?, '', '', '', ?)`,
    idNumber,
    name,
    at,
  );
  indexName(connection.db, `person:national-id:${idNumber}`, name);
}

const kamau: Driver = {
  idKind: 'national-id',
  idNumber: '91000777',
  name: 'Kamau Gitau',
  phone: '+254190000777',
  kraPin: '',
  dateOfBirth: toDay('2000-02-01'),
  provisional: {
    number: 'PDL-91000777',
    class: 'A2',
    issuedOn: toDay('2026-09-01'),
    validUntil: toDay('2028-09-01'),
    school: 'Mlima Driving School',
  },
  licences: [],
  tests: [],
  source: { from: 'registry', asOf: at },
};

describe('the one box', () => {
  it('finds a receipt by its number, by its beginning and by the code of the money', async () => {
    putPaidTransfer('000001', 'UKM12345AB');
    putPaidTransfer('000002', 'UKM12345CD');
    expect(await titles('R-NRB01-2A-000001')).toEqual(['receipt R-NRB01-2A-000001']);
    expect(await titles('r-nrb01-2a-')).toEqual(['receipt R-NRB01-2A-000002', 'receipt R-NRB01-2A-000001']);
    expect(await titles('ukm12345cd')).toEqual(['receipt R-NRB01-2A-000002']);
  });

  it('takes the words of a name by their beginnings, in any order', async () => {
    putPerson('23456789', 'Njeri Wambui');
    putPerson('23456788', 'Wambui Otieno');
    expect(await titles('wamb nje')).toEqual(['person Njeri Wambui']);
    expect(await titles('wambui')).toEqual(['person Njeri Wambui', 'person Wambui Otieno']);
  });

  it('finds a driver by ID, phone, number of the provisional licence and name', async () => {
    putDriver(connection.db, kamau);
    for (const text of ['91000777', '0190 000 777', 'pdl-91000777', 'gitau kam'])
      expect(await titles(text)).toEqual(['driver Kamau Gitau']);
    expect((await find('91000777')).map(({ id, detail }) => [id, detail])).toEqual([['national-id:91000777', 'PDL-91000777 · •••••777']]);
  });

  it('waits for the second letter of a further word', async () => {
    putPerson('23456789', 'Njeri Wambui');
    expect(await titles('wambui n')).toEqual(['person Njeri Wambui']);
    expect(await titles('wambui x')).toEqual(['person Njeri Wambui']);
    expect(await titles('wambui xy')).toEqual([]);
  });

  it.each(['', '-', '--', '( .', 'n', '-n-'])('finds nothing by %j, which is in everything', async (text) => {
    putPaidTransfer('000001', 'UKM12345AB');
    putPerson('23456789', 'Njeri Wambui');
    expect(await find(text)).toEqual([]);
  });

  it('never reads a whole table', async () => {
    const scans: string[] = [];
    const explained: ReadDb = {
      get: (sql, ...values) => connection.db.get(sql, ...values),
      all: (sql, ...values) => {
        const steps = connection.db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values);
        scans.push(
          ...steps.map(({ detail }) => detail).filter((detail) => /^SCAN (?!\(|found\b|name_index VIRTUAL TABLE INDEX 0:M1)/u.test(detail)),
        );
        return connection.db.all(sql, ...values);
      },
    };
    putPerson('23456789', 'Njeri Wambui');
    await find('wambui', explained);
    expect(scans).toEqual([]);
  });
});
