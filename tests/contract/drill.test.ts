import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { v7 as newId } from 'uuid';
import { describe, expect, it } from 'vitest';
import { act, openTestCore } from '#tests/support/core.ts';
import { refusalOf } from '#tests/support/refused.ts';

describe('the power-cut drill', () => {
  it('tells the admin what it saw, keeps it in the journal, and touches nothing of the office', { timeout: 60_000 }, async () => {
    const core = await openTestCore();
    const admin = await core.signedIn('admin');
    const before = (await admin.client.records.verify({})).entries;
    const entryId = newId();
    const report = await act(admin.client.system.drill, { cuts: 2 }, entryId);
    expect(report).toMatchObject({ cuts: 2, lost: 0, broken: 0, gaps: 0 });
    expect(await act(admin.client.system.drill, { cuts: 2 }, entryId)).toEqual(report);
    const [newest] = await admin.client.records.journal({ beforeSeq: null, limit: 1 });
    expect([newest?.line.kind, newest?.line.entryId]).toEqual(['system.drill', entryId]);
    expect(await admin.client.records.verify({})).toMatchObject({ entries: before + 1, faults: [] });
    expect((await admin.client.payments.list({ text: '', limit: 1, offset: 0 })).total).toBe(0);
    expect(await readdir(path.join(core.dataDir, 'office'))).not.toContain('drill');
  });

  it('is refused to everybody else', async () => {
    const supervisor = await (await openTestCore()).signedIn('supervisor');
    expect((await refusalOf(act(supervisor.client.system.drill, { cuts: 1 }))).code).toBe('act.forbidden');
  });
});
