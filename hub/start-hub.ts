import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Instant } from '#shared/base/instant.ts';
import { hubPaths } from '#shared/protocol/request.ts';
import type { SmsGateway } from './codes/sms.ts';
import { migrate } from './db/migrate.ts';
import type { Database } from './db/sql.ts';
import { certifyAll } from './devices/certificate.ts';
import { storeOffices } from './devices/office.ts';
import { limits } from './http/limits.ts';
import { createHubServer } from './http/server.ts';
import { openTraffic } from './http/traffic.ts';
import { openHubKey, type HubKey } from './hub-key.ts';
import type { HubLog } from './log.ts';
import { openMetrics } from './metrics/metrics.ts';
import { createMetricsServer } from './metrics/server.ts';
import { codesBy } from './notices/codes.ts';
import type { MessageGateway } from './notices/gateway.ts';
import { openNoticeSender } from './notices/sender.ts';
import type { OperatorCommand } from './operator/command.ts';
import { publishFirstLimits } from './operator/limits.ts';
import { operate } from './operator/operate.ts';
import { noPaymentInbox } from './payments/inbox.ts';
import { seedPracticeDrivers } from './practice/drivers.ts';
import { practiceInbox } from './practice/practice-inbox.ts';
import { seedPractice } from './practice/seed.ts';
import { seedPracticeTestDay } from './practice/test-day.ts';
import { openPracticeSessions } from './practice/test-sessions.ts';
import { readReference } from './register/reference.ts';
import { noticeRestore } from './restore/feed.ts';
import { openScanFolder } from './scans/scan-folder.ts';

export interface HubOptions {
  /** Closed with the hub, and when the hub cannot start. */
  readonly database: Database;
  /** 0: any free port. */
  readonly port: number;
  readonly host: string;
  /** Where Prometheus may ask, on loopback; none where it is missing, 0: any free port. */
  readonly metricsPort?: number | null | undefined;
  /** Seeds the practice register, plays the payment provider and shows one-time codes instead of sending them. */
  readonly practice: boolean;
  /** Scans are kept here. */
  readonly dataDir: string;
  /** The program's `resources` folder, for the list of offices. */
  readonly resourcesDir: string;
  readonly log: HubLog;
  readonly now: () => Instant;
  readonly sms?: SmsGateway | undefined;
  /** Tells owners what waits for them, and sends one-time codes unless `sms` does. A practice hub uses neither. */
  readonly messages?: MessageGateway | undefined;
  /** How often it looks for messages that are due. */
  readonly lookForNoticesEveryMs?: number | undefined;
}

export interface Hub {
  readonly url: string;
  readonly metricsUrl: string | undefined;
  /** A new one-time code that makes one PC a device of this office; throws for an office that the hub does not know. */
  enrolCode(officeCode: string): Promise<string>;
  /** Does what the hub's operator asks; throws with a sentence. */
  operate(command: OperatorCommand): Promise<string>;
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
  const deps = await depsOf(options);
  const { database, metrics } = deps;
  const operateNow = (command: OperatorCommand) => operate({ ...deps, now: deps.now(), deps }, command);
  const traffic = openTraffic();
  const server = createHubServer(deps, traffic);
  await listen(server, options);
  const notices = deps.messages && openNoticeSender({ ...deps, messages: deps.messages }, options.lookForNoticesEveryMs);
  const watched = options.metricsPort == null ? undefined : createMetricsServer(metrics, options.log);
  if (watched) await listen(watched, { port: options.metricsPort ?? 0, host: '127.0.0.1' });
  return {
    url: urlOf(server, options.host),
    metricsUrl: watched && `${urlOf(watched, '127.0.0.1')}${hubPaths.metrics}`,
    enrolCode: (officeCode) => operateNow({ name: 'issue-code', office: officeCode }),
    operate: operateNow,
    close: async () => {
      await Promise.all([traffic.stop(server), notices?.stop()]);
      watched?.close();
      watched?.closeAllConnections();
      await database.close();
    },
  };
}

/** Does an operator's command without serving anybody. The database stays open. */
export async function operateAlone(options: Omit<HubOptions, 'port' | 'host'>, command: OperatorCommand): Promise<string> {
  const deps = await depsOf(options);
  return operate({ ...deps, now: deps.now(), deps }, command);
}

async function depsOf(options: Omit<HubOptions, 'port' | 'host'>) {
  const { database, practice, log, now } = options;
  const messages = practice ? undefined : options.messages;
  const reference = await readReference(options.resourcesDir);
  return {
    database,
    key: await prepareDatabase(options),
    scans: await openScanFolder(join(options.dataDir, 'scans')),
    practice,
    reference,
    payments: practice ? practiceInbox : noPaymentInbox,
    driving: {
      classes: reference.drivingClasses.classes,
      rules: reference.drivingRules.rules,
      centres: reference.testCentres.centres,
    },
    sms: options.sms ?? (messages && codesBy(messages)),
    messages,
    log,
    metrics: openMetrics(database, hubPaths.push),
    now,
  };
}

async function listen(server: Server, { port, host }: { readonly port: number; readonly host: string }): Promise<void> {
  // A whole country may knock at once; who finds no room in the queue knocks again seconds later, and the hub never knows.
  server.listen({ port, host, backlog: limits.maxConnections });
  await once(server, 'listening');
}

type DatabaseOptions = Pick<HubOptions, 'database' | 'practice' | 'resourcesDir' | 'now'>;

/** Brings the schema, the hub's identity, the offices and, for practice, the register into being. Any hub process may do it first. */
export async function prepareDatabase(options: DatabaseOptions): Promise<HubKey> {
  const { database, practice, now } = options;
  await migrate(database);
  const key = await openHubKey(database, practice, now());
  await noticeRestore(database);
  await fillDatabase(options);
  await certifyAll(database, key);
  return key;
}

/** What every hub has from its first start on, but for the schema and who it is. */
export async function fillDatabase({ database, practice, resourcesDir, now }: DatabaseOptions): Promise<void> {
  await storeOffices(database, resourcesDir);
  await publishFirstLimits(database);
  if (!practice) return;
  await seedPractice(database, now());
  await seedPracticeDrivers(database, resourcesDir, now());
  await openPracticeSessions(database, resourcesDir, now());
  await seedPracticeTestDay(database, resourcesDir, now());
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
