import { v7 as newId } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { PaymentMethod } from '#shared/domain/payment.ts';
import { act, openTestCore, type Desk } from '#tests/support/core.ts';
import { refusalOf } from '#tests/support/refused.ts';
import { mpesaCode, numberedVehicle } from '#tests/support/transfer-body.ts';
import { pay, transferReadyToPay, type ReadyToPay } from '#tests/support/transfer-case.ts';

const clerk = async (): Promise<Desk> => (await openTestCore()).signedIn('clerk');

function offer({ client }: Desk, { id, totalCents }: ReadyToPay, payment: { method?: PaymentMethod; code?: string; amountCents?: number }) {
  return act(client.applications.submit, { id, payment: { method: 'mpesa', code: mpesaCode(), amountCents: totalCents, ...payment } });
}

function receiptsOf({ client }: Desk) {
  return client.payments.list({ text: '', limit: 100, offset: 0 });
}

describe('money taken', () => {
  it('leaves a payment, a receipt and a queued application, and the receipt is found by number, plate, code and reference', async () => {
    const desk = await clerk();
    const ready = await transferReadyToPay(desk);
    const receiptNumber = await pay(desk, ready);
    const { line, payment } = await desk.client.applications.get({ id: ready.id });
    expect([line.state, line.receiptNumber, payment]).toEqual([
      'queued',
      receiptNumber,
      { method: 'mpesa', code: mpesaCode(), amountCents: 225_000, takenAt: expect.any(String) as string, state: 'to-match', receiptNumber },
    ]);
    for (const text of [receiptNumber, 'kmfp 324b', mpesaCode(), ready.reference]) {
      expect((await desk.client.payments.list({ text, limit: 10, offset: 0 })).lines).toMatchObject([
        { receiptNumber, applicationId: ready.id },
      ]);
    }
  });

  it('is numbered without gaps, and a refused one uses no number', async () => {
    const desk = await clerk();
    const numbers = [];
    for (let n = 0; n < 4; n += 1) {
      const ready = await transferReadyToPay(desk, { vehicle: numberedVehicle(n) });
      await refusalOf(offer(desk, ready, { amountCents: ready.totalCents - 1 }));
      numbers.push(await pay(desk, ready, mpesaCode(n)));
    }
    expect(numbers).toEqual([1, 2, 3, 4].map((n) => `R-NRB01-3A-00000${n}`));
  });

  it('is not taken twice under one entry id: the repeat gets the same receipt', async () => {
    const desk = await clerk();
    const { id, totalCents } = await transferReadyToPay(desk);
    const input = { id, payment: { method: 'mpesa', code: mpesaCode(), amountCents: totalCents } } as const;
    const entryId = newId();
    const first = await act(desk.client.applications.submit, input, entryId);
    expect(await act(desk.client.applications.submit, input, entryId)).toEqual(first);
    expect((await receiptsOf(desk)).total).toBe(1);
  });

  it('is not taken a second time for the same application', async () => {
    const desk = await clerk();
    const ready = await transferReadyToPay(desk);
    await pay(desk, ready);
    expect(await refusalOf(offer(desk, ready, { code: mpesaCode(1) }))).toMatchObject({
      code: 'act.wrong-state',
      facts: { reference: ready.reference, state: 'queued' },
    });
  });

  it('by a code that was used is refused, and the receipt that has it is named', async () => {
    const desk = await clerk();
    const receiptNumber = await pay(desk, await transferReadyToPay(desk, { vehicle: numberedVehicle(0) }));
    const next = await transferReadyToPay(desk, { vehicle: numberedVehicle(1) });
    const typedOtherwise = `${mpesaCode().slice(0, 4).toLowerCase()} ${mpesaCode().slice(4)}`;
    expect(await refusalOf(offer(desk, next, { code: typedOtherwise }))).toMatchObject({
      code: 'payment.code-used',
      facts: { code: mpesaCode(), receiptNumber },
    });
    expect((await desk.client.applications.get({ id: next.id })).line.state).toBe('awaiting-payment');
  });

  it.each([-1, 1])('must be the very amount: %i cent is refused with both figures', async (difference) => {
    const desk = await clerk();
    const ready = await transferReadyToPay(desk);
    const paidCents = ready.totalCents + difference;
    expect(await refusalOf(offer(desk, ready, { amountCents: paidCents }))).toMatchObject({
      code: 'payment.amount-differs',
      facts: { paidCents, dueCents: ready.totalCents },
    });
  });

  it('is cash only where the office takes cash, and then it is matched at once', async () => {
    const desk = await (await openTestCore()).signedIn('supervisor');
    const ready = await transferReadyToPay(desk);
    const cash = { method: 'cash', code: '' } as const;
    expect(await refusalOf(offer(desk, ready, cash))).toMatchObject({ code: 'payment.method-not-allowed', facts: { method: 'cash' } });
    const { receiptWidth, scheduleId, idleLockMinutes, factsAgeLimitMinutes } = await desk.client.settings.get({});
    await act(desk.client.settings.setOffice, { receiptWidth, scheduleId, idleLockMinutes, factsAgeLimitMinutes, cashAllowed: true });
    await offer(desk, ready, cash);
    expect((await desk.client.applications.get({ id: ready.id })).payment).toMatchObject({ method: 'cash', code: '', state: 'matched' });
  });

  it.each<[PaymentMethod, string, string]>([
    ['mpesa', 'UKM123456', 'mpesa-code.length'],
    ['mpesa', 'UKM12345678', 'mpesa-code.length'],
    ['mpesa', 'UKM12345.7', 'mpesa-code.character'],
    ['card', '12', 'payment-code.shape'],
    ['bank-slip', 'slip no. 7?', 'payment-code.shape'],
  ])('by %s with the code %j is refused: %s', async (method, code, problem) => {
    const desk = await clerk();
    const ready = await transferReadyToPay(desk);
    expect(await refusalOf(offer(desk, ready, { method, code }))).toMatchObject({
      code: 'payment.code-malformed',
      facts: { method, problem },
    });
    expect((await receiptsOf(desk)).total).toBe(0);
  });

  it('by card and by bank slip is to be matched, like M-Pesa', async () => {
    const desk = await clerk();
    for (const [n, method] of (['card', 'bank-slip'] as const).entries()) {
      const ready = await transferReadyToPay(desk, { vehicle: numberedVehicle(n) });
      await offer(desk, ready, { method, code: 'ab-10/2234' });
      expect((await desk.client.applications.get({ id: ready.id })).payment).toMatchObject({
        method,
        code: 'AB-10/2234',
        state: 'to-match',
      });
    }
  });
});
