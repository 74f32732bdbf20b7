import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { instantOf } from '#shared/base/instant.ts';
import { contract } from '#shared/contract/contract.ts';
import { typingHandlers } from '../applications/typing.ts';
import type { CommandContext } from '../context.ts';
import type { DatabaseFile } from '../db/database.ts';
import { openDispatch, type Call, type Dispatch } from '../dispatch.ts';
import { newId } from '../new-id.ts';
import type { OfficeIdentity } from '../office/identity.ts';
import { takePayment } from '../payments/service.ts';
import { findUserByLogin, insertUser } from '../people/service.ts';
import { openSeat } from '../people/seat.ts';
import { openStorage, type Storage } from '../storage.ts';
import { brokenFile, lookAtBooks, practiceCents } from './books.ts';
import { officeFile, type AtCut, type DrillMessage, type DrillOrder } from './drill-order.ts';
import { logBytes, logStanding } from './forced-bytes.ts';

export interface LifeDeps {
  readonly say: (message: DrillMessage) => void;
  /** Never returns: whoever ordered the cut ends this life. */
  readonly standStill: () => void;
  /** Only for a test that plants a fault in the engine's settings. */
  readonly afterOpening?: ((storage: Storage) => void) | undefined;
}

/** One life of a practice counter: it opens what the last cut left, looks at the books, takes money, and stops dead where it was told. */
export async function livePractice({ folder, key, cut }: DrillOrder, { say, standStill, afterOpening }: LifeDeps): Promise<void> {
  const storage = openIfWhole({ path: path.join(folder, officeFile), key: Buffer.from(key) });
  const found = storage ? lookAtBooks(storage, office.deviceId) : { acts: 0, gaps: 0, isBroken: true };
  say({ kind: 'found', found });
  if (!cut || !storage || found.isBroken) return storage?.close();
  afterOpening?.(storage);
  const counter = openCounter(storage);
  const standing = { told: found.acts, forcedFrames: forcedNow(storage) };
  const stop = (at: Omit<AtCut, 'told'>) => {
    say({ kind: 'cut', at: { told: standing.told, ...at } });
    standStill();
  };
  for (let n = 1; ; n += 1) {
    const isLast = n > cut.afterActs;
    if (isLast && cut.at === 'between-acts') stop({ forcedBytes: logBytes(standing.forcedFrames) });
    await counter.takeMoney((cx) => {
      if (isLast && cut.at === 'in-mid-act') stop({ forcedBytes: logBytes(standing.forcedFrames) });
      // What this act has put into the log may still be on its way to the disk, unless a checkpoint has taken it out already.
      if (isLast) cx.afterCommit(() => stop({ forcedBytes: logBytes(forcedBefore(storage, standing.forcedFrames)) }));
    });
    standing.told += 1;
    standing.forcedFrames = forcedNow(storage);
  }
}

function openIfWhole(file: DatabaseFile): Storage | undefined {
  try {
    return openStorage(file);
  } catch (error) {
    return brokenFile(error);
  }
}

function forcedNow(storage: Storage): number {
  return logStanding(storage.writer).forcedFrames;
}

/** What was forced when the act began. A log that was begun anew since then holds nothing but this act, and a checkpoint forces first. */
function forcedBefore(storage: Storage, forcedFrames: number): number {
  const { frames, checkpointedFrames } = logStanding(storage.writer);
  return Math.max(frames <= forcedFrames ? 0 : forcedFrames, checkpointedFrames);
}

/** No office has this number, so no practice receipt can be taken for a real one. */
const office: OfficeIdentity = {
  deviceId: '00000000-0000-8000-8000-0000000000d1',
  deviceNo: 0,
  epoch: 1,
  seriesLetter: 'A',
  officeCode: 'DRILL',
  officeName: 'Power-cut drill',
  registrar: false,
  practice: true,
  hubUrl: '',
};

interface Counter {
  takeMoney(atEnd: (cx: CommandContext) => void): Promise<void>;
}

/** The same dispatch, journal, numbers and payment as at the counter; only the person is made up. */
function openCounter(storage: Storage): Counter {
  const seat = openSeat();
  seat.sitDown(practiceClerk(storage));
  const dispatch: Dispatch = openDispatch({
    storage,
    office: () => office,
    now: Date.now,
    newId,
    guards: [],
    driving: null,
    announce: () => undefined,
    onStorageFailure: () => undefined,
  });
  const call: Call = { name: 'applications.open', procedure: contract.applications.open, seat, input: {} };
  return {
    takeMoney: async (atEnd) => {
      await dispatch.command(call, newId(), (cx) => {
        takeOnce(cx);
        atEnd(cx);
      });
    },
  };
}

function takeOnce(cx: CommandContext): void {
  const { open } = typingHandlers;
  if (typeof open !== 'function') throw new Error('Opening a case needs no preparation');
  const { id: applicationId } = open(cx, { service: 'transfer' });
  const code = `DRILL-${cx.entryId.slice(-12)}`;
  takePayment(cx, { applicationId, payer: 'Power-cut drill', method: 'card', code, amountCents: practiceCents, dueCents: practiceCents });
}

function practiceClerk(storage: Storage): string {
  const login = 'drill';
  const known = findUserByLogin(storage.reader, login);
  if (known) return known.id;
  const id = randomUUID();
  const user = {
    id,
    name: 'Drill',
    login,
    roles: ['clerk'],
    passwordHash: '',
    mustChangePassword: false,
    at: instantOf(Date.now()),
  } as const;
  storage.transact((db) => insertUser(db, user));
  return id;
}
