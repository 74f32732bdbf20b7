import { call as callProcedure, type AnyRouter } from '@orpc/server';
import { instantOf } from '#shared/base/instant.ts';
import { contract } from '#shared/contract/contract.ts';
import type { Procedure } from '#shared/contract/procedure.ts';
import type { Reference } from '#shared/domain/reference.ts';
import { applicationHandlers, type ApplicationDeps } from '#core/applications/handlers.ts';
import { batchHandlers } from '#core/batches/handlers.ts';
import { openReadingDesk } from '#core/batches/reading-desk.ts';
import { bookingAct } from '#core/booking-acts/take-seat.ts';
import { openJournalCopy } from '#core/copies/journal-copy.ts';
import { createLog } from '#core/copies/log-writer.ts';
import { pointOf } from '#core/copies/standing.ts';
import type { DatabaseFile } from '#core/db/database.ts';
import { openWriter } from '#core/db/database.ts';
import { migrate, migrations } from '#core/db/migrate.ts';
import { openDispatch, type Dispatch } from '#core/dispatch.ts';
import type { FeatureHandlers, OfficeHandlers } from '#core/handler.ts';
import { newId } from '#core/new-id.ts';
import { findIdentity, storeIdentity } from '#core/office/identity.ts';
import { openSeat, type Seat } from '#core/people/seat.ts';
import { findUserByLogin } from '#core/people/store.ts';
import { hirePracticeStaff } from '#core/practice/staff.ts';
import { readReference } from '#core/reference.ts';
import { openRouter } from '#core/router.ts';
import { searchHandlers } from '#core/search/handlers.ts';
import { seatHandlers } from '#core/seats/handlers.ts';
import type { SeatClock } from '#core/seats/service.ts';
import { openStorage, type Storage } from '#core/storage.ts';
import { newDeviceKeys } from '#core/sync/enrol.ts';
import { enrolAnswer } from '#tests/support/enrol-answer.ts';

/** The core of an office as far as a bench needs it: no workers, no line, the clerk Achieng at the desk. */
export interface BenchOffice {
  readonly storage: Storage;
  readonly dispatch: Dispatch;
  readonly handlers: BenchHandlers;
  readonly router: AnyRouter;
  readonly seat: Seat;
  close(): void;
}

interface BenchHandlers {
  readonly batches: FeatureHandlers<'batches'>;
  readonly applications: FeatureHandlers<'applications'>;
  readonly search: FeatureHandlers<'search'>;
  readonly tests: ReturnType<typeof seatHandlers>;
}

/** Makes the file of an enrolled office with its staff. */
export async function makeOfficeFile(file: DatabaseFile): Promise<void> {
  const { raw, close } = openWriter(file);
  migrate(raw, { steps: migrations, backUp: () => undefined });
  close();
  const storage = openStorage(file);
  const at = instantOf(Date.now());
  const office = { code: 'NRB01', name: 'Nairobi', registrar: true };
  const answer = enrolAnswer({ deviceNo: 2, office });
  storage.transact((db) =>
    storeIdentity(db, {
      answer,
      hubUrl: 'http://127.0.0.1:9',
      keys: newDeviceKeys(),
      at,
    }),
  );
  await hirePracticeStaff(storage, newId, at);
  storage.close();
}

/** The office's copy of its journal, beside the file as where nobody chose a folder: an act is answered once it stands there too. */
export async function copyJournal({ storage }: BenchOffice, { path: file, key }: DatabaseFile): Promise<void> {
  const copy = openJournalCopy({ now: () => instantOf(Date.now()), onChange: () => undefined });
  await copy.begin(
    () => createLog({ folder: `${file}-copy`, name: '0000000001.log', key }),
    () => ({ line: 'bench', from: null, afterTx: pointOf(storage.writer).tx, schemaVersion: 1, at: instantOf(Date.now()) }),
  );
  storage.copyTo(copy);
}

/** Opens such a file; `around` may stand between dispatch and the file. */
export function openBenchOffice(file: DatabaseFile, around: (storage: Storage) => Storage = (storage) => storage): BenchOffice {
  const storage = around(openStorage(file));
  const identity = findIdentity(storage.reader);
  const clerk = findUserByLogin(storage.reader, 'achieng');
  if (!identity || !clerk) throw new Error('Not the file of an office with its staff');
  const seat = openSeat();
  seat.sitDown(clerk.id);
  const reference = readReference('resources');
  const dispatch = openDispatch({
    driving: { classes: reference.drivingClasses.classes, rules: reference.drivingRules.rules },
    storage,
    office: () => identity,
    now: Date.now,
    newId,
    guards: [],
    announce: () => undefined,
    onStorageFailure: (failure) => {
      throw new Error(`The disk failed the bench: ${failure}`);
    },
  });
  // The worker of the bench's own build, as the program has that of its own.
  const desk = openReadingDesk(new URL('table-worker.js', import.meta.url));
  const handlers = {
    applications: applicationHandlers(applicationDeps(reference)),
    batches: batchHandlers({ storage, newId, reference, desk }),
    search: searchHandlers,
    tests: seatHandlers({ clock: seatClock, reference, tend: () => undefined }),
  };
  const beforeOpen = () => Promise.reject(new Error('The office is open'));
  const router = openRouter({
    office: () => ({ dispatch, handlers: handlers as unknown as OfficeHandlers }),
    beforeOpen,
    log: ({ facts }) => console.error(facts),
  });
  return { storage, dispatch, handlers, router, seat, close: () => storage.close() };
}

/** A PC whose clock nobody set. */
const seatClock: SeatClock = () => instantOf(Date.now());

/** What no act of a bench reaches: the hub, the vault and the scan checker. */
function applicationDeps(reference: Reference): ApplicationDeps {
  const unreached = new Proxy({}, { get: () => () => Promise.reject(new Error('A bench does not go there')) }) as never;
  return {
    reference,
    hub: unreached,
    vault: unreached,
    checker: unreached,
    sampleScan: () => unreached,
    ownActs: { 'test-booking': bookingAct(seatClock) },
  };
}

/** One procedure of the contract, called by what stands below the router, or through it. Who calls makes the id of an act beforehand. */
export interface BenchProcedure {
  /** As the router calls it, input already parsed. */
  throughDispatch(input: unknown, entryId?: string): Promise<unknown>;
  /** In process; input and output are parsed by the contract. */
  throughRouter(input: unknown, entryId?: string): Promise<unknown>;
}

/** Finds `feature.procedure` in three trees of one shape; the compiler has checked each against the contract elsewhere. */
export function procedureOf({ dispatch, handlers, router, seat }: BenchOffice, name: string): BenchProcedure {
  const [feature = '', own = ''] = name.split('.');
  const leaf = (tree: object) => (tree as Record<string, Record<string, unknown>>)[feature]?.[own] as never;
  const procedure: Procedure = leaf(contract);
  const [run, wired] = [leaf(handlers), leaf(router)];
  const callDispatch = (input: unknown, entryId: string) => {
    const call = { name, procedure, seat, input };
    if (procedure.kind === 'command') return dispatch.command(call, entryId, run);
    return procedure.kind === 'keep' ? dispatch.keep(call, run) : dispatch.query(call, run);
  };
  const isAct = procedure.kind === 'command';
  return {
    throughDispatch: (input, entryId = newId()) => callDispatch(input, entryId),
    throughRouter: (input, entryId = newId()) =>
      callProcedure(wired, (isAct ? { entryId, act: input } : input) as never, { context: { seat } } as never),
  };
}
