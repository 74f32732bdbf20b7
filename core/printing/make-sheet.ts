import type { Instant } from '#shared/base/instant.ts';
import type { Reference } from '#shared/domain/reference.ts';
import type { QueryContext } from '../context.ts';
import type { ReadDb } from '../db/database.ts';
import type { OfficeIdentity } from '../office/identity.ts';
import { layoutOf } from '../paper/layouts/layout.ts';
import { makePaper } from '../paper/papers.ts';
import type { PaperPrinter } from '../paper/printer.ts';
import { paperWords } from '../paper/words.ts';
import { openSeat } from '../people/seat.ts';
import { findUser } from '../people/service.ts';
import type { Sheet } from './drivers/driver.ts';
import type { PrintJob } from './job-store.ts';
import type { Printer } from './printer-store.ts';
import { encodeTicket } from './ticket/encode-ticket.ts';
import { layoutTicket } from './ticket/layout-ticket.ts';

export interface SheetMaker {
  readonly reader: () => ReadDb;
  readonly reference: Reference;
  readonly office: () => OfficeIdentity;
  readonly press: Pick<PaperPrinter, 'render'>;
}

/** A paper has no form for a roll. */
export class WrongWidth extends Error {}

/** Makes a job's paper of what is stored now, in the bytes that its printer takes: the printer's own commands on the network, else PDF. */
export async function makeSheet(
  maker: SheetMaker,
  { job, printer, now }: { job: PrintJob; printer: Printer; now: Instant },
): Promise<Sheet> {
  const cx = contextOf(maker, job, now);
  const made = makePaper({ cx, reference: maker.reference, locale: job.locale }, job.paper, printer.width);
  const layout = layoutOf(made.kind, made.data, paperWords[job.locale]);
  if (layout.paper !== printer.width) throw new WrongWidth(made.kind);
  const opensDrawer = printer.opensDrawer && (job.paper.kind === 'receipt' || job.paper.kind === 'test-page');
  const bytes =
    printer.way === 'network' && printer.width === '80mm'
      ? encodeTicket(layoutTicket(layout), { opensDrawer })
      : await maker.press.render(made.kind, made.data, job.locale);
  return { title: made.fileName.replace(/\.pdf$/u, ''), fileName: made.fileName, width: printer.width, bytes };
}

/** A paper is made for the person who asked for it, with what they may see now. */
function contextOf(maker: SheetMaker, { clerkId, clerkName }: PrintJob, now: Instant): QueryContext {
  const db = maker.reader();
  const roles = findUser(db, clerkId)?.roles ?? [];
  return { db, now, office: maker.office(), actor: { id: clerkId, name: clerkName, roles }, seat: openSeat(), driving: null };
}
