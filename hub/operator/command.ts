import * as z from 'zod';
import { isDay } from '#shared/base/instant.ts';
import { mayStop } from '#shared/domain/offline-limit.ts';
import { referenceUpdate } from '#shared/contract/reference-table.ts';
import { changeBodies } from '#shared/protocol/messages.ts';

const reason = z.string().trim().min(1, '--reason wants the reason, which is kept');
const office = z.string().min(1);
/** The office's code and the device's number there, as on its receipts: `KSM01/2`. */
const deviceName = z.string().regex(/^[A-Z0-9]+\/\d+$/u, 'A device is named OFFICE/NO, such as KSM01/2');

/** The acts that an office may be told to stop while it is long without a line: feature and command of the counter's contract. */
const stoppable = z
  .string()
  .regex(/^[a-z]+\.[A-Za-z]+$/u, 'An act is named as applications.open')
  .refine(mayStop, 'Money, sign-in, the queue, post, copies and settings never stop');

/** What a hub tells offices of their time without a line: a warning comes before the stop. */
export const offlineLimits = changeBodies.limits
  .extend({ stopped: z.array(stoppable) })
  .refine(({ warnAfterHours, stopAfterHours }) => warnAfterHours <= stopAfterHours, 'warnAfterHours must not be above stopAfterHours')
  .refine(({ warnAtWaiting, stopAtWaiting }) => warnAtWaiting <= stopAtWaiting, 'warnAtWaiting must not be above stopAtWaiting');

const testSession = z.strictObject({
  centre: z.string().min(1),
  day: z.string().refine(isDay, 'A day is written 2026-12-03'),
  session: z.string().min(1),
  class: z.string().min(1),
  seats: z.coerce.number().int().min(0).max(1000),
});

/** What an operator asks of the hub, from the command line; the hub that has the folder open answers it. */
export const operatorCommand = z.discriminatedUnion('name', [
  z.object({ name: z.literal('issue-code'), office }),
  z.object({ name: z.literal('devices') }),
  z.object({ name: z.literal('alarms') }),
  z.object({ name: z.literal('notices') }),
  z.object({ name: z.literal('retire'), device: deviceName, reason }),
  z.object({ name: z.literal('revoke'), device: deviceName, reason }),
  z.object({ name: z.literal('escrow'), device: deviceName, reason }),
  z.object({ name: z.literal('limits'), limits: offlineLimits.nullable(), office: office.nullable() }),
  z.object({
    name: z.literal('forget'),
    thing: z
      .string()
      .regex(/^(?:vehicle|person|driver|notice):.+$/u, '--forget wants vehicle:PLATE, person:KIND:NUMBER, driver:KIND:NUMBER or notice:ID'),
    reason,
  }),
  z.object({ name: z.literal('seats'), sessions: z.array(testSession).min(1).max(100_000) }),
  z.object({ name: z.literal('reference'), update: referenceUpdate }),
  z.object({ name: z.literal('backup'), file: z.string().min(1) }),
  z.object({ name: z.literal('read-post'), file: z.string().min(1) }),
]);
export type OperatorCommand = z.infer<typeof operatorCommand>;
