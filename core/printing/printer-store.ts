import type { Instant } from '#shared/base/instant.ts';
import type { PaperUse, PrinterWay } from '#shared/domain/print-job.ts';
import type { Locale } from '#shared/text/text.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

export interface Printer {
  readonly id: string;
  readonly name: string;
  readonly way: PrinterWay;
  readonly address: string;
  readonly width: 'a4' | '80mm';
  readonly opensDrawer: boolean;
}

interface PrinterRow {
  id: string;
  name: string;
  way: PrinterWay;
  address: string;
  width: 'a4' | '80mm';
  opens_drawer: number;
}

const columns = 'id, name, way, address, width, opens_drawer';

/** Printers of this PC by name; removed ones only live on in the list of jobs. */
export function listPrinters(db: ReadDb): Printer[] {
  return db.all<PrinterRow>(`SELECT ${columns} FROM printer WHERE removed_at IS NULL ORDER BY name, id`).map(fromRow);
}

export function findPrinter(db: ReadDb, id: string): Printer | undefined {
  const row = db.get<PrinterRow>(`SELECT ${columns} FROM printer WHERE id = ? AND removed_at IS NULL`, id);
  return row && fromRow(row);
}

export function insertPrinter(db: WriteDb, printer: Printer, at: Instant): void {
  db.run(
    'INSERT INTO printer (id, name, way, address, width, opens_drawer, added_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    printer.id,
    printer.name,
    printer.way,
    printer.address,
    printer.width,
    Number(printer.opensDrawer),
    at,
  );
}

export function updatePrinter(db: WriteDb, { id, name, width, opensDrawer }: Pick<Printer, 'id' | 'name' | 'width' | 'opensDrawer'>): void {
  db.run('UPDATE printer SET name = ?, width = ?, opens_drawer = ? WHERE id = ?', name, width, Number(opensDrawer), id);
}

export function markRemoved(db: WriteDb, id: string, at: Instant): void {
  db.run('DELETE FROM paper_printer WHERE printer_id = ?', id);
  db.run('UPDATE printer SET removed_at = ? WHERE id = ?', at, id);
}

export interface SetPaper {
  readonly use: PaperUse;
  readonly printerId: string;
  readonly locale: Locale;
}

/** Which printer each kind of paper goes to; kinds without one are not among them. */
export function listSetPapers(db: ReadDb): SetPaper[] {
  return db
    .all<{ use: PaperUse; printer_id: string; locale: Locale }>('SELECT use, printer_id, locale FROM paper_printer ORDER BY use')
    .map(({ use, printer_id, locale }) => ({ use, printerId: printer_id, locale }));
}

export function putSetPaper(db: WriteDb, { use, printerId, locale }: SetPaper): void {
  db.run(
    `INSERT INTO paper_printer (use, printer_id, locale) VALUES (?, ?, ?)
     ON CONFLICT (use) DO UPDATE SET printer_id = excluded.printer_id, locale = excluded.locale`,
    use,
    printerId,
    locale,
  );
}

export function removeSetPaper(db: WriteDb, use: PaperUse): void {
  db.run('DELETE FROM paper_printer WHERE use = ?', use);
}

function fromRow({ opens_drawer, ...row }: PrinterRow): Printer {
  return { ...row, opensDrawer: opens_drawer === 1 };
}
