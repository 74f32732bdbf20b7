import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PrintOptions, Printer } from 'pdf-to-printer';
import { isPrinterAddress } from '#shared/domain/print-job.ts';
import { writeDurably } from '../../documents/durable-file.ts';
import type { Driver, Trouble } from './driver.ts';

/** The part of pdf-to-printer that is used; the real one works on Windows only and is asked for there alone. */
export interface PdfToPrinter {
  readonly print: (file: string, options?: PrintOptions) => Promise<void>;
  readonly getPrinters: () => Promise<Printer[]>;
}

/**
 * Printers of Windows, without a dialog. Windows takes a whole job into its own queue and tells nothing after, so a job that was taken is
 * asked about at once.
 */
export function windowsDriver(load: () => Promise<PdfToPrinter> = () => import('pdf-to-printer')): Driver {
  const names = async () => (await (await load()).getPrinters()).map(({ name }) => name);

  async function look(printer: string): Promise<Trouble | null> {
    if (!isPrinterAddress('windows', printer)) return { problem: 'unknown-queue', words: printer };
    try {
      return (await names()).includes(printer) ? null : { problem: 'unknown-queue', words: printer };
    } catch (error) {
      return { problem: 'no-service', words: wordsOf(error) };
    }
  }

  return {
    look,
    send: async ({ address, sheet }) => {
      const trouble = await look(address);
      if (trouble) return { kind: 'held', ...trouble };
      const folder = await mkdtemp(path.join(tmpdir(), 'kaunta-paper-'));
      try {
        const file = path.join(folder, `${randomUUID()}.pdf`);
        await writeDurably(file, sheet.bytes);
        const paper = sheet.width === 'a4' ? ({ paperSize: 'A4', scale: 'noscale' } as const) : ({ scale: 'fit' } as const);
        await (await load()).print(file, { printer: address, silent: true, copies: 1, ...paper });
        return { kind: 'taken' };
      } catch (error) {
        return { kind: 'unsure', problem: 'printer-error', words: wordsOf(error) };
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    discover: () => names().catch(() => []),
  };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
