import { describe, expect, it } from 'vitest';
import { act, openTestCore } from '#tests/support/core.ts';
import { withOfficeFile } from '#tests/support/made-office.ts';
import { letWorkAlone } from '#tests/support/hub-says.ts';
import { refusalOf } from '#tests/support/refused.ts';
import { completeTransfer, mpesaCode, people } from '#tests/support/transfer-body.ts';
import { openTransfer, pay, transferReadyToPay, typedTransfer } from '#tests/support/transfer-case.ts';
import { transferRules } from '#shared/domain/services/transfer.ts';

const dayMs = 24 * 60 * 60_000;

describe('a draft', () => {
  it('opens after a restart on the same step and field, with everything that was typed', async () => {
    const core = await openTestCore();
    const before = await core.signedIn('clerk');
    const { id } = await openTransfer(before);
    const body = { ...completeTransfer(), parties: { ...completeTransfer().parties, buyer: { ...people.buyer, kraPin: 'A0012' } } };
    await before.client.applications.keepDraft({ id, body, step: 'buyer', field: 'parties.buyer.kraPin' });
    await core.restart();
    const after = await core.signedIn('clerk');
    const { draft, body: found, line } = await after.client.applications.get({ id });
    expect(draft).toMatchObject({ step: 'buyer', field: 'parties.buyer.kraPin' });
    expect([found, line.plate, line.who]).toEqual([body, 'KMFP324B', 'Wanjiru N. → Otieno O.']);
  });

  it('may hold nothing at all, and anything half typed', async () => {
    const desk = await (await openTestCore()).signedIn('clerk');
    const { id } = await openTransfer(desk);
    await desk.client.applications.keepDraft({ id, body: transferRules.emptyBody(), step: 'vehicle', field: '' });
    const { problems, fee } = await desk.client.applications.get({ id });
    expect([problems[0], fee]).toEqual([{ step: 'vehicle', field: 'vehicle.plate', code: 'missing', facts: {} }, { kind: 'not-yet' }]);
  });

  it('is typing and no act: it stands in no journal', async () => {
    const core = await openTestCore();
    const clerk = await core.signedIn('clerk');
    const { id } = await openTransfer(clerk);
    const auditor = await core.signedIn('auditor');
    const { entries } = await auditor.client.records.verify({});
    await clerk.client.applications.keepDraft({ id, body: completeTransfer(), step: 'vehicle', field: '' });
    expect((await auditor.client.records.verify({})).entries).toBe(entries);
  });

  it('is not kept once the application has gone', async () => {
    const desk = await (await openTestCore()).signedIn('clerk');
    const ready = await transferReadyToPay(desk);
    await pay(desk, ready);
    const late = desk.client.applications.keepDraft({ id: ready.id, body: completeTransfer(), step: 'vehicle', field: '' });
    expect(await refusalOf(late)).toMatchObject({ code: 'act.wrong-state', facts: { state: 'queued' } });
  });

  it('that nobody touched for 14 days has run out, and its vehicle is free', async () => {
    const core = await openTestCore();
    await letWorkAlone(core);
    const desk = await core.signedIn('clerk');
    const old = await transferReadyToPay(desk);
    core.moveClock(14 * dayMs - 60_000);
    await core.restart();
    const stateOf = async (id: string) => (await (await core.signedIn('clerk')).client.applications.get({ id })).line.state;
    expect(await stateOf(old.id)).toBe('awaiting-payment');
    core.moveClock(2 * 60_000);
    await core.restart();
    expect(await stateOf(old.id)).toBe('expired');
    const after = await core.signedIn('clerk');
    const { problems } = await after.client.applications.get({ id: (await typedTransfer(after)).id });
    expect(problems.map(({ code }) => code)).not.toContain('vehicle.open-application');
    expect((await refusalOf(pay(after, old))).code).toBe('act.wrong-state');
    const [newest] = await after.client.records.history({ subject: `application:${old.id}` });
    expect(newest).toMatchObject({ kind: 'applications.expire', actor: 'Kaunta' });
  });

  it('that was paid for never runs out', async () => {
    const core = await openTestCore();
    const ready = await transferReadyToPay(await core.signedIn('clerk'));
    await pay(await core.signedIn('clerk'), ready);
    core.moveClock(60 * dayMs);
    await core.restart();
    const desk = await core.signedIn('clerk');
    expect((await desk.client.applications.get({ id: ready.id })).line).toMatchObject({ state: 'queued', overdue: true });
  });

  it('that is cancelled frees its vehicle, and one that was paid for keeps its receipt', async () => {
    const desk = await (await openTestCore()).signedIn('clerk');
    const paid = await transferReadyToPay(desk);
    const receiptNumber = await pay(desk, paid, mpesaCode(1));
    await act(desk.client.applications.cancel, { id: paid.id, reason: 'The buyer went away' });
    expect((await desk.client.applications.get({ id: paid.id })).line).toMatchObject({ state: 'cancelled', receiptNumber });
    const again = await transferReadyToPay(desk);
    expect(await pay(desk, again, mpesaCode(2))).toBe('R-NRB01-3A-000002');
  });
});

describe('the PC’s clock', () => {
  it('that was set back moves no number, no order and no sign-in backward', async () => {
    const core = await openTestCore();
    const desk = await core.signedIn('clerk');
    const first = await openTransfer(desk);
    core.moveClock(-400 * dayMs);
    const second = await openTransfer(desk);
    expect([first.reference, second.reference]).toEqual(['T-NRB01-3A-000001', 'T-NRB01-3A-000002']);
    await core.close();
    const at = await withOfficeFile(core.dataDir, ({ reader }) =>
      reader.all<{ at: string }>('SELECT at FROM journal ORDER BY seq').map((row) => row.at),
    );
    expect(at).toEqual([...new Set(at)].toSorted());
  });
});
