import { describe, expect, it } from 'vitest';
import type { EntryAnswer } from '#shared/protocol/messages.ts';
import { demonstrationPeople } from '#hub/practice/demonstration.ts';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import { databaseKinds, isHere, skipNote, type DatabaseKind } from '../support/hub.ts';
import { submissionOf, submitAct, decideAct } from '../support/submission.ts';
import { codeOf, useThreeOffices } from './three-offices.ts';

for (const kind of databaseKinds) {
  describe.skipIf(!isHere(kind))(`an application that is sent in over ${kind}${skipNote(kind)}`, () => {
    behaviour(kind);
  });
}

function behaviour(kind: DatabaseKind): void {
  const offices = useThreeOffices(kind);

  it('is in review for its office and a case for the registrar once it is submitted', async () => {
    const { nairobi, kisumu, submitted, newest } = offices();
    const submission = await submitted();
    const id = submission.applicationId;
    expect(await newest(kisumu, 'application', id)).toMatchObject({ state: 'in-review', decision: null });
    expect(await newest(kisumu, 'payment', submission.payment.receiptNumber)).toMatchObject({
      state: 'matched',
      foundAmountCents: 1500_00,
    });
    expect(await newest(nairobi, 'case', id)).toMatchObject({ state: 'in-review', submission: { reference: submission.reference } });
  });

  it('exists once with the same answer when its batch is sent three times', async () => {
    const { test, kisumu, newSubmission } = offices();
    const entries = [kisumu.write(submitAct(newSubmission())), kisumu.write(submitAct(newSubmission(kisumu, { ownership: 'company' })))];
    const replies = [];
    for (let times = 0; times < 3; times += 1) replies.push((await kisumu.push(entries)).json);
    const [first, ...others] = replies.map(({ answers }) => answers as EntryAnswer[]);
    expect(first?.map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
    const repeated = first?.map((answer) => ({ ...answer, outcome: 'duplicate' }));
    expect(others).toEqual([repeated, repeated]);
    const rows = await test.database.transaction(async (sql) => {
      await sql.query(`SELECT set_config('kaunta.registrar', 'on', true)`);
      return sql.query(
        'SELECT id FROM application WHERE id = ANY ($1::uuid[])',
        entries.map(({ payload }) => JSON.parse(payload ?? '').applicationId),
      );
    });
    expect(rows).toHaveLength(2);
  });

  it('is refused alone: the unrelated entries of its batch are applied', async () => {
    const { kisumu, newSubmission } = offices();
    const stranger = newSubmission(kisumu, {
      parties: { seller: { ...demonstrationPeople.chebet, organisation: '', organisationNumber: '' } },
    });
    const entries = [newSubmission(), stranger, newSubmission()].map((submission) => kisumu.write(submitAct(submission)));
    const { answers } = (await kisumu.push(entries)).json as { answers: EntryAnswer[] };
    expect(answers.map(codeOf)).toEqual(['applied', 'party.not-owner', 'applied']);
    const again = (await kisumu.push(entries)).json as { answers: EntryAnswer[] };
    expect(again.answers[1]).toEqual(answers[1]);
  });

  it('conflicts with an open one of another office, and says who, where and when', async () => {
    const { test, kisumu, nyeri } = offices();
    const vehicle = test.nextVehicle();
    const first = submissionOf(kisumu, vehicle, test.now());
    const firstAt = test.now();
    expect(await kisumu.act(submitAct(first))).toMatchObject({ outcome: 'applied' });
    test.moveClock(60_000);
    expect(await nyeri.act(submitAct(submissionOf(nyeri, vehicle, test.now())))).toMatchObject({
      outcome: 'conflict',
      what: 'vehicle.open-application',
      who: kisumu.clerk.name,
      office: 'KSM01',
      when: firstAt,
      facts: { reference: first.reference, plate: vehicle.plate },
    });
  });

  it('of two that come at the same moment exactly one gets the vehicle', async () => {
    const { test, kisumu, nyeri } = offices();
    for (let round = 0; round < 10; round += 1) {
      const vehicle = test.nextVehicle();
      const answers = await Promise.all([kisumu, nyeri].map((device) => device.act(submitAct(submissionOf(device, vehicle, test.now())))));
      expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual(['applied', 'conflict']);
    }
  });

  it('takes no payment code twice, from no office, and what is refused holds no vehicle', async () => {
    const { test, kisumu, nyeri, submitted } = offices();
    const { payment } = await submitted();
    const vehicle = test.nextVehicle();
    const second = submissionOf(nyeri, vehicle, test.now(), { payment: { code: payment.code } });
    expect(await nyeri.act(submitAct(second))).toMatchObject({ outcome: 'refused', code: 'payment.code-used' });
    expect(await kisumu.act(submitAct(submissionOf(kisumu, vehicle, test.now())))).toMatchObject({ outcome: 'applied' });
  });

  it.each([
    ['a code that nobody paid', 'UKM0000XNF', 'not-found'],
    ['a code of another amount', 'UKM0000XWA', 'wrong-amount'],
  ])('is not approved on %s', async (_title, code, state) => {
    const { nairobi, kisumu, submitted, newest } = offices();
    const submission = await submitted(kisumu, { payment: { code } });
    expect(await newest(kisumu, 'payment', submission.payment.receiptNumber)).toMatchObject({ state });
    expect(codeOf(await nairobi.act(decideAct(nairobi, submission.applicationId, 'approved')))).toBe(`payment.${state}`);
  });

  it.each([
    ['a vehicle that the register lacks', 'vehicle.unknown', { plate: 'KMGZ999Z', chassis: 'MD2A00000ZZ999999' }],
    ['other metal than the register has', 'vehicle.differs', { chassis: 'MD2A00000ZZ999998' }],
  ])('is refused for %s', async (_title, code, facts) => {
    const { test, kisumu } = offices();
    const vehicle = { ...test.nextVehicle(), ...facts };
    expect(codeOf(await kisumu.act(submitAct(submissionOf(kisumu, vehicle, test.now()))))).toBe(code);
  });

  it('is taken for a vehicle that the register lacks when it was read from its paper', async () => {
    const { test, kisumu } = offices();
    const vehicle = {
      ...test.nextVehicle(),
      plate: 'KMGZ998Z',
      chassis: 'MD2A00000ZZ999997',
      source: { from: 'paper', asOf: test.now() },
    } as const;
    expect(await kisumu.act(submitAct(submissionOf(kisumu, vehicle, test.now())))).toMatchObject({ outcome: 'applied' });
  });

  it.each(['charge', 'caveat', 'stolen'] as const)('is refused for a vehicle with a %s', async (mark) => {
    const { test, kisumu } = offices();
    const { makePracticeRegister } = await import('#hub/practice/seed.ts');
    const marked = makePracticeRegister().vehicles.find(({ marks }) => marks[0]?.kind === mark);
    // The counter did not know of the mark.
    const vehicle = { ...marked, marks: [], source: { from: 'registry', asOf: test.now() } } as unknown as Vehicle;
    expect(codeOf(await kisumu.act(submitAct(submissionOf(kisumu, vehicle, test.now()))))).toBe(`vehicle.${mark}`);
  });

  it.each([
    ['a scan that is not listed', { scans: [] }, 'application.incomplete'],
    ['a party who did not confirm', { confirmations: [] }, 'application.incomplete'],
    ['money that is not the fee', { feeLines: [] }, 'payment.amount-differs'],
    ['another office’s name', { officeCode: 'NYR01' }, 'act.forbidden'],
  ])('is refused for %s', async (_title, facts, code) => {
    const { kisumu, newSubmission } = offices();
    expect(codeOf(await kisumu.act(submitAct({ ...newSubmission(), ...facts })))).toBe(code);
  });

  it('is cancelled by its own office and no other, and frees its vehicle', async () => {
    const { nairobi, kisumu, nyeri, submitted, newest } = offices();
    const submission = await submitted();
    const { applicationId, reference } = submission;
    const cancel = {
      kind: 'applications.cancel',
      subject: `application:${applicationId}`,
      payload: { applicationId, reference, reason: 'Buyer left' },
    };
    expect(codeOf(await nyeri.act(cancel))).toBe('act.not-found');
    expect(codeOf(await nairobi.act(cancel))).toBe('act.not-found');
    expect(codeOf(await kisumu.act(cancel))).toBe('applied');
    expect(await newest(nairobi, 'case', applicationId)).toMatchObject({ state: 'cancelled' });
  });

  it('cannot be stored with text that PostgreSQL has no place for, and says so alone', async () => {
    const { kisumu, newSubmission } = offices();
    const submission = newSubmission();
    const bad = { ...submission, clerk: { ...submission.clerk, name: 'Nul \u0000 name' } };
    const entries = [kisumu.write(submitAct(bad)), kisumu.write(submitAct(newSubmission()))];
    const { answers } = (await kisumu.push(entries)).json as { answers: EntryAnswer[] };
    expect(answers.map(codeOf)).toEqual(['entry.unreadable', 'applied']);
  });

  it('keeps entries of unknown kinds and of the PC alone as history', async () => {
    const { kisumu } = offices();
    const entries = [
      kisumu.write({ kind: 'future.act', payload: { any: 1 } }),
      kisumu.write({ kind: 'settings.change', payload: { secret: 1 }, scope: 'device' }),
    ];
    expect(((await kisumu.push(entries)).json as { answers: EntryAnswer[] }).answers.map(codeOf)).toEqual(['applied', 'applied']);
  });
}
