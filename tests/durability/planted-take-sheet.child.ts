import { appendFileSync } from 'node:fs';
import type { CommandContext } from '#core/context.ts';
import { takeSheet as takeProperly, type SheetWanted } from '#core/sheets/take.ts';
import { trayOf } from './paper-tray.child.ts';

export { keepsSheets, knownSerial, spoilSheet, takePlate, type SheetToSpoil, type SheetWanted } from '#core/sheets/take.ts';

/** Two ways to get it wrong, to see that the kills find them: a sheet is taken for good before its copy is, or printed on before that. */
export function takeSheet(cx: CommandContext, wanted: SheetWanted): string | null {
  const serial = takeProperly(cx, wanted);
  if (process.env['PLANTED'] === 'sheet') {
    cx.db.run('COMMIT');
    cx.db.run('BEGIN IMMEDIATE');
  } else {
    const folder = cx.db.get<{ address: string }>('SELECT address FROM printer')?.address ?? '';
    appendFileSync(trayOf(folder), `${cx.entryId} early/${wanted.copy} ${serial ?? ''}\n`);
  }
  return serial;
}
