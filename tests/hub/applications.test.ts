import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change, EntryAnswer, LogbookRecord } from '#shared/protocol/messages.ts';
import { demonstrationPeople } from '#hub/practice/demonstration.ts';
import type { DeviceDouble } from '../support/device.ts';
import { databaseKinds, isHere, openTestHub, skipNote, type DatabaseKind, type TestHub } from '../support/hub.ts';
import { decideAct, submissionOf, submitAct, type SubmissionFacts } from '../support/submission.ts';

for (const kind of databaseKinds) {
  describe.skipIf(!isHere(kind))(`applications at the hub over ${kind}${skipNote(kind)}`, () => {
    behaviour(kind);
  });
}

function behaviour(kind: DatabaseKind): void {
  let test: TestHub;
  let nairobi: DeviceDouble;
  let kisumu: DeviceDouble;
  let nyeri: DeviceDouble;
  /** Behind the seeded register, which no test here reads again. */
  let seeded: string;

  beforeAll(async () => {
    test = await openTestHub(kind);
    nairobi = await test.device('NRB01');
    kisumu = await test.device('KSM01');
    nyeri = await test.device('NYR01');
    seeded = (await nairobi.pullAll()).next;
  });
  afterAll(() => test?.close());

  const newSubmission = (device = kisumu, facts: SubmissionFacts = {}) => submissionOf(device, test.nextVehicle(), test.now(), facts);
  const submitted = async (device = kisumu, facts: SubmissionFacts = {}) => {
    const submission = newSubmission(device, facts);
    expect(await device.act(submitAct(submission))).toMatchObject({ outcome: 'applied' });
    return submission;
  };
  const newest = async <T = Record<string, unknown>>(device: DeviceDouble, changeKind: string, key: string): Promise<T | undefined> =>
    (await device.pullAll(seeded)).changes.findLast((change: Change) => change.kind === changeKind && change.key === key)?.body as
      | T
      | undefined;
  const codeOf = (answer: EntryAnswer) => (answer.outcome === 'refused' ? answer.code : answer.outcome);

  it('is in review for its office and a case for the registrar once it is submitted', async () => {
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
    for (let round = 0; round < 10; round += 1) {
      const vehicle = test.nextVehicle();
      const answers = await Promise.all([kisumu, nyeri].map((device) => device.act(submitAct(submissionOf(device, vehicle, test.now())))));
      expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual(['applied', 'conflict']);
    }
  });

  it('takes no payment code twice, from no office, and what is refused holds no vehicle', async () => {
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
    const submission = await submitted(kisumu, { payment: { code } });
    expect(await newest(kisumu, 'payment', submission.payment.receiptNumber)).toMatchObject({ state });
    expect(codeOf(await nairobi.act(decideAct(nairobi, submission.applicationId, 'approved')))).toBe(`payment.${state}`);
  });

  it.each([
    ['a vehicle that the register lacks', 'vehicle.unknown', { plate: 'KMGZ999Z', chassis: 'MD2A00000ZZ999999' }],
    ['other metal than the register has', 'vehicle.differs', { chassis: 'MD2A00000ZZ999998' }],
  ])('is refused for %s', async (_title, code, facts) => {
    const vehicle = { ...test.nextVehicle(), ...facts };
    expect(codeOf(await kisumu.act(submitAct(submissionOf(kisumu, vehicle, test.now()))))).toBe(code);
  });

  it('is taken for a vehicle that the register lacks when it was read from its paper', async () => {
    const vehicle = {
      ...test.nextVehicle(),
      plate: 'KMGZ998Z',
      chassis: 'MD2A00000ZZ999997',
      source: { from: 'paper', asOf: test.now() },
    } as const;
    expect(await kisumu.act(submitAct(submissionOf(kisumu, vehicle, test.now())))).toMatchObject({ outcome: 'applied' });
  });

  it.each(['charge', 'caveat', 'stolen'] as const)('is refused for a vehicle with a %s', async (mark) => {
    const { makePracticeRegister } = await import('#hub/practice/seed.ts');
    const marked = makePracticeRegister().vehicles.find(({ marks }) => marks[0]?.kind === mark);
    // The counter did not know of the mark.
    const vehicle = { ...marked, marks: [], source: { from: 'registry', asOf: test.now() } } as unknown as ReturnType<
      TestHub['nextVehicle']
    >;
    expect(codeOf(await kisumu.act(submitAct(submissionOf(kisumu, vehicle, test.now()))))).toBe(`vehicle.${mark}`);
  });

  it.each([
    ['a scan that is not listed', { scans: [] }, 'application.incomplete'],
    ['a party who did not confirm', { confirmations: [] }, 'application.incomplete'],
    ['money that is not the fee', { feeLines: [] }, 'payment.amount-differs'],
    ['another office’s name', { officeCode: 'NYR01' }, 'act.forbidden'],
  ])('is refused for %s', async (_title, facts, code) => {
    expect(codeOf(await kisumu.act(submitAct({ ...newSubmission(), ...facts })))).toBe(code);
  });

  describe('the registrar', () => {
    it('approves: the owner changes for all, and the logbook goes to both offices', async () => {
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
      const submission = await submitted();
      await nairobi.act(decideAct(nairobi, submission.applicationId, 'refused'));
      expect(await newest(kisumu, 'application', submission.applicationId)).toMatchObject({ state: 'refused' });
      const { vehicle } = submission.body;
      if (!vehicle) throw new Error('The submission has no vehicle');
      expect(await nyeri.act(submitAct(submissionOf(nyeri, vehicle, test.now())))).toMatchObject({ outcome: 'applied' });
    });

    it('never decides own work', async () => {
      const submission = await submitted(nairobi);
      const own = { ...nairobi.clerk, roles: ['clerk', 'registrar'] as const };
      expect(codeOf(await nairobi.act(decideAct(nairobi, submission.applicationId, 'approved', own)))).toBe('registrar.own-work');
    });

    it('decides once, gives reasons, has the role, and sits at a registrar’s office', async () => {
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
  });

  it('is collected only at its collection office', async () => {
    const { applicationId: id } = await submitted(kisumu, { collectionOffice: 'NYR01' });
    await nairobi.act(decideAct(nairobi, id, 'approved'));
    const state = await newest<{ logbookNumber: string }>(kisumu, 'application', id);
    const handOver = {
      kind: 'logbooks.handOver',
      subject: `application:${id}`,
      payload: { applicationId: id, logbookNumber: state?.logbookNumber ?? '', at: test.now() },
    };
    expect(codeOf(await kisumu.act(handOver))).toBe('paper.not-here');
    expect(codeOf(await nyeri.act(handOver))).toBe('applied');
    expect(codeOf(await nyeri.act(handOver))).toBe('act.wrong-state');
    expect(await newest(kisumu, 'application', id)).toMatchObject({ state: 'collected' });
    expect(await newest<LogbookRecord>(kisumu, 'logbook', state?.logbookNumber ?? '')).toMatchObject({ handedOverAt: test.now() });
  });

  it('is cancelled by its own office and no other, and frees its vehicle', async () => {
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

  it('comes in mended after it was refused at first', async () => {
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

  it('cannot be stored with text that PostgreSQL has no place for, and says so alone', async () => {
    const submission = newSubmission();
    const bad = { ...submission, clerk: { ...submission.clerk, name: 'Nul \u0000 name' } };
    const entries = [kisumu.write(submitAct(bad)), kisumu.write(submitAct(newSubmission()))];
    const { answers } = (await kisumu.push(entries)).json as { answers: EntryAnswer[] };
    expect(answers.map(codeOf)).toEqual(['entry.unreadable', 'applied']);
  });

  it('keeps entries of unknown kinds and of the PC alone as history', async () => {
    const entries = [
      kisumu.write({ kind: 'future.act', payload: { any: 1 } }),
      kisumu.write({ kind: 'settings.change', payload: { secret: 1 }, scope: 'device' }),
    ];
    expect(((await kisumu.push(entries)).json as { answers: EntryAnswer[] }).answers.map(codeOf)).toEqual(['applied', 'applied']);
  });
}
