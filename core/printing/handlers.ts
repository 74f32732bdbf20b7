import { isPrinterAddress, paperUses, suitsWidth, type PaperUse } from '#shared/domain/print-job.ts';
import type { ReadDb } from '../db/database.ts';
import type { FeatureHandlers } from '../handler.ts';
import { AppError } from '../refusal.ts';
import { jobHandlers, type JobHandlersDeps } from './job-handlers.ts';
import { countOpenJobs, failWaiting } from './job-store.ts';
import {
  findPrinter,
  insertPrinter,
  listPrinters,
  listSetPapers,
  markRemoved,
  putSetPaper,
  removeSetPaper,
  updatePrinter,
  type Printer,
} from './printer-store.ts';
import { waysOf, type Printing } from './printing.ts';
import { queueJob } from './service.ts';

export interface PrintingHandlersDeps extends Pick<JobHandlersDeps, 'reference' | 'sheets'> {
  readonly printing: Pick<Printing, 'runner' | 'watch' | 'drivers'>;
  readonly platform: NodeJS.Platform;
}

/** Printers of this PC: found, added, set per kind of paper; and what is sent to them. */
export function printingHandlers({ reference, sheets, printing, platform }: PrintingHandlersDeps): FeatureHandlers<'printing'> {
  const { watch, drivers, runner } = printing;
  const ways = waysOf(platform);

  const standing = (printerId: string) => {
    const look = watch.lookOf(printerId);
    if (!look) return { state: 'unknown' as const, problem: null, words: '', at: null };
    const { trouble, at } = look;
    return {
      state: trouble ? ('not-ready' as const) : ('ready' as const),
      problem: trouble?.problem ?? null,
      words: trouble?.words ?? '',
      at,
    };
  };
  const usesOf = (db: ReadDb, id: string): PaperUse[] => listSetPapers(db).flatMap((set) => (set.printerId === id ? [set.use] : []));
  const lookLater = (id: string) => () => void watch.look([id]).catch(() => undefined);

  return {
    ...jobHandlers({ reference, runner, sheets }),
    printers: ({ db }) => ({
      printers: listPrinters(db).map((printer) => ({ ...printer, uses: usesOf(db, printer.id), standing: standing(printer.id) })),
      papers: paperUses.map((use) => {
        const set = listSetPapers(db).find((one) => one.use === use);
        return { use, printerId: set?.printerId ?? null, locale: set?.locale ?? 'en' };
      }),
    }),
    discover: async (cx) => {
      const known = listPrinters(cx.db);
      const found = await Promise.all(
        ways.map(async (way) => ((await drivers[way].discover?.()) ?? []).map((address) => ({ way, address }))),
      );
      const isAdded = ({ way, address }: Pick<Printer, 'way' | 'address'>) =>
        known.some((one) => one.way === way && one.address === address);
      return { ways: [...ways], found: found.flat().filter((one) => !isAdded(one)) };
    },
    addPrinter: (cx, { way, address, name, width, opensDrawer }) => {
      const typed = address.trim();
      if (!ways.includes(way) || !isPrinterAddress(way, typed)) throw new AppError('printing.address-malformed', { way, address: typed });
      refuseTakenName(cx.db, name, null);
      const id = cx.newId();
      insertPrinter(cx.db, { id, name: name.trim(), way, address: typed, width, opensDrawer }, cx.now);
      cx.afterCommit(lookLater(id));
      cx.announce('printing');
      return { id };
    },
    changePrinter: (cx, { id, name, width, opensDrawer }) => {
      getPrinter(cx.db, id);
      refuseTakenName(cx.db, name, id);
      if (usesOf(cx.db, id).some((use) => !suitsWidth(use, width))) throw new AppError('printing.width-unfit', { width });
      updatePrinter(cx.db, { id, name: name.trim(), width, opensDrawer });
      cx.announce('printing');
      return {};
    },
    removePrinter: (cx, { id }) => {
      getPrinter(cx.db, id);
      failWaiting(cx.db, id, cx.now);
      markRemoved(cx.db, id, cx.now);
      cx.announce('printing');
      return {};
    },
    setPaper: (cx, { use, printerId, locale }) => {
      if (printerId === null) removeSetPaper(cx.db, use);
      else {
        const { width } = getPrinter(cx.db, printerId);
        if (!suitsWidth(use, width)) throw new AppError('printing.width-unfit', { width });
        putSetPaper(cx.db, { use, printerId, locale });
      }
      cx.announce('printing');
      return {};
    },
    testPage: (cx, { printerId, locale }) => {
      getPrinter(cx.db, printerId);
      return { jobId: queueJob(cx, { paper: { kind: 'test-page', printerId }, locale, sheetSerial: null }) };
    },
    status: ({ db }) => ({
      printers: listPrinters(db)
        .map(({ id, name }) => ({ id, name, uses: usesOf(db, id), standing: standing(id) }))
        .filter(({ uses }) => uses.length > 0),
      ...countOpenJobs(db),
    }),
  };
}

function getPrinter(db: ReadDb, id: string): Printer {
  const printer = findPrinter(db, id);
  if (!printer) throw new AppError('act.not-found', { what: 'printer' });
  return printer;
}

function refuseTakenName(db: ReadDb, name: string, own: string | null): void {
  const plain = name.trim().toLowerCase();
  if (listPrinters(db).some((one) => one.id !== own && one.name.toLowerCase() === plain))
    throw new AppError('printing.name-taken', { name: name.trim() });
}
