import { describe, expect, it } from 'vitest';
import { dayOf, instantOf } from '#shared/base/instant.ts';
import type { VoidReason } from '#shared/domain/receipt.ts';
import { textOfPages } from '#core/paper/pdf-text.ts';
import { mondayMorning } from '#tests/support/clock.ts';
import { act, openTestCore, type Desk, type TestCore } from '#tests/support/core.ts';
import { letWorkAlone, whileClosed } from '#tests/support/hub-says.ts';
import { staffPassword } from '#tests/support/made-office.ts';
import { addPrinter, receiptSink, settled } from '#tests/printing/print-desk.ts';
import { refusalOf } from '#tests/support/refused.ts';
import { mpesaCode, numberedVehicle } from '#tests/support/transfer-body.ts';
import { pay, transferReadyToPay } from '#tests/support/transfer-case.ts';

const dayMs = 24 * 60 * 60_000;
const monday = dayOf(instantOf(mondayMorning));
const supervisor = { login: 'supervisor', password: staffPassword };

async function paid(desk: Desk, n = 0) {
  const ready = await transferReadyToPay(desk, { vehicle: numberedVehicle(n) });
  return { ...ready, receiptNumber: await pay(desk, ready, mpesaCode(n)) };
}

function declareVoid({ client }: Desk, receiptNumber: string, reason: VoidReason = 'wrong-case', word = supervisor) {
  return act(client.payments.voidReceipt, { receiptNumber, reason, note: '', supervisor: word });
}

async function declaredVoid(core: TestCore) {
  const desk = await core.signedIn('clerk');
  const made = await paid(desk);
  await declareVoid(desk, made.receiptNumber);
  return made;
}

function series({ client }: Desk) {
  return client.payments.series({ from: monday, to: monday });
}

describe('a void receipt', () => {
  it('keeps its number, takes its case along, and leaves the series without a gap', async () => {
    const desk = await (await openTestCore()).signedIn('clerk');
    const [first, second] = [await paid(desk), await paid(desk, 1)];
    expect(await desk.client.payments.history({ receiptNumber: first.receiptNumber })).toMatchObject({
      cannotVoid: null,
      cancelsCase: true,
    });
    expect(await declareVoid(desk, first.receiptNumber)).toEqual({ cancelledCase: true });
    const { line, timeline } = await desk.client.applications.get({ id: first.id });
    expect([line.state, line.receiptNumber, timeline[0]?.kind]).toEqual(['cancelled', first.receiptNumber, 'payments.voidReceipt']);
    expect(await desk.client.payments.history({ receiptNumber: first.receiptNumber })).toMatchObject({
      cannotVoid: 'receipt.void',
      void: { reason: 'wrong-case', by: 'Clerk Wa Majaribio', supervisor: 'Supervisor Wa Majaribio' },
    });
    const third = await paid(desk, 2);
    expect(third.receiptNumber).toBe('R-NRB01-3A-000003');
    expect(await series(desk)).toEqual([
      {
        letter: 'A',
        first: first.receiptNumber,
        last: third.receiptNumber,
        count: 3,
        voided: 1,
        missing: [],
        goodCents: 450_000,
        voidedCents: 225_000,
      },
    ]);
    expect((await desk.client.payments.list({ text: '', state: 'void', limit: 10, offset: 0 })).lines).toMatchObject([
      { receiptNumber: first.receiptNumber, isVoid: true },
    ]);
    expect((await desk.client.applications.get({ id: second.id })).line.state).toBe('queued');
  });

  it('is void once', async () => {
    const desk = await (await openTestCore()).signedIn('clerk');
    const { receiptNumber } = await paid(desk);
    await declareVoid(desk, receiptNumber);
    expect((await refusalOf(declareVoid(desk, receiptNumber))).code).toBe('receipt.void');
  });

  it('is confirmed by a supervisor who neither asks for it nor took the money; a wrong password counts and changes nothing', async () => {
    const core = await openTestCore();
    const clerk = await core.signedIn('clerk');
    const { receiptNumber, id } = await paid(clerk);
    expect((await refusalOf(declareVoid(clerk, receiptNumber, 'other', { ...supervisor, password: 'wrong' }))).code).toBe('sign-in.wrong');
    expect((await refusalOf(declareVoid(clerk, receiptNumber, 'other', { ...supervisor, login: 'admin' }))).code).toBe('act.forbidden');
    const own = await core.signedIn('supervisor');
    expect((await refusalOf(declareVoid(own, receiptNumber))).code).toBe('supervisor.own-work');
    const theirs = await paid(own, 1);
    expect((await refusalOf(declareVoid(clerk, theirs.receiptNumber))).code).toBe('supervisor.own-work');
    const { line, timeline } = await clerk.client.applications.get({ id });
    expect([line.state, timeline[0]?.kind]).toEqual(['queued', 'payments.voidReceipt.refused']);
  });

  it.each([
    ['in-review', 'receipt.in-review'],
    ['approved', 'receipt.spent'],
    ['collected', 'receipt.spent'],
  ])('is not made of one whose case is %s: %s', async (state, code) => {
    const core = await openTestCore();
    const { receiptNumber, id } = await paid(await core.signedIn('clerk'));
    await whileClosed(core, (storage) => storage.transact((db) => db.run('UPDATE application SET state = ? WHERE id = ?', state, id)));
    const desk = await core.signedIn('clerk');
    expect((await refusalOf(declareVoid(desk, receiptNumber))).code).toBe(code);
  });

  it('that the hub did not take says so, and why', async () => {
    const core = await openTestCore();
    const { receiptNumber } = await declaredVoid(core);
    const seen = async () => (await core.signedIn('clerk')).client.payments.history({ receiptNumber });
    expect(await seen()).toMatchObject({ void: { reason: 'wrong-case' }, voidRefusal: null });
    const detail = JSON.stringify({ code: 'receipt.spent', facts: { receiptNumber } });
    await whileClosed(core, (storage) =>
      storage.transact((db) =>
        db.run(
          `INSERT INTO entry_answer (seq, outcome, hub_receipt, answered_at, detail)
           SELECT seq, 'refused', 'r', at, ? FROM journal WHERE kind = 'payments.voidReceipt'`,
          detail,
        ),
      ),
    );
    expect(await seen()).toMatchObject({ voidRefusal: { code: 'receipt.spent', facts: { receiptNumber } } });
  });

  it('of a case that has ended leaves it as it is', async () => {
    const desk = await (await openTestCore()).signedIn('clerk');
    const { receiptNumber, id } = await paid(desk);
    await act(desk.client.applications.cancel, { id, reason: 'The seller went home' });
    expect(await declareVoid(desk, receiptNumber, 'money-returned')).toEqual({ cancelledCase: false });
    expect((await desk.client.applications.get({ id })).line.state).toBe('cancelled');
  });

  it.each(['wrong-case', 'wrong-details'] as const)('for %s gives its payment code back', async (reason) => {
    const { desk, next } = await voidAndNext(reason);
    expect(await pay(desk, next, mpesaCode(0))).toBe('R-NRB01-3A-000002');
  });

  it.each(['money-returned', 'paid-twice'] as const)('for %s keeps its payment code spent', async (reason) => {
    const { desk, next } = await voidAndNext(reason);
    expect((await refusalOf(pay(desk, next, mpesaCode(0)))).code).toBe('payment.code-used');
  });

  it('says VOID on its paper in both widths, and has a form for the file', async () => {
    const desk = await (await openTestCore({ printsPaper: true })).signedIn('clerk');
    const { receiptNumber } = await paid(desk);
    const formOf = () => desk.client.paper.get({ paper: { kind: 'void-form', receiptNumber }, width: 'a4', locale: 'en' });
    expect((await refusalOf(formOf())).code).toBe('act.not-found');
    await declareVoid(desk, receiptNumber);
    for (const width of ['a4', '80mm'] as const)
      expect(await textOf(await desk.client.paper.get({ paper: { kind: 'receipt', receiptNumber }, width, locale: 'en' }))).toMatch(
        /VOID.*Written on the wrong case/u,
      );
    const form = await textOf(await formOf());
    for (const words of [receiptNumber, 'Supervisor Wa Majaribio', 'Written on the wrong case']) expect(form).toContain(words);
  });
});

describe('a receipt that is printed again', () => {
  it('takes no number, counts, and says REPRINT n and why in both widths', async () => {
    const desk = await (await openTestCore({ printsPaper: true })).signedIn('clerk');
    const { receiptNumber, id } = await paid(desk);
    const reprint = (reason: 'lost' | 'other', note: string) =>
      act(desk.client.payments.reprint, { receiptNumber, reason, note, locale: 'en' });
    expect([(await reprint('lost', '')).reprint, (await reprint('other', 'Court case')).reprint]).toEqual([1, 2]);
    const paperOf = (n: number, width: 'a4' | '80mm') =>
      desk.client.paper.get({ paper: { kind: 'receipt-reprint', receiptNumber, reprint: n }, width, locale: 'en' });
    for (const width of ['a4', '80mm'] as const) expect(await textOf(await paperOf(2, width))).toMatch(/REPRINT 2.*Court case/u);
    expect((await refusalOf(paperOf(3, 'a4'))).code).toBe('act.not-found');
    expect(await series(desk)).toMatchObject([{ count: 1, missing: [] }]);
    expect((await desk.client.payments.history({ receiptNumber })).reprints).toMatchObject([
      { reprint: 1, reason: 'lost' },
      { reprint: 2, reason: 'other', note: 'Court case' },
    ]);
    const { timeline } = await desk.client.applications.get({ id });
    expect(timeline.filter(({ kind }) => kind === 'payments.reprint')).toHaveLength(2);
  });
});

describe('the original of a receipt', () => {
  const original = (desk: Desk, receiptNumber: string) =>
    act(desk.client.printing.print, { paper: { kind: 'receipt', receiptNumber }, locale: 'en' });
  const said = (desk: Desk, jobId: string, cameOut: boolean) =>
    act(desk.client.printing.answer, { jobId, cameOut, reason: cameOut ? null : 'jam' });
  const again = (desk: Desk, jobId: string) => act(desk.client.printing.again, { jobId });

  /** A paid receipt that has gone to the printer by itself. */
  async function printed() {
    const core = await openTestCore();
    const sink = await receiptSink();
    await addPrinter(await core.signedIn('supervisor'), { way: 'network', address: sink.address }, ['receipt']);
    const desk = await core.signedIn('clerk');
    const { receiptNumber } = await paid(desk);
    const [job] = (await desk.client.printing.jobs({ show: 'all', limit: 1, offset: 0 })).lines;
    await settled(desk, job?.id ?? '');
    return { core, desk, sink, receiptNumber, jobId: job?.id ?? '' };
  }

  it('goes to the printer once, also where nobody has looked yet whether it came out; after that only a reprint does', async () => {
    const { desk, sink, receiptNumber, jobId } = await printed();
    const refused = { code: 'printing.printed-already', facts: { receiptNumber } };
    expect(await refusalOf(original(desk, receiptNumber))).toMatchObject(refused);
    await said(desk, jobId, true);
    expect(await refusalOf(original(desk, receiptNumber))).toMatchObject(refused);
    expect(sink.jobs()).toHaveLength(1);
    expect(await act(desk.client.payments.reprint, { receiptNumber, reason: 'lost', note: '', locale: 'en' })).toMatchObject({
      reprint: 1,
    });
  });

  it('that did not come out is printed again as the original, by one way of asking only', async () => {
    const { desk, receiptNumber, jobId } = await printed();
    await said(desk, jobId, false);
    const second = await original(desk, receiptNumber);
    expect((await refusalOf(again(desk, jobId))).code).toBe('printing.printed-already');
    await settled(desk, second.jobId);
    await said(desk, second.jobId, false);
    await again(desk, second.jobId);
    expect((await refusalOf(original(desk, receiptNumber))).code).toBe('printing.printed-already');
  });

  it('that found no printer is still to be printed', async () => {
    const core = await openTestCore();
    const desk = await core.signedIn('clerk');
    const { receiptNumber } = await paid(desk);
    expect(await original(desk, receiptNumber)).toMatchObject({ isQueued: false });
    const sink = await receiptSink();
    await addPrinter(await core.signedIn('supervisor'), { way: 'network', address: sink.address }, ['receipt']);
    expect(await original(desk, receiptNumber)).toMatchObject({ isQueued: true });
  });
});

describe('the list of receipts', () => {
  it('looks back 30 days by itself, further where days are given, and finds by payer and day', async () => {
    const core = await openTestCore();
    await letWorkAlone(core);
    const old = await paid(await core.signedIn('clerk'));
    core.moveClock(30 * dayMs);
    const desk = await core.signedIn('clerk');
    const list = (facts: Partial<Parameters<typeof desk.client.payments.list>[0]>) =>
      desk.client.payments.list({ text: '', limit: 10, offset: 0, ...facts }).then(({ lines }) => lines.map((line) => line.receiptNumber));
    expect(await list({})).toEqual([]);
    expect(await list({ from: monday })).toEqual([old.receiptNumber]);
    expect(await list({ to: monday })).toEqual([old.receiptNumber]);
    expect(await list({ from: monday, to: monday, text: 'njeri' })).toEqual([old.receiptNumber]);
    expect(await list({ from: monday, text: 'otieno' })).toEqual([]);
    expect(await list({ from: monday, state: 'to-match' })).toEqual([old.receiptNumber]);
    expect(await list({ from: monday, state: 'matched' })).toEqual([]);
  });
});

describe('the series report', () => {
  it('names a number whose receipt is gone, at the end of the series too', async () => {
    const core: TestCore = await openTestCore();
    const clerk = await core.signedIn('clerk');
    for (const n of [0, 1, 2, 3]) await paid(clerk, n);
    await whileClosed(core, (storage) =>
      storage.transact((db) => {
        db.run(`DELETE FROM payment WHERE receipt_number IN ('R-NRB01-3A-000002', 'R-NRB01-3A-000004')`);
      }),
    );
    expect(await series(await core.signedIn('auditor'))).toMatchObject([{ count: 2, missing: ['R-NRB01-3A-000002', 'R-NRB01-3A-000004'] }]);
  });
});

/** A receipt that is void, and the next case ready to be paid by the same code. */
async function voidAndNext(reason: VoidReason) {
  const desk = await (await openTestCore()).signedIn('clerk');
  await declareVoid(desk, (await paid(desk)).receiptNumber, reason);
  return { desk, next: await transferReadyToPay(desk, { vehicle: numberedVehicle(1) }) };
}

/** Everything that stands on a paper, as one line. */
async function textOf(paper: File): Promise<string> {
  return (await textOfPages(await paper.bytes())).join(' ');
}
