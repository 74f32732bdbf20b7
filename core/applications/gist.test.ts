import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { ServiceId } from '#shared/domain/application.ts';
import { rulesOf } from '#shared/domain/services/services.ts';
import { openWriter } from '../db/database.ts';
import { migrate, migrations } from '../db/migrate.ts';

const version = 18;
const bodies: readonly { readonly service: ServiceId; readonly plate: string; readonly body: object }[] = [
  { service: 'transfer', plate: 'KMFA001B', body: { vehicle: { plate: 'KMFA001B' } } },
  { service: 'duplicate-logbook', plate: '', body: { vehicle: null } },
  { service: 'provisional-licence', plate: '', body: { class: 'B2' } },
  { service: 'interim-licence', plate: '', body: { class: 'A2' } },
  { service: 'test-booking', plate: '', body: { class: 'A2', day: '2026-12-03' } },
  { service: 'school-list', plate: '', body: { class: 'A2', day: '2026-12-04' } },
  { service: 'batch-registration', plate: '', body: { units: 200 } },
];

it('an application of an older file says what it is about, as one of today does', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kaunta-gist-'));
  const writer = openWriter({ path: path.join(folder, 'office.db'), key: randomBytes(32) });
  const backUp = () => undefined;
  migrate(writer.raw, { steps: migrations.filter((step) => step.version < version), backUp });
  for (const { service, plate, body } of bodies)
    writer.db.run(
      `INSERT INTO application (id, reference, service, state, office_code, clerk_id, clerk_name, plate, chassis, who, body, opened_at, changed_at)
       VALUES (?, ?, ?, 'draft', 'NRB01', '', '', ?, '', '', ?, '', '')`,
      service,
      service,
      service,
      plate,
      JSON.stringify({ service, ...body }),
    );
  migrate(writer.raw, { steps: migrations, backUp });
  const rows = writer.db.all<{ id: string; gist: string }>('SELECT id, gist FROM application ORDER BY rowid');
  writer.close();
  rmSync(folder, { recursive: true });
  expect(rows.map(({ id, gist }) => [id, JSON.parse(gist)])).toEqual(
    bodies.map(({ service, body }) => [service, rulesOf(service).gist({ service, ...body } as never)]),
  );
});
