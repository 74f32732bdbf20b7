import { describe, expect, it } from 'vitest';
import { addDays, dayOf, instantOf } from '#shared/base/instant.ts';
import { addApprovedLogbooks } from '#tests/support/approved-logbooks.ts';
import { mondayMorning } from '#tests/support/clock.ts';
import { act, openTestCore, type Desk } from '#tests/support/core.ts';
import { letWorkAlone, whileClosed } from '#tests/support/hub-says.ts';
import { staffPassword } from '#tests/support/made-office.ts';
import { refusalOf } from '#tests/support/refused.ts';

const dayMs = 24 * 60 * 60_000;
const monday = dayOf(instantOf(mondayMorning));

function receive({ client }: Desk, from: string, to: string) {
  return act(client.sheets.receive, { kind: 'logbook', from, to });
}

function spoil({ client }: Desk, serial: string, supervisor: { login: string; password: string } | null = null) {
  return act(client.sheets.spoil, { serial, reason: 'torn', note: 'coffee', supervisor });
}

describe('numbered office sheets', () => {
  it('are received by a supervisor as a range, and are used in the order in which they came', async () => {
    const core = await openTestCore();
    expect((await refusalOf(receive(await core.signedIn('clerk'), 'KE-0001', 'KE-0100'))).code).toBe('act.forbidden');
    const desk = await core.signedIn('supervisor');
    expect(await desk.client.sheets.stock({ kind: 'logbook' })).toEqual({ keeps: false, left: 0, next: null, ranges: [] });
    expect(await receive(desk, 'ke-0201', 'ke-0300')).toMatchObject({ count: 100 });
    await receive(desk, 'KE-0001', 'KE-0100');
    expect(await desk.client.sheets.stock({ kind: 'logbook' })).toMatchObject({
      keeps: true,
      left: 200,
      next: 'KE-0201',
      ranges: [{ from: 'KE-0201', to: 'KE-0300', left: 100 }, { from: 'KE-0001' }],
    });
  });

  it.each([
    ['KE-0050', 'KE-0060', 'sheet.range-overlaps'],
    ['KE-0100', 'KE-0500', 'sheet.range-overlaps'],
    ['KE-0500', 'KE-0101', 'sheet.range-backwards'],
    ['KE-0101', 'UG-0500', 'sheet.range-mixed'],
    ['KE-000001', 'KE-900000', 'sheet.range-too-long'],
  ])('from %s to %s are not received: %s', async (from, to, code) => {
    const desk = await (await openTestCore()).signedIn('supervisor');
    await receive(desk, 'KE-0001', 'KE-0100');
    expect((await refusalOf(receive(desk, from, to))).code).toBe(code);
    expect((await desk.client.sheets.stock({ kind: 'logbook' })).left).toBe(100);
  });

  it('are given back all of them or none', async () => {
    const core = await openTestCore();
    const desk = await core.signedIn('supervisor');
    await receive(desk, 'KE-0001', 'KE-0010');
    await spoil(desk, 'KE-0005');
    expect(await refusalOf(act(desk.client.sheets.giveBack, { from: 'KE-0004', to: 'KE-0010' }))).toMatchObject({
      code: 'sheet.range-not-in-stock',
      facts: { count: 7, inStock: 6 },
    });
    expect(await act(desk.client.sheets.giveBack, { from: 'KE-0006', to: 'KE-0010' })).toEqual({ count: 5 });
    expect(await desk.client.sheets.stock({ kind: 'logbook' })).toMatchObject({
      left: 4,
      ranges: [{ left: 4, spoiled: 1, returned: 5, used: 0 }],
    });
  });

  it('that carry a copy are spoiled only with a supervisor’s word, who is not the one who asks', async () => {
    const core = await openTestCore();
    const [logbook] = await whileClosed(core, (storage) => addApprovedLogbooks(storage, { count: 1, nowMs: mondayMorning }));
    const own = await core.signedIn('supervisor');
    await receive(own, 'KE-0001', 'KE-0002');
    const clerk = await core.signedIn('clerk');
    await act(clerk.client.logbooks.issueCopy, { id: logbook?.id ?? '', sheetSerial: null, further: null, locale: 'en' });
    const word = { login: 'supervisor', password: staffPassword };
    expect((await refusalOf(spoil(clerk, 'KE-0001'))).code).toBe('sheet.needs-supervisor');
    expect((await refusalOf(spoil(own, 'KE-0001', word))).code).toBe('supervisor.own-work');
    expect((await refusalOf(spoil(clerk, 'KE-0001', { ...word, password: 'wrong' }))).code).toBe('sign-in.wrong');
    await spoil(clerk, 'KE-0001', word);
    expect(await clerk.client.sheets.look({ serial: 'KE-0001' })).toMatchObject({ state: 'spoiled', spoilReason: 'torn' });
    expect((await refusalOf(spoil(clerk, 'KE-0001', word))).code).toBe('sheet.spoiled');
  });

  it('add up at each day end, per range and in all, and a day that is over stays as it was', async () => {
    const core = await openTestCore();
    await letWorkAlone(core);
    const first = await core.signedIn('supervisor');
    await receive(first, 'KE-0001', 'KE-0010');
    await spoil(first, 'KE-0001');
    const report = (desk: Desk, ahead: number) => desk.client.sheets.report({ from: addDays(monday, ahead), to: addDays(monday, ahead) });
    const { total } = await report(first, 0);
    expect(total).toEqual({ opening: 0, received: 10, used: 0, spoiled: 1, returned: 0, left: 9, spoiledLater: 0 });
    core.moveClock(dayMs);
    const second = await core.signedIn('supervisor');
    await receive(second, 'UG-001', 'UG-005');
    await act(second.client.sheets.giveBack, { from: 'KE-0009', to: 'KE-0010' });
    expect(await report(second, 0)).toMatchObject({ total, taken: [{ serial: 'KE-0001', spoilNote: 'coffee' }] });
    const next = await report(second, 1);
    expect(next.total).toEqual({ opening: 9, received: 5, used: 0, spoiled: 0, returned: 2, left: 12, spoiledLater: 0 });
    expect(next.ranges.map(({ from, count }) => [from, count.opening + count.received, count.left])).toEqual([
      ['KE-0001', 9, 7],
      ['UG-001', 5, 5],
    ]);
  });

  it('stand in the journal with who did what, and never with a password', async () => {
    const core = await openTestCore();
    const desk = await core.signedIn('supervisor');
    await receive(desk, 'KE-0001', 'KE-0010');
    await spoil(desk, 'KE-0003');
    const lines = await desk.client.records.journal({ beforeSeq: null, limit: 10 });
    expect(lines.slice(0, 2).map(({ line }) => [line.kind, line.actor])).toEqual([
      ['sheets.spoil', 'Supervisor Wa Majaribio'],
      ['sheets.receive', 'Supervisor Wa Majaribio'],
    ]);
    expect(JSON.stringify(lines)).not.toContain(staffPassword);
  });
});
