import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Driver } from '#core/printing/drivers/driver.ts';

/** Where a printer that outlives the program keeps what came out of it. */
export function trayOf(folder: string): string {
  return path.join(folder, 'tray.txt');
}

/** Stands in for the folder: what is written to the tray has come out, whatever becomes of the program; a sheet comes out in two halves. */
export const folderDriver: Driver = {
  look: () => Promise.resolve(null),
  send: async ({ address, sheet }) => {
    const line = Buffer.from(sheet.bytes).toString();
    appendFileSync(trayOf(address), line.slice(0, -1));
    await sleep(1);
    appendFileSync(trayOf(address), line.slice(-1));
    return { kind: 'taken' };
  },
};
