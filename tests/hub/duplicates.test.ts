import { describe, expect, it } from 'vitest';
import type { LogbookRecord } from '#shared/protocol/messages.ts';
import { isHere, skipNote, triedKinds } from '../support/hub.ts';
import { decideAct, duplicateSubmissionOf, submissionOf, submitAct } from '../support/submission.ts';
import { codeOf, useThreeOffices } from './three-offices.ts';

describe.each(triedKinds)('%s', (kind) => {
  describe.skipIf(!isHere(kind))(`a duplicate logbook at the hub${skipNote(kind)}`, () => {
    const offices = useThreeOffices(kind);

    it.each([
      ['lost', 'not-applicable'],
      ['defaced', 'required'],
      ['conversion', 'required'],
    ] as const)('of a book that is %s: a new number, the same owners, the old book named, its surrender %s', async (reason, surrender) => {
      const { test, nairobi, kisumu, nyeri, newest } = offices();
      const vehicle = test.nextVehicle();
      const submission = duplicateSubmissionOf(kisumu, vehicle, test.now(), { reason, collectionOffice: 'NYR01' });
      const { applicationId: id } = submission;
      expect(await kisumu.act(submitAct(submission))).toMatchObject({ outcome: 'applied' });
      expect(await nairobi.act(decideAct(nairobi, id, 'approved'))).toMatchObject({ outcome: 'applied' });
      const state = await newest<{ logbookNumber: string }>(kisumu, 'application', id);
      const number = state?.logbookNumber ?? '';
      expect(number).toMatch(/^EL-2026-\d{8}$/u);
      const { owners, previousOwners } = vehicle;
      expect(await newest(nyeri, 'vehicle', vehicle.plate)).toMatchObject({ owners, previousOwners, logbookNumber: number });
      expect(await newest<LogbookRecord>(nyeri, 'logbook', number)).toMatchObject({
        applicationId: id,
        replaces: { number: vehicle.logbookNumber, cause: reason },
        surrender,
        handedOverAt: null,
      });
    });

    it.each([
      ['transfer', 'duplicate'],
      ['duplicate', 'transfer'],
    ] as const)('%s first: a %s of another office is a conflict that names it', async (first, second) => {
      const { test, kisumu, nyeri } = offices();
      const vehicle = test.nextVehicle();
      const made = {
        transfer: (device: typeof kisumu) => submissionOf(device, vehicle, test.now()),
        duplicate: (device: typeof kisumu) => duplicateSubmissionOf(device, vehicle, test.now()),
      };
      const early = made[first](kisumu);
      expect(codeOf(await kisumu.act(submitAct(early)))).toBe('applied');
      expect(await nyeri.act(submitAct(made[second](nyeri)))).toMatchObject({
        outcome: 'conflict',
        what: 'vehicle.open-application',
        office: 'KSM01',
        facts: { reference: early.reference },
      });
    });

    it('is not taken from somebody who is no owner, without a paper, or with the facts of another service', async () => {
      const { test, kisumu } = offices();
      const vehicle = test.nextVehicle();
      const sent = duplicateSubmissionOf(kisumu, vehicle, test.now());
      const stranger = { ...vehicle, owners: vehicle.owners.map((owner) => ({ ...owner, idNumber: '11111111', kraPin: 'A111111111A' })) };
      const bad = [
        duplicateSubmissionOf(kisumu, stranger, test.now()),
        { ...sent, scans: sent.scans.slice(1) },
        { ...sent, service: 'transfer' as const },
      ];
      const codes = [];
      for (const one of bad) codes.push(codeOf(await kisumu.act(submitAct(one))));
      expect(codes).toEqual(['party.not-owner', 'application.incomplete', 'entry.unreadable']);
      expect(codeOf(await kisumu.act(submitAct(sent)))).toBe('applied');
    });
  });
});
