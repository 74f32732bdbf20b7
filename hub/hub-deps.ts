import type { Instant } from '#shared/base/instant.ts';
import type { Reference } from '#shared/domain/reference.ts';
import type { SmsGateway } from './codes/sms.ts';
import type { Database } from './db/sql.ts';
import type { HubKey } from './hub-key.ts';
import type { HubLog } from './log.ts';
import type { HubMetrics } from './metrics/metrics.ts';
import type { MessageGateway } from './notices/gateway.ts';
import type { PaymentInbox } from './payments/inbox.ts';
import type { ScanFolder } from './scans/scan-folder.ts';
import type { HubDriving } from './register/driving.ts';

/** What the hub is made of. All of its state is in the database and the folder of scans, so any number of processes may share both. */
export interface HubDeps {
  readonly database: Database;
  readonly key: HubKey;
  readonly scans: ScanFolder;
  readonly practice: boolean;
  /** As it ships; what offices were told since stands in the changes. */
  readonly reference: Reference;
  readonly payments: PaymentInbox;
  /** Undefined: this hub can send no one-time codes. */
  readonly sms: SmsGateway | undefined;
  /** Undefined: this hub can tell owners nothing. */
  readonly messages: MessageGateway | undefined;
  /** Classes, rules and test centres, as they ship. */
  readonly driving: HubDriving;
  readonly log: HubLog;
  readonly metrics: HubMetrics;
  readonly now: () => Instant;
}
