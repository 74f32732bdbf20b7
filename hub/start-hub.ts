import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Instant } from '#shared/base/instant.ts';
import type { SmsGateway } from './codes/sms.ts';
import { migrate } from './db/migrate.ts';
import type { Database } from './db/sql.ts';
import { issueEnrolCode } from './devices/enrol-code.ts';
import { storeOffices } from './devices/office.ts';
import { limits } from './http/limits.ts';
import { createHubServer } from './http/server.ts';
import { openHubKey, type HubKey } from './hub-key.ts';
import type { HubLog } from './log.ts';
import { noPaymentInbox } from './payments/inbox.ts';
import { practiceInbox } from './practice/practice-inbox.ts';
import { seedPractice } from './practice/seed.ts';
import { openScanFolder } from './scans/scan-folder.ts';

export interface HubOptions {
  /** Closed with the hub, and when the hub cannot start. */
  readonly database: Database;
  /** 0: any free port. */
  readonly port: number;
  readonly host: string;
  /** Seeds the practice register, plays the payment provider and shows one-time codes instead of sending them. */
  readonly practice: boolean;
  /** Scans are kept here. */
  readonly dataDir: string;
  /** The program's `resources` folder, for the list of offices. */
  readonly resourcesDir: string;
  readonly log: HubLog;
  readonly now: () => Instant;
  readonly sms?: SmsGateway | undefined;
}

export interface Hub {
  readonly url: string;
  /** A new one-time code that makes one PC a device of this office; throws for an office that the hub does not know. */
  enrolCode(officeCode: string): Promise<string>;
  /** Answers what is under way, then lets go of the port and the database. */
  close(): Promise<void>;
}

/** The only place where the hub's parts are made and joined. */
export async function startHub(options: HubOptions): Promise<Hub> {
  try {
    return await start(options);
  } catch (error) {
    await options.database.close();
    throw error;
  }
}

async function start(options: HubOptions): Promise<Hub> {
  const { database, practice, now } = options;
  const key = await prepareDatabase(options);
  const server = createHubServer({
    database,
    key,
    scans: await openScanFolder(join(options.dataDir, 'scans')),
    practice,
    payments: practice ? practiceInbox : noPaymentInbox,
    sms: options.sms,
    log: options.log,
    now,
  });
  server.listen(options.port, options.host);
  await once(server, 'listening');
  return {
    url: urlOf(server, options.host),
    enrolCode: (officeCode) => newEnrolCode(database, officeCode, now()),
    close: async () => {
      await closeServer(server);
      await database.close();
    },
  };
}

type DatabaseOptions = Pick<HubOptions, 'database' | 'practice' | 'resourcesDir' | 'now'>;

/** Brings the schema, the hub's identity, the offices and, for practice, the register into being. Any hub process may do it first. */
export async function prepareDatabase({ database, practice, resourcesDir, now }: DatabaseOptions): Promise<HubKey> {
  await migrate(database);
  const key = await openHubKey(database, practice, now());
  await storeOffices(database, resourcesDir);
  if (practice) await seedPractice(database, now());
  return key;
}

export async function newEnrolCode(database: Database, officeCode: string, now: Instant): Promise<string> {
  const code = await issueEnrolCode(database, officeCode, now);
  if (code === undefined) throw new Error(`No office ${officeCode}`);
  return code;
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), limits.closeTimeoutMs);
  await closed;
  clearTimeout(late);
}
