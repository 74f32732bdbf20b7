import path from 'node:path';
import { instantOf } from '#shared/base/instant.ts';
import { applicationHandlers } from './applications/handlers.ts';
import { expireForgotten } from './applications/expire.ts';
import { batchHandlers } from './batches/handlers.ts';
import { openReadingDesk } from './batches/reading-desk.ts';
import { removeUnfinishedLoads } from './batches/service.ts';
import type { Changes } from './changes.ts';
import type { WorkMark } from './copies/at-work.ts';
import type { Copies } from './copies/copies.ts';
import type { CopiesFile } from './copies/copies-file.ts';
import { keepEscrow } from './copies/escrow.ts';
import { copiesHandlers } from './copies/handlers.ts';
import type { ReadDb } from './db/database.ts';
import { driverHandlers } from './drivers/handlers.ts';
import { openDispatch, type Dispatch } from './dispatch.ts';
import { openScanChecker } from './documents/scan-check.ts';
import { knowsScan } from './documents/service.ts';
import { openVault } from './documents/vault.ts';
import { openDrill } from './drill/drill.ts';
import { openDiskGuard } from './guards/disk-guard.ts';
import { openOfflineGuard } from './guards/offline-guard.ts';
import { systemHandlers } from './guards/system-handlers.ts';
import type { OfficeHandlers } from './handler.ts';
import type { Host } from './host.ts';
import type { OfficeKeys } from './keys/key-file.ts';
import { logbookHandlers } from './logbooks/handlers.ts';
import { newId } from './new-id.ts';
import { findIdentity, getHubKey, getHubSealKey, getPrivateKey, getSealPrivateKey, type OfficeIdentity } from './office/identity.ts';
import { deviceGuard } from './office/device-guard.ts';
import { settlePlace } from './office/place.ts';
import { settingsHandlers } from './office/settings-handlers.ts';
import { officeHandlers } from './office/office-handlers.ts';
import { openPaperPrinter } from './paper/printer.ts';
import { checkHandlers } from './paper-check/handlers.ts';
import { paperHandlers } from './paper/handlers.ts';
import { postHandlers } from './post/handlers.ts';
import { openPostFolder } from './post/post-folder.ts';
import { paymentHandlers } from './payments/handlers.ts';
import { peopleHandlers } from './people/handlers.ts';
import { printingHandlers } from './printing/handlers.ts';
import { openPrinting } from './printing/printing.ts';
import { practiceScan } from './practice/sample-scan.ts';
import { recordHandlers } from './records/handlers.ts';
import { readReference } from './reference.ts';
import { openReferenceBook } from './reference-book.ts';
import { referenceHandlers } from './reference-handlers.ts';
import { registrarHandlers } from './registrar/handlers.ts';
import { shelfHandlers } from './shelf/handlers.ts';
import { listAct } from './school-lists/came-back.ts';
import { schoolListHandlers } from './school-lists/handlers.ts';
import { searchHandlers } from './search/handlers.ts';
import { openSeatClock } from './seats/clock.ts';
import { seatHandlers } from './seats/handlers.ts';
import { openPoolTending } from './seats/tend.ts';
import { stockHandlers } from './stock/handlers.ts';
import { tradePlateHandlers } from './trade-plates/handlers.ts';
import { sheetHandlers } from './sheets/handlers.ts';
import { sheetLedger } from './sheets/service.ts';
import type { Storage } from './storage.ts';
import { openHubClient } from './sync/hub-client.ts';
import { queueHandlers } from './sync/queue.ts';
import { openSync } from './sync/runner.ts';
import { bookingHandlers } from './booking-acts/handlers.ts';
import { bookingAct } from './booking-acts/take-seat.ts';
import { testDayHandlers } from './test-day/handlers.ts';
import { vehicleHandlers } from './vehicles/handlers.ts';

/** An office at work: its file open, its workers warm, its line watched. */
export interface RunningOffice {
  readonly dispatch: Dispatch;
  readonly handlers: OfficeHandlers;
  readonly identity: () => OfficeIdentity;
  /** A damaged file gets no backup, which would be damaged too. */
  close(why?: { readonly isDamaged: boolean }): Promise<void>;
}

export interface OpenOfficeDeps {
  readonly host: Host;
  readonly folder: string;
  readonly keys: OfficeKeys;
  readonly storage: Storage;
  readonly changes: Changes;
  readonly copies: Copies;
  readonly facts: CopiesFile;
  readonly mark: WorkMark;
  /** The file is damaged: nothing more may be written to it. */
  readonly onDamaged: () => void;
}

/** Nothing names an orphan of this age any more (RELIABILITY A8). */
const orphanAgeMs = 24 * 60 * 60_000;
const housekeepingMs = 60 * 60_000;

/** Builds and joins everything that needs an open office. */
export async function openOffice({
  host,
  folder,
  keys,
  storage,
  changes,
  copies,
  facts,
  mark,
  onDamaged,
}: OpenOfficeDeps): Promise<RunningOffice> {
  const book = openReferenceBook({
    shipped: readReference(host.resourcesDir),
    reader: () => storage.reader,
    now: () => instantOf(host.now()),
  });
  const { reference } = book;
  const identity = () => getIdentity(storage);
  // The practice office's numbers are worth nothing, and its folder may lie anywhere.
  if (!identity().practice) settlePlace(storage, { folder, nowMs: host.now(), newId });
  const vault = await openVault({ directory: path.join(folder, 'scans'), key: keys.scans });
  const checker = openScanChecker({ workerUrl: host.workers.scanCheck });
  const press = openPaperPrinter({ workerUrl: host.workers.paper, fontsDir: path.join(host.resourcesDir, 'fonts') });
  const state = { readOnly: false, cut: false };
  const hub = openHubClient({
    hubUrl: () => identity().hubUrl,
    identity,
    privateKey: getPrivateKey(storage.reader),
    fetch,
    now: host.now,
    isCut: () => state.cut,
  });
  const sync = openSync({
    storage,
    hub,
    vault,
    now: host.now,
    random: Math.random,
    newId,
    announce: changes.announce,
    log: host.log,
    line: state,
  });
  keepEscrow({ hub, storage, identity, secret: keys.secret, facts, now: host.now, onSent: () => changes.announce(['copies']) });
  const clocks = { onContact: (listener: () => void) => hub.onContact(listener), now: host.now, steadyNow: () => performance.now() };
  const offline = openOfflineGuard({ reader: () => storage.reader, ...clocks });
  const seatClock = openSeatClock({ reader: () => storage.reader, ...clocks });
  const tendSeats = openPoolTending({
    storage,
    office: identity,
    clock: seatClock,
    newId,
    ...clocks,
    onTended: () => {
      changes.announce(['tests', 'queue']);
      sync.wake();
    },
  });
  const disk = openDiskGuard({ folder, log: host.log, onChange: () => changes.announce(['line']) });
  const drill = openDrill({ folder: path.join(folder, 'drill'), workerUrl: host.workers.drill, random: Math.random });
  const printing = openPrinting({
    storage,
    now: host.now,
    log: host.log,
    announce: () => changes.announce(['printing']),
    maker: { reference, office: identity, press },
  });
  const dispatch = openDispatch({
    driving: {
      get classes() {
        return reference.drivingClasses.classes;
      },
      get rules() {
        return reference.drivingRules.rules;
      },
    },
    storage,
    office: identity,
    now: host.now,
    newId,
    guards: [deviceGuard, offline.guard, disk.guard],
    announce: (topics) => {
      state.readOnly = false;
      changes.announce(topics);
      if (topics.includes('queue')) sync.wake();
      if (topics.includes('printing')) printing.runner.wake();
    },
    onStorageFailure: (failure) => {
      state.readOnly = true;
      host.log({ level: 'error', event: 'storage.failure', facts: { failure } });
      disk.look();
      changes.announce(['queue']);
      if (failure === 'damaged') onDamaged();
    },
  });
  const readingDesk = openReadingDesk(host.workers.tableFile);
  // Whatever was brought in when the program died counts for nobody, and nobody brings anything in yet.
  await removeUnfinishedLoads(storage);
  const ownActs = { 'test-booking': bookingAct(seatClock), 'school-list': listAct };
  const handlers: OfficeHandlers = {
    people: peopleHandlers,
    batches: batchHandlers({ storage, newId, reference, desk: readingDesk }),
    stock: stockHandlers({ reference, desk: readingDesk }),
    tradePlates: tradePlateHandlers,
    applications: applicationHandlers({
      reference,
      hub,
      vault,
      checker,
      sampleScan: practiceScan,
      ownActs,
    }),
    vehicles: vehicleHandlers(hub),
    drivers: driverHandlers(hub, reference),
    office: officeHandlers({ sync, reference, seatClock, folder, isReadOnly: () => state.readOnly, changes: changes.watch }),
    queue: queueHandlers(sync),
    payments: paymentHandlers({ ownActs }),
    paper: paperHandlers(press, reference),
    printing: printingHandlers({ printing, reference, sheets: sheetLedger, platform: process.platform }),
    logbooks: logbookHandlers,
    shelf: shelfHandlers({ vault, checker, sampleScan: practiceScan }),
    tests: {
      ...seatHandlers({ clock: seatClock, reference, tend: tendSeats }),
      ...bookingHandlers({ clock: seatClock, reference, tend: tendSeats }),
    },
    schoolLists: schoolListHandlers({ clock: seatClock, reference, tend: tendSeats, desk: readingDesk, ownActs }),
    sheets: sheetHandlers,
    registrar: registrarHandlers({ reference, vault, hub }),
    search: searchHandlers,
    records: recordHandlers,
    reference: referenceHandlers(book),
    check: checkHandlers(reference),
    testDay: testDayHandlers(reference),
    settings: settingsHandlers(host.settings),
    copies: copiesHandlers({ copies, facts, folder }),
    system: systemHandlers({ offline, disk, drill, now: host.now }),
    post: postHandlers({
      folder: openPostFolder(path.join(folder, 'post')),
      vault,
      hub,
      newId,
      keys: postKeys(storage.reader),
      wake: () => sync.wake(),
    }),
  };
  const keepHouse = async () => {
    expireForgotten(storage, { now: instantOf(host.now()), newId, office: identity() });
    await vault.sweepOrphans({ known: (sha256) => knowsScan(storage.reader, sha256), olderThanMs: orphanAgeMs, nowMs: host.now() });
  };
  const housekeeping = setInterval(() => void keepHouse().catch((error: unknown) => host.log(failed(error))), housekeepingMs);
  housekeeping.unref();
  await keepHouse();
  return {
    dispatch,
    handlers,
    identity,
    close: async ({ isDamaged } = { isDamaged: false }) => {
      clearInterval(housekeeping);
      readingDesk.close();
      disk.close();
      await drill.close();
      await sync.close();
      await printing.close();
      await Promise.all([press.close(), checker.close()]);
      await vault.close();
      await (isDamaged ? copies.abandon() : copies.close());
      storage.close();
      if (!isDamaged) await mark.takeAway();
    },
  };
}

function postKeys(db: ReadDb) {
  return { privateKey: getPrivateKey(db), sealPrivateKey: getSealPrivateKey(db), hubKey: getHubKey(db), hubSealKey: getHubSealKey(db) };
}

function getIdentity(storage: Storage): OfficeIdentity {
  const identity = findIdentity(storage.reader);
  if (!identity) throw new Error('This office file was never enrolled');
  return identity;
}

function failed(error: unknown) {
  return { level: 'error', event: 'housekeeping.failed', facts: { message: String(error) } } as const;
}
