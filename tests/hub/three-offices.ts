import { afterAll, beforeAll, expect } from 'vitest';
import type { Change, EntryAnswer } from '#shared/protocol/messages.ts';
import type { DeviceDouble } from '../support/device.ts';
import { openTestHub, type DatabaseKind, type TestHub } from '../support/hub.ts';
import { submissionOf, submitAct, type SubmissionFacts, type TransferSubmission } from '../support/submission.ts';

/** A practice hub with a registrar's office and two others, made for the tests of one group. */
export interface ThreeOffices {
  readonly test: TestHub;
  /** Where registrars work. */
  readonly nairobi: DeviceDouble;
  readonly kisumu: DeviceDouble;
  readonly nyeri: DeviceDouble;
  readonly newSubmission: (device?: DeviceDouble, facts?: SubmissionFacts) => TransferSubmission;
  /** One that the hub has taken in. */
  readonly submitted: (device?: DeviceDouble, facts?: SubmissionFacts) => Promise<TransferSubmission>;
  /** The newest state of a thing that this office is told of. */
  readonly newest: <T = Record<string, unknown>>(device: DeviceDouble, changeKind: string, key: string) => Promise<T | undefined>;
}

/** Opens it before the tests of the group that calls this, and closes it after them. */
export function useThreeOffices(kind: DatabaseKind): () => ThreeOffices {
  let offices: ThreeOffices | undefined;
  beforeAll(async () => {
    offices = await openThreeOffices(kind);
  });
  afterAll(() => offices?.test.close());
  return () => {
    if (!offices) throw new Error('The offices are opened before each group of tests');
    return offices;
  };
}

export function codeOf(answer: EntryAnswer): string {
  return answer.outcome === 'refused' ? answer.code : answer.outcome;
}

async function openThreeOffices(kind: DatabaseKind): Promise<ThreeOffices> {
  const test = await openTestHub(kind);
  const [nairobi, kisumu, nyeri] = [await test.device('NRB01'), await test.device('KSM01'), await test.device('NYR01')];
  /** Behind the seeded register, which no test here reads again. */
  const seeded = (await nairobi.pullAll()).next;
  const newSubmission = (device = kisumu, facts: SubmissionFacts = {}) => submissionOf(device, test.nextVehicle(), test.now(), facts);
  return {
    test,
    nairobi,
    kisumu,
    nyeri,
    newSubmission,
    submitted: async (device = kisumu, facts = {}) => {
      const submission = newSubmission(device, facts);
      expect(await device.act(submitAct(submission))).toMatchObject({ outcome: 'applied' });
      return submission;
    },
    newest: async <T>(device: DeviceDouble, changeKind: string, key: string) =>
      (await device.pullAll(seeded)).changes.findLast((change: Change) => change.kind === changeKind && change.key === key)?.body as
        | T
        | undefined,
  };
}
