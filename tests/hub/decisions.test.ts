import { describe, expect, it } from 'vitest';
import type { LogbookRecord } from '#shared/protocol/messages.ts';
import { demonstrationPeople } from '#hub/practice/demonstration.ts';
import { databaseKinds, isHere, skipNote, type DatabaseKind } from '../support/hub.ts';
import { decideAct, submissionOf, submitAct } from '../support/submission.ts';
import { codeOf, useThreeOffices } from './three-offices.ts';

for (const kind of databaseKinds) {
  describe.skipIf(!isHere(kind))(`a case at the registrar’s over ${kind}${skipNote(kind)}`, () => {
    behaviour(kind);
  });
}

function behaviour(kind: DatabaseKind): void {
  const offices = useThreeOffices(kind);

  it('approves: the owner changes for all, and the logbook goes to both offices', async () => {
    const { nairobi, kisumu, nyeri, submitted, newest } = offices();
    const submission = await submitted(kisumu, { collectionOffice: 'NYR01' });
    const id = submission.applicationId;
    const plate = submission.body.vehicle?.plate ?? '';
    expect(await nairobi.act(decideAct(nairobi, id, 'approved'))).toMatchObject({ outcome: 'applied' });
    const state = await newest<{ state: string; logbookNumber: string }>(kisumu, 'application', id);
    expect(state).toMatchObject({
      state: 'approved',
      logbookNumber: expect.stringMatching(/^EL-2026-\d{8}$/u),
      decision: { outcome: 'approved', office: 'NRB01' },
    });
    const { name, idKind, idNumber, kraPin, phone } = demonstrationPeople.kamau;
    for (const device of [nairobi, kisumu, nyeri]) {
      expect(await newest(device, 'vehicle', plate)).toMatchObject({
        owners: [{ name, idKind, idNumber, kraPin, phone }],
        previousOwners: (submission.body.vehicle?.previousOwners ?? 0) + 1,
        logbookNumber: state?.logbookNumber,
      });
    }
    for (const device of [kisumu, nyeri]) {
      expect(await newest<LogbookRecord>(device, 'logbook', state?.logbookNumber ?? '')).toMatchObject({
        applicationId: id,
        collectionOffice: 'NYR01',
        handedOverAt: null,
      });
    }
  });

  it('numbers logbooks without a gap, and a decision that is refused takes no number', async () => {
    const { nairobi, kisumu, submitted, newest } = offices();
    const numbers: string[] = [];
    for (const code of ['UKM1000001', 'UKM100NF', 'UKM1000002']) {
      const { applicationId } = await submitted(kisumu, { payment: { code } });
      await nairobi.act(decideAct(nairobi, applicationId, 'approved'));
      const state = await newest<{ logbookNumber: string | null }>(kisumu, 'application', applicationId);
      if (state?.logbookNumber) numbers.push(state.logbookNumber);
    }
    const [first = 0, second = 0] = numbers.map((number) => Number(number.slice(-8)));
    expect(second - first).toBe(1);
  });

  it('writes each form of ownership as the logbook has it', async () => {
    const { nairobi, kisumu, submitted, newest } = offices();
    const owners: Record<string, string[]> = {};
    for (const ownership of ['joint', 'financier', 'diplomatic-mission', 'company'] as const) {
      const submission = await submitted(kisumu, { ownership });
      await nairobi.act(decideAct(nairobi, submission.applicationId, 'approved'));
      const vehicle = await newest<{ owners: { name: string }[]; marks: { kind: string }[] }>(
        kisumu,
        'vehicle',
        submission.body.vehicle?.plate ?? '',
      );
      owners[ownership] = [...(vehicle?.owners.map(({ name }) => name) ?? []), ...(vehicle?.marks.map(({ kind: mark }) => mark) ?? [])];
    }
    expect(owners).toEqual({
      joint: ['Kamau Peter Gitau', 'Chebet Ruth Rotich'],
      financier: ['Kamau Peter Gitau', 'Mlima Savings and Credit', 'charge'],
      'diplomatic-mission': ['Embassy of Ruritania'],
      company: ['Nyota Haulage Limited'],
    });
  });

  it('returns: mended and sent again it is in review with its first payment', async () => {
    const { nairobi, kisumu, submitted, newest } = offices();
    const submission = await submitted();
    const id = submission.applicationId;
    await nairobi.act(decideAct(nairobi, id, 'returned'));
    expect(await newest(kisumu, 'application', id)).toMatchObject({ state: 'returned', decision: { reasons: ['logbook-unreadable'] } });
    const mended = { ...submission, payment: { ...submission.payment, code: 'OTHERCODE1', receiptNumber: 'R-OTHER' } };
    expect(await kisumu.act(submitAct(mended, 'applications.resubmit'))).toMatchObject({ outcome: 'applied' });
    expect(await newest(nairobi, 'case', id)).toMatchObject({
      state: 'in-review',
      decision: null,
      submission: { payment: { code: submission.payment.code } },
    });
    expect(await nairobi.act(decideAct(nairobi, id, 'approved'))).toMatchObject({ outcome: 'applied' });
  });

  it('refuses: the vehicle is free again', async () => {
    const { test, nairobi, kisumu, nyeri, submitted, newest } = offices();
    const submission = await submitted();
    await nairobi.act(decideAct(nairobi, submission.applicationId, 'refused'));
    expect(await newest(kisumu, 'application', submission.applicationId)).toMatchObject({ state: 'refused' });
    const { vehicle } = submission.body;
    if (!vehicle) throw new Error('The submission has no vehicle');
    expect(await nyeri.act(submitAct(submissionOf(nyeri, vehicle, test.now())))).toMatchObject({ outcome: 'applied' });
  });

  it('never decides own work', async () => {
    const { nairobi, submitted } = offices();
    const submission = await submitted(nairobi);
    const own = { ...nairobi.clerk, roles: ['clerk', 'registrar'] as const };
    expect(codeOf(await nairobi.act(decideAct(nairobi, submission.applicationId, 'approved', own)))).toBe('registrar.own-work');
  });

  it('decides once, gives reasons, has the role, and sits at a registrar’s office', async () => {
    const { nairobi, kisumu, submitted } = offices();
    const { applicationId: id } = await submitted();
    const noReason = decideAct(nairobi, id, 'returned');
    expect(codeOf(await nairobi.act({ ...noReason, payload: { ...(noReason.payload as object), reasons: [] } }))).toBe(
      'registrar.reason-missing',
    );
    expect(codeOf(await nairobi.act(decideAct(nairobi, id, 'approved', nairobi.clerk)))).toBe('act.forbidden');
    expect(codeOf(await kisumu.act(decideAct(kisumu, id, 'approved')))).toBe('act.forbidden');
    expect(codeOf(await nairobi.act(decideAct(nairobi, id, 'approved')))).toBe('applied');
    expect(codeOf(await nairobi.act(decideAct(nairobi, id, 'refused')))).toBe('registrar.already-decided');
  });

  it('is collected only at its collection office', async () => {
    const { test, nairobi, kisumu, nyeri, submitted, newest } = offices();
    const { applicationId: id } = await submitted(kisumu, { collectionOffice: 'NYR01' });
    await nairobi.act(decideAct(nairobi, id, 'approved'));
    const state = await newest<{ logbookNumber: string }>(kisumu, 'application', id);
    const handOver = {
      kind: 'shelf.handOver',
      subject: `application:${id}`,
      payload: {
        number: 'H-NYR01-1A-000001',
        itemId: null,
        applicationId: id,
        logbookNumber: state?.logbookNumber ?? '',
        at: test.now(),
        collectedAs: 'owner',
        letter: null,
        isOldBookIn: true,
        plates: null,
      },
    };
    expect(codeOf(await kisumu.act(handOver))).toBe('paper.not-here');
    const onALetter = { ...handOver, payload: { ...handOver.payload, collectedAs: 'letter' } };
    expect(codeOf(await nyeri.act(onALetter))).toBe('shelf.letter-not-scanned');
    expect(codeOf(await nyeri.act(handOver))).toBe('applied');
    expect(codeOf(await nyeri.act(handOver))).toBe('act.wrong-state');
    expect(await newest(kisumu, 'application', id)).toMatchObject({ state: 'collected' });
    expect(await newest<LogbookRecord>(kisumu, 'logbook', state?.logbookNumber ?? '')).toMatchObject({ handedOverAt: test.now() });
  });

  it('comes in mended after it was refused at first', async () => {
    const { nairobi, kisumu, newSubmission, newest } = offices();
    const submission = newSubmission();
    const { applicationId, reference } = submission;
    const { seller } = submission.body.parties;
    const stranger = {
      ...submission,
      body: {
        ...submission.body,
        parties: { ...submission.body.parties, seller: { ...seller, idNumber: '11111111', kraPin: 'A111111111A' } },
      },
    };
    expect(codeOf(await kisumu.act(submitAct(stranger)))).toBe('party.not-owner');
    expect(codeOf(await kisumu.act(submitAct(submission, 'applications.resubmit')))).toBe('applied');
    expect(await newest(kisumu, 'application', applicationId)).toMatchObject({ state: 'in-review' });
    expect(await newest(nairobi, 'case', applicationId)).toMatchObject({ submission: { reference } });
  });
}
