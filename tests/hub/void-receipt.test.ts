import { describe, expect, it } from 'vitest';
import { toInstant } from '#shared/base/instant.ts';
import type { VoidReason } from '#shared/domain/receipt.ts';
import type { Submission } from '#shared/protocol/messages.ts';
import type { DoubleAct } from '../support/device.ts';
import { type DatabaseKind, isHere, skipNote, triedKinds } from '../support/hub.ts';
import { decideAct, submissionOf, submitAct } from '../support/submission.ts';
import { codeOf, useThreeOffices } from './three-offices.ts';

for (const kind of triedKinds) {
  describe.skipIf(!isHere(kind))(`a void receipt at the hub over ${kind}${skipNote(kind)}`, () => {
    behaviour(kind);
  });
}

function voidAct({ applicationId, reference, payment }: Submission, reason: VoidReason = 'wrong-case', more: object = {}): DoubleAct {
  const payload = {
    receiptNumber: payment.receiptNumber,
    applicationId,
    reference,
    reason,
    note: '',
    supervisor: 'Esther Nduta',
    at: toInstant('2026-11-24T11:40:00.000Z'),
    ...more,
  };
  return { kind: 'payments.voidReceipt', payload, subject: `application:${applicationId}` };
}

function behaviour(kind: DatabaseKind): void {
  const offices = useThreeOffices(kind);

  it('cancels its case, frees the vehicle, and frees the code where only the writing was wrong', async () => {
    const { test, nairobi, kisumu, nyeri, submitted, newest } = offices();
    const wrong = await submitted(kisumu, { payment: { code: 'UKMVOID001' } });
    expect(await kisumu.act(voidAct(wrong))).toMatchObject({ outcome: 'applied' });
    for (const device of [nairobi, kisumu])
      expect(await newest(device, device === nairobi ? 'case' : 'application', wrong.applicationId)).toMatchObject({ state: 'cancelled' });
    const { vehicle } = wrong.body;
    if (!vehicle) throw new Error('The submission has no vehicle');
    const right = submissionOf(nyeri, vehicle, test.now(), { payment: { code: 'UKMVOID001' } });
    expect(await nyeri.act(submitAct(right))).toMatchObject({ outcome: 'applied' });
  });

  it('keeps the code spent where the money went back', async () => {
    const { kisumu, submitted, newSubmission } = offices();
    await kisumu.act(voidAct(await submitted(kisumu, { payment: { code: 'UKMVOID002' } }), 'money-returned'));
    const again = newSubmission(kisumu, { payment: { code: 'UKMVOID002' } });
    expect(codeOf(await kisumu.act(submitAct(again)))).toBe('payment.code-used');
  });

  it('is refused once the case was approved, which was faster', async () => {
    const { nairobi, kisumu, submitted, newest } = offices();
    const submission = await submitted();
    await nairobi.act(decideAct(nairobi, submission.applicationId, 'approved'));
    expect(codeOf(await kisumu.act(voidAct(submission)))).toBe('receipt.spent');
    expect(await newest(kisumu, 'application', submission.applicationId)).toMatchObject({ state: 'approved' });
  });

  it('of a case that was refused leaves it refused, and of one that the hub never held needs nothing', async () => {
    const { nairobi, kisumu, submitted, newSubmission, newest } = offices();
    const submission = await submitted();
    await nairobi.act(decideAct(nairobi, submission.applicationId, 'refused'));
    expect(codeOf(await kisumu.act(voidAct(submission, 'money-returned')))).toBe('applied');
    expect(await newest(kisumu, 'application', submission.applicationId)).toMatchObject({ state: 'refused' });
    expect(codeOf(await kisumu.act(voidAct(newSubmission())))).toBe('applied');
  });

  it('does nothing for another office or another number, and an attempt whose password was wrong does nothing', async () => {
    const { kisumu, nyeri, submitted, newest } = offices();
    const submission = await submitted();
    // To that office the hub holds no such case.
    expect(codeOf(await nyeri.act(voidAct(submission)))).toBe('applied');
    expect(codeOf(await kisumu.act(voidAct({ ...submission, payment: { ...submission.payment, receiptNumber: 'R-OTHER' } })))).toBe(
      'act.not-found',
    );
    expect(codeOf(await kisumu.act(voidAct(submission, 'other', { refused: 'sign-in.wrong' })))).toBe('applied');
    expect(await newest(kisumu, 'application', submission.applicationId)).toMatchObject({ state: 'in-review' });
  });
}
