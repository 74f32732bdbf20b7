import { v7 as newId } from 'uuid';
import { describe, expect, it } from 'vitest';
import { emptyParty } from '#shared/domain/party-fields.ts';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import type { LogbookRecord, Submission } from '#shared/protocol/messages.ts';
import { demonstrationPeople } from '#hub/practice/demonstration.ts';
import type { DeviceDouble } from '../support/device.ts';
import { isHere, skipNote, triedKinds } from '../support/hub.ts';
import { decideAct, duplicateSubmissionOf, submissionOf, submitAct } from '../support/submission.ts';
import { codeOf, useThreeOffices } from './three-offices.ts';

const hour = 3_600_000;
const chebet = { ...emptyParty, ...demonstrationPeople.chebet };

describe.each(triedKinds)('%s', (kind) => {
  describe.skipIf(!isHere(kind))(`an eLogbook whose place a newer one takes${skipNote(kind)}`, () => {
    const offices = useThreeOffices(kind);

    /** Sends it in, has it approved, and gives the number of the eLogbook that it made. */
    async function approved(device: DeviceDouble, submission: Submission): Promise<string> {
      const { nairobi, newest } = offices();
      const { applicationId: id } = submission;
      expect(codeOf(await device.act(submitAct(submission)))).toBe('applied');
      expect(codeOf(await nairobi.act(decideAct(nairobi, id, 'approved')))).toBe('applied');
      return (await newest<{ logbookNumber: string }>(device, 'application', id))?.logbookNumber ?? '';
    }

    const recordAt = (device: DeviceDouble, number: string) => offices().newest<LogbookRecord>(device, 'logbook', number);

    /** As the register has it now. */
    async function registered({ plate }: Vehicle): Promise<Vehicle> {
      const vehicle = await offices().newest<Vehicle>(offices().nairobi, 'vehicle', plate);
      if (!vehicle) throw new Error(`The register does not know ${plate}`);
      return vehicle;
    }

    function handOverAct({ applicationId }: Submission, logbookNumber: string, at: string) {
      const given = {
        number: 'H-NYR01-1A-000001',
        itemId: null,
        applicationId,
        logbookNumber,
        at,
        collectedAs: 'owner',
        letter: null,
        isOldBookIn: true,
        plates: null,
      };
      return { kind: 'shelf.handOver', subject: `application:${applicationId}`, payload: given };
    }

    it('ends with the second of two transfers, in every office that has it; the newer one stands', async () => {
      const { test, kisumu, nyeri } = offices();
      const vehicle = test.nextVehicle();
      const first = await approved(kisumu, submissionOf(kisumu, vehicle, test.now(), { collectionOffice: 'NYR01' }));
      expect(await recordAt(nyeri, first)).toMatchObject({ endedBy: null });
      test.moveClock(hour);
      const sold = submissionOf(kisumu, await registered(vehicle), test.now(), { parties: { buyer: chebet } });
      const second = await approved(kisumu, sold);
      for (const device of [kisumu, nyeri])
        expect(await recordAt(device, first)).toMatchObject({ endedBy: { number: second, at: test.now(), cause: 'transfer' } });
      expect(await recordAt(kisumu, second)).toMatchObject({ endedBy: null, replaces: { number: first } });
      expect(await recordAt(nyeri, second)).toBeUndefined();
    });

    it.each(['lost', 'defaced', 'conversion'] as const)('ends by a duplicate that is %s, and each by the next only', async (reason) => {
      const { test, kisumu, nyeri } = offices();
      const vehicle = test.nextVehicle();
      const numbers = [await approved(kisumu, submissionOf(kisumu, vehicle, test.now()))];
      for (const device of [nyeri, kisumu])
        numbers.push(await approved(device, duplicateSubmissionOf(device, await registered(vehicle), test.now(), { reason })));
      const [first = '', second = '', third = ''] = numbers;
      expect(await recordAt(kisumu, first)).toMatchObject({ endedBy: { number: second, cause: reason } });
      expect(await recordAt(nyeri, second)).toMatchObject({ endedBy: { number: third, cause: reason } });
      expect(await recordAt(kisumu, third)).toMatchObject({ endedBy: null });
    });

    it('has nobody sent for it, where an office that has not heard yet puts it on its shelf', async () => {
      const { test, kisumu, newest } = offices();
      const vehicle = test.nextVehicle();
      const old = submissionOf(kisumu, vehicle, test.now());
      await approved(kisumu, old);
      const shelved = async () => {
        const itemId = newId();
        const notice = { phone: '+254712000678', locale: 'en', name: 'AKINYI OTIENO' };
        const what = {
          itemId,
          itemKind: 'elogbook-copy',
          applicationId: old.applicationId,
          plate: vehicle.plate,
          place: 'A-1',
          plateSerial: null,
        };
        const subject = `application:${old.applicationId}`;
        expect(codeOf(await kisumu.act({ kind: 'shelf.put', subject, payload: { ...what, at: test.now(), notice } }))).toBe('applied');
        return newest(kisumu, 'shelf-notice', itemId);
      };
      expect(await shelved()).toMatchObject({ state: 'off', reason: null });
      await approved(kisumu, duplicateSubmissionOf(kisumu, await registered(vehicle), test.now()));
      expect(await shelved()).toMatchObject({ state: 'failed', reason: 'replaced' });
    });

    it('is handed over no more, but what an office gave away before, and tells of later, stands', async () => {
      const { test, kisumu, nyeri } = offices();
      const vehicle = test.nextVehicle();
      const old = submissionOf(kisumu, vehicle, test.now(), { collectionOffice: 'NYR01' });
      const first = await approved(kisumu, old);
      const before = test.now();
      test.moveClock(hour);
      const second = await approved(kisumu, duplicateSubmissionOf(kisumu, await registered(vehicle), test.now()));
      expect(await nyeri.act(handOverAct(old, first, test.now()))).toMatchObject({
        outcome: 'refused',
        code: 'logbook.ended',
        facts: { number: second, since: test.now() },
      });
      expect(await recordAt(nyeri, first)).toMatchObject({ handedOverAt: null });
      expect(codeOf(await nyeri.act(handOverAct(old, first, before)))).toBe('applied');
      expect(await recordAt(nyeri, first)).toMatchObject({ handedOverAt: before, endedBy: { number: second } });
    });
  });
});
