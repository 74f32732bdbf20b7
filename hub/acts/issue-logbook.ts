import type { NewLogbook } from '#shared/domain/services/approval.ts';
import { isAboutVehicle, type ServiceBody } from '#shared/domain/services/services.ts';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import type { LogbookRecord } from '#shared/protocol/messages.ts';
import { lockApplication, officesOf, type Application } from '../register/application-store.ts';
import {
  findApplicationOfLogbook,
  findLogbook,
  insertLogbook,
  officesOfLogbook,
  publishLogbook,
  updateLogbook,
  verifyNumberOf,
} from '../register/logbook-store.ts';
import { lockUnit } from '../register/unit-store.ts';
import type { ActContext } from './act.ts';

interface Issue {
  readonly number: string;
  readonly logbook: NewLogbook;
  readonly vehicle: Vehicle;
  /** Of the book whose place it takes, as the register has it. */
  readonly oldNumber: string | null;
}

/** Makes the record of an approved eLogbook, and ends the older one whose place it takes: a vehicle has one good logbook. */
export async function issueLogbook(cx: ActContext, { submission, id }: Application, issue: Issue): Promise<void> {
  const { number, vehicle, oldNumber } = issue;
  const { collectionOffice, collectorIdNumber } = collected(submission.body);
  const { cause, ...says } = issue.logbook;
  const record: LogbookRecord = {
    ...says,
    number,
    verifyNumber: verifyNumberOf(cx.key, number),
    applicationId: id,
    reference: submission.reference,
    collectionOffice,
    collectorIdNumber,
    issuedAt: cx.now,
    vehicle: { ...vehicle, owners: [...vehicle.owners], marks: [...vehicle.marks] },
    replaces: { number: oldNumber, cause },
    endedBy: null,
    handedOverAt: null,
  };
  await insertLogbook(cx.sql, record, submission.officeCode);
  await publishLogbook(cx.sql, record, officesOf(submission));
  if (oldNumber !== null) await endLogbook(cx, oldNumber, { number, at: cx.now, cause });
}

function collected(body: ServiceBody) {
  return isAboutVehicle(body) ? body : { collectionOffice: '', collectorIdNumber: '' };
}

/** Tells the offices that have the record of an older eLogbook that it is good no more. Books of before the hub have no record here. */
async function endLogbook({ sql }: ActContext, oldNumber: string, endedBy: NonNullable<LogbookRecord['endedBy']>): Promise<void> {
  const applicationId = await findApplicationOfLogbook(sql, oldNumber);
  // Locked before the record is read, as a hand-over does, so that neither overwrites what the other wrote.
  if (applicationId === undefined) return;
  const older = await lockApplication(sql, applicationId);
  const unit = older ? undefined : await lockUnit(sql, applicationId);
  const record = await findLogbook(sql, applicationId);
  if (!record || (!older && !unit)) return;
  const ended = { ...record, endedBy };
  await updateLogbook(sql, ended);
  await publishLogbook(sql, ended, older ? officesOf(older.submission) : officesOfLogbook(unit?.officeCode ?? '', record));
}
