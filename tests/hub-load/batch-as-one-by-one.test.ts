import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toInstant } from '#shared/base/instant.ts';
import { counterServiceIds } from '#shared/domain/application.ts';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import { isAboutVehicle } from '#shared/domain/services/services.ts';
import type { EntryAnswer, PushedEntry, Submission } from '#shared/protocol/messages.ts';
import { migrate } from '#hub/db/migrate.ts';
import type { Database } from '#hub/db/sql.ts';
import { findDevice } from '#hub/devices/device.ts';
import { openHubKey, type HubKey } from '#hub/hub-key.ts';
import { push } from '#hub/journal/push.ts';
import type { PaymentInbox } from '#hub/payments/inbox.ts';
import { deviceDouble, signHead, type DeviceDouble } from '#tests/support/device.ts';
import { databaseKinds, isHere, makeDatabase, skipNote, type DatabaseKind, type TestDatabase } from '#tests/support/hub.ts';
import { duplicateSubmissionOf, submissionOf, submitAct } from '#tests/support/submission.ts';
import { trials } from '#tests/support/tier.ts';
import { addVehicles, insertOffices, newOffices } from './sim-offices.ts';

const now = toInstant('2026-11-23T06:00:00.000Z');
const vehicleCount = 6;

const service = fc.constantFrom(...counterServiceIds);

/** One act of an office; numbers choose among what there is. */
const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('submit' as const),
      service,
      vehicle: fc.nat(vehicleCount - 1),
      fault: fc.constant('none' as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('submit' as const),
      service,
      vehicle: fc.nat(vehicleCount - 1),
      fault: fc.constantFrom(
        'money',
        'code',
        'receipt',
        'reference',
        'again',
        'chassis',
        'office',
        'paper',
        'unreadable',
        'nul',
        'hub',
        'no-vehicle',
      ),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('cancel', 'resubmit', 'decide'), earlier: fc.nat(20) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('history' as const), earlier: fc.nat(20) }) },
);
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;
const batch = fc.record({
  office: fc.nat(1),
  acts: fc.array(act, { minLength: 1, maxLength: 12 }),
  isMended: fc.boolean(),
  isRepeated: fc.boolean(),
});

/** A hub's database that takes the same entries as the other. */
interface Side {
  readonly made: TestDatabase;
  readonly database: Database;
}

describe.each(databaseKinds)('%s', (kind) => {
  describe.skipIf(!isHere(kind))(`a batch${skipNote(kind)}`, () => {
    let sides: readonly Side[] = [];
    let key: HubKey;
    let vehicles: readonly Vehicle[] = [];
    beforeAll(async () => {
      sides = await Promise.all([openSide(kind), openSide(kind)]);
      for (const { database } of sides) vehicles = await addVehicles(database, vehicleCount, now);
      key = await openHubKey(sides[0]?.database ?? fail(), false, now);
    });
    afterAll(async () => {
      for (const { database, made } of sides) {
        await database.close();
        await made.remove();
      }
    });

    it('of conflicts, refusals, repeats and faults has the answers and the rows that its entries have one by one', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(batch, { minLength: 1, maxLength: 6 }), async (batches) => {
          const [whole, single] = [sides[0] ?? fail(), sides[1] ?? fail()];
          const offices = newOffices(2);
          for (const { database } of sides) {
            await clear(database);
            await insertOffices(database, offices, now);
          }
          const writers = offices.map(({ answer, privateKey }) =>
            writerOf(deviceDouble({ hubUrl: '', now: () => now, privateKey, answer })),
          );
          for (const { office, acts, isMended, isRepeated } of batches) {
            const writer = writers[office] ?? fail();
            const entries = acts.map((one) => writer.write(one, vehicles));
            const payments = inbox(isMended);
            for (const part of [...(isRepeated ? [writer.last(entries)] : []), entries]) {
              const all = await answersTo(whole.database, { key, payments, device: writer.device }, part);
              const each: EntryAnswer[] = [];
              for (const entry of part) each.push(...(await answersTo(single.database, { key, payments, device: writer.device }, [entry])));
              expect(all.map(withoutReference)).toEqual(each.map(withoutReference));
            }
          }
          expect(await rowsOf(whole.database)).toEqual(await rowsOf(single.database));
        }),
        { numRuns: trials(kind === 'postgres' ? 15 : 4, 500) },
      );
    }, 900_000);
  });
});

function fail(): never {
  throw new Error('Not there');
}

async function openSide(kind: DatabaseKind): Promise<Side> {
  const made = await makeDatabase(kind);
  const database = await made.open();
  await migrate(database);
  return { made, database };
}

function clear(database: Database): Promise<void> {
  return database.transaction((sql) => sql.script('TRUNCATE entry, application, application_hold, payment, logbook, change CASCADE'));
}

/** Knows half of all codes, and breaks on those that are faulty until it is mended. */
function inbox(isMended: boolean): PaymentInbox {
  return {
    find: ({ code, amountCents }) => {
      if (code.startsWith('HUB') && !isMended) throw new Error('The provider is on fire');
      return /[0-7]$/u.test(code) ? { state: 'matched', foundAmountCents: amountCents } : undefined;
    },
  };
}

interface Asked {
  readonly key: HubKey;
  readonly payments: PaymentInbox;
  readonly device: DeviceDouble;
}

async function answersTo(database: Database, { key, payments, device }: Asked, entries: readonly PushedEntry[]): Promise<EntryAnswer[]> {
  const known = (await findDevice(database, device.answer.deviceId)) ?? fail();
  const request = { protocol: 1, entries: [...entries], headSignature: signHead(entries, device.privateKey) };
  const { answers } = await push(
    { database, key, payments, driving: { classes: [], rules: [], centres: [] }, device: known, log: () => undefined, now },
    request,
  );
  return answers;
}

/** A fault of the hub has a reference of its own each time. */
function withoutReference(answer: EntryAnswer): EntryAnswer {
  return answer.outcome === 'waiting' && answer.waitingFor.startsWith('hub-fault:') ? { ...answer, waitingFor: 'hub-fault' } : answer;
}

/** All that acts leave behind; the order of changes is what an office pulls, so it counts. */
async function rowsOf(database: Database): Promise<unknown> {
  return database.transaction(async (sql) => {
    await sql.query(`SELECT set_config('kaunta.operator', 'on', true)`);
    const all = (text: string) => sql.query(text);
    return {
      entry: await all('SELECT device_id, epoch, seq, entry_id, hash, answer, branch FROM entry ORDER BY device_id, epoch, seq'),
      application: await all(
        'SELECT id, state, device_id, reference, plate_key, clerk_id, collection_office, submission, decision, received_at, changed_at FROM application ORDER BY id',
      ),
      hold: await all(
        'SELECT key, second_key, application_id, reference, office_code, clerk_name, since FROM application_hold ORDER BY key',
      ),
      payment: await all(
        'SELECT office_code, receipt_number, application_id, method, code, amount_cents, state, found_amount_cents, taken_at FROM payment ORDER BY application_id',
      ),
      change: await all('SELECT audience, kind, key, body FROM change ORDER BY tx, seq'),
      head: await all('SELECT id, epoch, head_seq, head_hash FROM device WHERE head_seq > 0 ORDER BY id'),
    };
  });
}

/** An office's PC that writes acts into its journal and remembers what it sent. */
function writerOf(device: DeviceDouble) {
  const sent: Submission[] = [];
  let before: readonly PushedEntry[] = [];
  const write = (one: Act, vehicles: readonly Vehicle[]): PushedEntry => {
    if (one.kind === 'submit') return device.write(submitted(one, vehicles));
    const earlier = sent[one.earlier % Math.max(sent.length, 1)];
    const subject = `application:${earlier?.applicationId ?? 'none'}`;
    if (one.kind === 'history' || !earlier) return device.write({ kind: 'applications.open', payload: { n: one.earlier }, subject });
    const { applicationId, reference } = earlier;
    if (one.kind === 'cancel')
      return device.write({ kind: 'applications.cancel', payload: { applicationId, reference, reason: 'no' }, subject });
    if (one.kind === 'resubmit') return device.write(submitAct(earlier, 'applications.resubmit'));
    const payload = { applicationId, outcome: 'approved', reasons: [], note: '', officeCode: device.answer.office.code };
    return device.write({ kind: 'registrar.decide', payload, subject, actor: device.registrar });
  };
  const submitted = ({ service: of, vehicle: n, fault }: Extract<Act, { kind: 'submit' }>, vehicles: readonly Vehicle[]) => {
    const last = sent.at(-1);
    const made =
      of === 'transfer' ? submissionOf(device, vehicles[n] ?? fail(), now) : duplicateSubmissionOf(device, vehicles[n] ?? fail(), now);
    const submission = faulty(made, fault, last);
    sent.push(submission);
    return fault === 'unreadable' ? { ...submitAct(submission), payload: { ...submission, dueDay: 'soon' } } : submitAct(submission);
  };
  return {
    device,
    write,
    /** What was sent last, to be sent again. */
    last: (next: readonly PushedEntry[]): readonly PushedEntry[] => {
      const again = before.length > 0 ? before : next;
      before = next;
      return again;
    },
  };
}

function faulty(made: Submission, fault: Extract<Act, { kind: 'submit' }>['fault'], last: Submission | undefined): Submission {
  const { body, payment } = made;
  if (!isAboutVehicle(body)) return fail();
  const vehicle = body.vehicle ?? fail();
  switch (fault) {
    case 'none':
    case 'unreadable':
      return made;
    case 'money':
      return { ...made, payment: { ...payment, amountCents: payment.amountCents + 1 } };
    case 'code':
      return { ...made, payment: { ...payment, code: last?.payment.code.toLowerCase() ?? payment.code } };
    case 'receipt':
      return { ...made, payment: { ...payment, receiptNumber: last?.payment.receiptNumber ?? payment.receiptNumber } };
    case 'reference':
      return { ...made, reference: last?.reference ?? made.reference };
    case 'again':
      return last ?? made;
    case 'chassis':
      return { ...made, body: { ...body, vehicle: { ...vehicle, chassis: 'MD2A21BY8KW999999' } } };
    case 'office':
      return { ...made, officeCode: 'NRB01' };
    case 'paper':
      return { ...made, confirmations: [] };
    case 'nul':
      return { ...made, clerk: { ...made.clerk, name: 'Nul\0Clerk' } };
    case 'hub':
      return { ...made, payment: { ...payment, code: `HUB${payment.code.slice(3)}` } };
    case 'no-vehicle':
      return { ...made, body: { ...body, vehicle: null } };
  }
}
