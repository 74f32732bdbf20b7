import { assertNever } from '#shared/base/assert-never.ts';
import type { Bug } from './bugs.ts';
import { openChance } from './chance.ts';
import { openLedger } from './ledger.ts';
import type { ModelAct, ModelEntry } from './model-entry.ts';
import { openModelHub } from './model-hub.ts';
import { openModelLine } from './model-line.ts';
import { openModelOffice, type ModelOffice } from './model-office.ts';
import { append, copyOfFile, newOfficeFile, openEpoch, takeReceipt, toSend, type OfficeFile } from './office-file.ts';
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
  readonly lost: ModelEntry[];
  /** The file was set back, and the program has not found out. */
  isUnknowing: boolean;
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
  const setBack = new Set<string>();
  /** Offices whose file went back, known or not. */
  const wentBack = new Set<string>();
  let isHubRestored = false;
  let hubOutages = 0;
  let acts = 0;

  const sites = Array.from({ length: schedule.offices }, (_, index) => openSite(`office-${index + 1}`));

  function openSite(deviceId: string): Site {
    const lineFaults: LineFault[] = [];
    const diskFaults: DiskFault[] = [];
    const file = newOfficeFile(deviceId);
    const isGone = () => site.cuts > 0 || hubOutages > 0;
    const onEpoch = (opening: ModelEntry) => {
      site.isUnknowing = false;
      site.newestEpoch = Math.max(site.newestEpoch, opening.pushed.epoch);
      ledger.wrote(opening, 'ok');
    };
    const line = openModelLine({ time, chance, hub, bug, isGone, nextFault: () => lineFaults.shift() });
    const office = openModelOffice(file, { time, chance, bug, line, nextDiskFault: () => diskFaults.shift(), onEpoch });
    const site: Site = { office, lineFaults, diskFaults, backup: copyOfFile(file), newestEpoch: 1, cuts: 0, lost: [], isUnknowing: false };
    return site;
  }

  const siteAt = (index: number): Site => {
    const site = sites[index];
    if (!site) throw new Error(`No office ${index}`);
    return site;
  };

  function write({ office: index, act, vehicle, ending }: Extract<Deed, { kind: 'write' }>): void {
    const site = siteAt(index);
    const { office } = site;
    acts += 1;
    const op = `act ${acts}`;
    const entryId = `entry ${acts}`;
    const doIt = (id: string) => append(office.file(), actOf(op, act, vehicle, office.file()), { entryId: id, nowMs: office.clockMs() });
    const isWrittenFirst = ending !== 'dies-before' && ending !== 'asks-after-death';
    const isAskedAgain = ending === 'asks-after-death' || ending === 'asks-after-commit';
    const first = isWrittenFirst ? doIt(entryId) : undefined;
    const wrote = site.isUnknowing ? ledger.wroteUnknowing : ledger.wrote;
    if (first) wrote(first, ending === 'dies-after' ? 'maybe' : 'ok');
    else ledger.tried(op);
    if (ending !== 'told') office.start();
    if (isAskedAgain && (!first || bug === 'new-id-on-retry')) wrote(doIt(first ? `${entryId} again` : entryId), 'ok');
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
    const before = office.file();
    if (isTorn(site)) return;
    office.die();
    const file = copyOfFile(backup);
    for (const entry of before.journal.values()) {
      if (!isIn(file, entry) && !hub.isHandled(file.deviceId, entry)) lose(site, entry);
    }
    if (!isKnown) site.lost.forEach(ledger.loseTrace);
    site.isUnknowing = !isKnown;
    if (!isKnown) setBack.add(file.deviceId);
    wentBack.add(file.deviceId);
    if (isKnown && bug !== 'counter-reset') {
      const newest = Math.max(site.newestEpoch, before.epoch);
      site.isUnknowing = false;
      ledger.wrote(openEpoch(file, { why: 'restored', nowMs: office.clockMs(), newest }), 'ok');
      site.newestEpoch = file.epoch;
    }
    office.start(file);
  }

  /** Known limit: who goes back again before the hub has heard of the first time may join nothing there, and a person has to help. */
  function isTorn({ office, isUnknowing }: Site): boolean {
    const { journal, firstSeqs, epoch, deviceId } = office.file();
    const opening = journal.get(firstSeqs.get(epoch) ?? 0);
    return isUnknowing || (epoch > 1 && opening !== undefined && !hub.isHandled(deviceId, opening));
  }

  /** Its file is gone, and the hub has not got it. */
  function lose(site: Site, entry: ModelEntry): void {
    site.lost.push(entry);
    ledger.forget(entry);
  }

  function restoreHub(): void {
    const before = hub.rows();
    hub.restore();
    isHubRestored = true;
    for (const { sent, deviceId } of before) {
      const site = sites.find(({ office }) => office.file().deviceId === deviceId) ?? siteAt(0);
      if (!isIn(site.office.file(), sent) && !hub.isHandled(deviceId, sent)) lose(site, sent);
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
        if (!isTorn(site)) site.backup = copyOfFile(site.office.file());
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
        // Known limit: a set-back file that goes on from a row which a restored hub no longer has joins nothing, and a person has to help.
        return setBack.size > 0 ? undefined : restoreHub();
      default:
        return assertNever(deed);
    }
  }

  /** Everything is done that needs no person. */
  function isQuiet(): boolean {
    return sites.every(({ office, cuts }) => {
      const { flights, groups, resweep } = office.state().push;
      const isSent = flights.length === 0 && groups.length === 0 && !resweep && toSend(office.file(), 0).length === 0;
      const { cursor, feed } = office.file();
      // A cursor of the feed of before a restore may bear the same number.
      return cuts === 0 && isSent && feed === hub.run() && cursor === `0:${hub.newest()}`;
    });
  }

  sites.forEach(({ office }) => office.start());
  return {
    do: doDeed,
    pass: (ms: number) => time.runUntil(time.nowMs() + ms),
    /** A person who is told that another copy of this file seems to be at work finds none, and starts the program again. */
    calm: () => {
      for (const site of sites) site.lineFaults.length = site.diskFaults.length = 0;
      sites.forEach((_, office) => doDeed({ kind: 'write', office, act: 'plain', vehicle: 0, ending: 'told' }));
      const endMs = time.nowMs() + quietMs;
      while (time.nowMs() < endMs && !isQuiet()) {
        time.runUntil(time.nowMs() + lookMs);
        for (const { office } of sites) if (office.state().stopped === 'twin') office.start();
      }
    },
    outcome: () => ({ hub, ledger, files: sites.map(({ office }) => office.file()), setBack, wentBack, isHubRestored }),
  };
}

function isIn(file: OfficeFile, { pushed }: ModelEntry): boolean {
  return file.journal.get(pushed.seq)?.pushed.hash === pushed.hash;
}
