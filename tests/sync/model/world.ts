import { assertNever } from '#shared/base/assert-never.ts';
import type { Bug } from './bugs.ts';
import { openChance } from './chance.ts';
import { openLedger } from './ledger.ts';
import type { ModelAct } from './model-entry.ts';
import { openModelHub } from './model-hub.ts';
import { openModelLine } from './model-line.ts';
import { openModelOffice, type ModelOffice } from './model-office.ts';
import { append, copyOfFile, newOfficeFile, openEpoch, takeReceipt, unanswered, type OfficeFile } from './office-file.ts';
import type { Deed, DiskFault, LineFault, Schedule } from './schedule.ts';
import { openVirtualTime } from './virtual-time.ts';

/** Longer than the longest backoff, twice. */
const quietMs = 20 * 60_000;
/** How often it is looked whether all is quiet already. */
const lookMs = 15_000;
const receiptCents = 1_500_00;

interface Site {
  readonly office: ModelOffice;
  readonly lineFaults: LineFault[];
  readonly diskFaults: DiskFault[];
  backup: OfficeFile;
  /** Kept beside the file, so that a restored file knows which epochs were. */
  newestEpoch: number;
  cuts: number;
}

export type World = ReturnType<typeof openWorld>;
export type Outcome = ReturnType<World['outcome']>;

/** Runs one schedule in virtual time, has every office write one last act, and then lets line, hub and disks be good for a while. */
export function runSchedule(schedule: Schedule, bug: Bug = 'none'): Outcome {
  const world = openWorld(schedule, bug);
  for (const { afterMs, deed } of schedule.steps) {
    world.pass(afterMs);
    world.do(deed);
  }
  world.calm();
  return world.outcome();
}

function openWorld(schedule: Schedule, bug: Bug) {
  const time = openVirtualTime();
  const chance = openChance(schedule.seed);
  const hub = openModelHub({ bug, nowMs: time.nowMs, chance });
  const ledger = openLedger();
  let hubOutages = 0;
  let acts = 0;

  const sites = Array.from({ length: schedule.offices }, (_, index) => openSite(`office-${index + 1}`));

  function openSite(deviceId: string): Site {
    const lineFaults: LineFault[] = [];
    const diskFaults: DiskFault[] = [];
    const file = newOfficeFile(deviceId);
    const isGone = () => site.cuts > 0 || hubOutages > 0;
    const line = openModelLine({ time, chance, hub, bug, isGone, nextFault: () => lineFaults.shift() });
    const office = openModelOffice(file, { time, chance, bug, line, nextDiskFault: () => diskFaults.shift() });
    const site: Site = { office, lineFaults, diskFaults, backup: copyOfFile(file), newestEpoch: 1, cuts: 0 };
    return site;
  }

  const siteAt = (index: number): Site => {
    const site = sites[index];
    if (!site) throw new Error(`No office ${index}`);
    return site;
  };

  function write({ office: index, act, vehicle, ending }: Extract<Deed, { kind: 'write' }>): void {
    const { office } = siteAt(index);
    acts += 1;
    const op = `act ${acts}`;
    const entryId = `entry ${acts}`;
    const doIt = (id: string) => append(office.file(), actOf(op, act, vehicle, office.file()), { entryId: id, nowMs: office.clockMs() });
    const isWrittenFirst = ending !== 'dies-before' && ending !== 'asks-after-death';
    const isAskedAgain = ending === 'asks-after-death' || ending === 'asks-after-commit';
    const first = isWrittenFirst ? doIt(entryId) : undefined;
    if (first) ledger.wrote(first, ending === 'dies-after' ? 'maybe' : 'ok');
    else ledger.tried(op);
    if (ending !== 'told') office.start();
    if (isAskedAgain && (!first || bug === 'new-id-on-retry')) ledger.wrote(doIt(first ? `${entryId} again` : entryId), 'ok');
    office.happen({ kind: 'wakened', why: 'new-entry' });
  }

  function actOf(op: string, kind: ModelAct['kind'], vehicle: number, file: OfficeFile): ModelAct {
    const takesMoney = kind === 'sale' || kind === 'refused';
    return { op, kind, vehicle, receipt: takesMoney ? takeReceipt(file) : '', amountCents: takesMoney ? receiptCents + acts : 0 };
  }

  function cut(site: Site, forMs: number): void {
    site.cuts += 1;
    site.office.happen({ kind: 'line-cut', cut: true });
    time.later(forMs, () => {
      site.cuts -= 1;
      if (site.cuts === 0) site.office.happen({ kind: 'line-cut', cut: false });
    });
  }

  /** An older file in place of the one there is; `known` where the program is told, else it has to find out. */
  function goBack(site: Site, isKnown: boolean): void {
    const { office, backup } = site;
    const lost = office.file().journal.slice(commonLength(office.file(), backup));
    office.die();
    const file = copyOfFile(backup);
    for (const entry of lost) if (!hub.isHandled(file.deviceId, entry)) ledger.forget(entry);
    if (isKnown && bug !== 'counter-reset') {
      site.newestEpoch = Math.max(site.newestEpoch, file.epoch) + 1;
      ledger.wrote(openEpoch(file, site.newestEpoch, { why: 'restored', nowMs: office.clockMs() }), 'ok');
    }
    office.start(file);
  }

  function restoreHub(): void {
    const before = hub.rows();
    hub.restore();
    for (const { sent, deviceId } of before) {
      const { office } = sites.find((site) => site.office.file().deviceId === deviceId) ?? siteAt(0);
      const isKept = office.file().journal[sent.pushed.seq - 1]?.pushed.hash === sent.pushed.hash;
      if (!isKept && !hub.isHandled(deviceId, sent)) ledger.forget(sent);
    }
  }

  function doDeed(deed: Deed): void {
    switch (deed.kind) {
      case 'write':
        return write(deed);
      case 'line-fault':
        return void siteAt(deed.office).lineFaults.push(deed.fault);
      case 'disk-fault':
        return void siteAt(deed.office).diskFaults.push(deed.fault);
      case 'crash':
        return siteAt(deed.office).office.start();
      case 'try-now':
        return siteAt(deed.office).office.happen({ kind: 'wakened', why: 'try-now' });
      case 'cut':
        return cut(siteAt(deed.office), deed.forMs);
      case 'set-clock':
        return siteAt(deed.office).office.setClock(deed.byMs);
      case 'back-up': {
        const site = siteAt(deed.office);
        site.backup = copyOfFile(site.office.file());
        return;
      }
      case 'restore':
        return goBack(siteAt(deed.office), true);
      case 'set-back':
        return goBack(siteAt(deed.office), false);
      case 'hub-down':
        hubOutages += 1;
        time.later(deed.forMs, () => {
          hubOutages -= 1;
        });
        return;
      case 'back-up-hub':
        return hub.backUp();
      case 'restore-hub':
        return restoreHub();
      default:
        return assertNever(deed);
    }
  }

  /** Everything is done that needs no person. */
  function isQuiet(): boolean {
    return sites.every(({ office, cuts }) => {
      const { flights, groups, resweep } = office.state().push;
      const isSent = flights.length === 0 && groups.length === 0 && !resweep && unanswered(office.file(), 0).length === 0;
      return cuts === 0 && isSent && office.file().cursor === `0:${hub.newest()}`;
    });
  }

  sites.forEach(({ office }) => office.start());
  return {
    do: doDeed,
    pass: (ms: number) => time.runUntil(time.nowMs() + ms),
    calm: () => {
      for (const site of sites) site.lineFaults.length = site.diskFaults.length = 0;
      sites.forEach((_, office) => doDeed({ kind: 'write', office, act: 'plain', vehicle: 0, ending: 'told' }));
      const endMs = time.nowMs() + quietMs;
      while (time.nowMs() < endMs && !isQuiet()) time.runUntil(time.nowMs() + lookMs);
    },
    outcome: () => ({ hub, ledger, files: sites.map(({ office }) => office.file()) }),
  };
}

function commonLength(one: OfficeFile, other: OfficeFile): number {
  const different = one.journal.findIndex(({ pushed }, index) => pushed.hash !== other.journal[index]?.pushed.hash);
  return different === -1 ? one.journal.length : different;
}
