import { makeSheet, type SheetMaker } from './make-sheet.ts';
import { cupsDriver } from './drivers/cups.ts';
import type { Driver } from './drivers/driver.ts';
import { folderDriver } from './drivers/folder.ts';
import { networkDriver } from './drivers/network.ts';
import { windowsDriver } from './drivers/windows.ts';
import { openPrintRunner, type Drivers, type PrintRunner, type RunnerDeps } from './runner.ts';
import { openPrinterWatch, type PrinterWatch } from './watch.ts';

/** Everything that prints in an open office. */
export interface Printing {
  readonly runner: PrintRunner;
  readonly watch: PrinterWatch;
  readonly drivers: Drivers;
  close(): Promise<void>;
}

export interface PrintingDeps extends Pick<RunnerDeps, 'storage' | 'now' | 'log' | 'announce'> {
  readonly maker: Omit<SheetMaker, 'reader'>;
}

const lookEveryMs = 30_000;

/** Opens the printers; jobs that were under way when the program ended are taken up at once. */
export function openPrinting({ storage, now, log, announce, maker }: PrintingDeps): Printing {
  const drivers: Drivers = { cups: cupsDriver(), network: networkDriver(), windows: windowsDriver(), folder: folderDriver };
  const reader = () => storage.reader;
  const watch = openPrinterWatch({ reader, drivers, now, announce, everyMs: lookEveryMs });
  const runner = openPrintRunner({
    storage,
    drivers,
    now,
    log,
    announce,
    makeSheet: (job) => makeSheet({ ...maker, reader }, job),
    onTrouble: (printerId, trouble) => watch.note(printerId, trouble),
  });
  runner.wake();
  void watch.look().catch(() => undefined);
  return {
    runner,
    watch,
    drivers,
    close: async () => {
      watch.close();
      await runner.close();
    },
  };
}

/** The ways that this PC has; a folder is always there. */
export function waysOf(platform: NodeJS.Platform): readonly (keyof Record<keyof Drivers, Driver>)[] {
  return platform === 'win32' ? ['windows', 'network', 'folder'] : ['cups', 'network', 'folder'];
}
