import type { Instant } from '#shared/base/instant.ts';
import type { RefusalFacts } from '#shared/domain/refusal.ts';
import type { EntryAnswer, PushedEntry } from '#shared/protocol/messages.ts';
import type { Sql } from '../db/sql.ts';
import type { Device } from '../devices/device.ts';
import type { HubKey } from '../hub-key.ts';
import type { MessageGateway } from '../notices/gateway.ts';
import type { PaymentInbox } from '../payments/inbox.ts';
import type { HubDriving } from '../register/driving.ts';

type Unaddressed<A> = A extends unknown ? Omit<A, 'entryId' | 'hubReceipt'> : never;

/** What became of one act, before it is addressed and receipted. */
export type ActOutcome = Unaddressed<Exclude<EntryAnswer, { outcome: 'duplicate' }>>;

export const applied: ActOutcome = { outcome: 'applied' };

export function refused(code: string, facts: RefusalFacts = {}): ActOutcome {
  return { outcome: 'refused', code, facts };
}

/** What an act may use. Its transaction is undone when the outcome is not `applied`. */
export interface ActContext {
  readonly sql: Sql;
  readonly device: Device;
  readonly key: HubKey;
  readonly payments: PaymentInbox;
  /** Undefined: this hub sends no messages. */
  readonly messages?: MessageGateway | undefined;
  readonly entry: PushedEntry;
  /** Classes, rules and test centres, as they ship; `drivingFor` gives those in force. */
  readonly driving: HubDriving;
  /** Hub time. */
  readonly now: Instant;
}

export type Act<Payload> = (cx: ActContext, payload: Payload) => Promise<ActOutcome>;
