import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { toInstant } from '#shared/base/instant.ts';
import { noteShutOut } from '#core/office/device-state.ts';
import { openTestCore } from '#tests/support/core.ts';
import { withOfficeFile } from '#tests/support/made-office.ts';
import { refusalOf } from '#tests/support/refused.ts';

it.each([
  ['device.left', 'left'],
  ['device.revoked', 'revoked'],
] as const)('a PC that was told %s says so, keeps its data aside, and can be enrolled anew', async (code, why) => {
  const core = await openTestCore();
  await core.close();
  const at = toInstant('2026-11-23T06:00:00.000Z');
  await withOfficeFile(core.dataDir, (storage) => storage.transact((db) => noteShutOut(db, code, at)));
  await core.restart();
  const { client } = core.desk();
  expect(await client.start.status({})).toMatchObject({ phase: 'left', office: null, left: { why, at } });
  expect((await refusalOf(client.start.restore({}))).code).toBe('start.already-open');
  expect(await client.start.enrolAnew({})).toMatchObject({ phase: 'first-start', left: null });
  const [kept = ''] = await readdir(path.join(core.dataDir, 'left'));
  expect(await readdir(path.join(core.dataDir, 'left', kept))).toEqual(expect.arrayContaining(['office.db', 'key.json', 'copies']));
  await core.restart();
  expect(await core.desk().client.start.status({})).toMatchObject({ phase: 'first-start' });
});
