import { instantOf, type Instant } from '#shared/base/instant.ts';
import type { ReadDb } from '../db/database.ts';
import type { Trouble } from './drivers/driver.ts';
import { listPrinters, type Printer } from './printer-store.ts';
import type { Drivers } from './runner.ts';

/** How a printer stood when it was last looked at; `trouble` null: ready. */
export interface Look {
  readonly trouble: Trouble | null;
  readonly at: Instant;
}

/** Looks at the printers of this PC now and then, so that the bottom bar says what is wrong before somebody needs them. */
export interface PrinterWatch {
  /** Undefined until it has been looked at. */
  lookOf(printerId: string): Look | undefined;
  note(printerId: string, trouble: Trouble | null): void;
  /** Looks at all of them at once, or at those named. */
  look(printerIds?: readonly string[]): Promise<void>;
  close(): void;
}

export interface WatchDeps {
  readonly reader: () => ReadDb;
  readonly drivers: Drivers;
  readonly now: () => number;
  readonly announce: () => void;
  readonly everyMs: number;
}

export function openPrinterWatch({ reader, drivers, now, announce, everyMs }: WatchDeps): PrinterWatch {
  const looks = new Map<string, Look>();
  const state = { closed: false };

  function note(printerId: string, trouble: Trouble | null): void {
    const before = looks.get(printerId);
    looks.set(printerId, { trouble, at: instantOf(now()) });
    const isNews = before?.trouble?.problem !== trouble?.problem || before?.trouble?.words !== trouble?.words || before === undefined;
    if (isNews && !state.closed) announce();
  }

  async function lookAt({ id, way, address }: Printer): Promise<void> {
    const trouble = await drivers[way].look(address).catch((): Trouble => ({ problem: 'printer-error', words: '' }));
    if (!state.closed) note(id, trouble);
  }

  const look: PrinterWatch['look'] = async (printerIds) => {
    if (state.closed) return;
    const printers = listPrinters(reader()).filter(({ id }) => printerIds?.includes(id) ?? true);
    await Promise.all(printers.map(lookAt));
  };

  const timer = setInterval(() => void look().catch(() => undefined), everyMs);
  timer.unref();
  return {
    lookOf: (printerId) => looks.get(printerId),
    note,
    look,
    close: () => {
      state.closed = true;
      clearInterval(timer);
    },
  };
}
