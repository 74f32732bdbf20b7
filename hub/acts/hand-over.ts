import type * as z from 'zod';
import { mayBecome } from '#shared/domain/application.ts';
import { displayPlate } from '#shared/domain/plate.ts';
import type { payloads } from '#shared/protocol/messages.ts';
import { lockApplication, officesOf, publishApplication, updateApplication } from '../register/application-store.ts';
import { findLogbook, publishLogbook, updateLogbook } from '../register/logbook-store.ts';
import { movePlates } from '../register/stock-store.ts';
import { applied, refused, type ActContext, type ActOutcome } from './act.ts';

/** The owner, or who they named, took the logbook at the collection office: the application is finished. */
export async function handOver(cx: ActContext, payload: z.output<(typeof payloads)['shelf.handOver']>): Promise<ActOutcome> {
  const { sql, now, device } = cx;
  if (payload.collectedAs === 'letter' && payload.letter === null) return refused('shelf.letter-not-scanned', { plate: payload.number });
  if (payload.plates !== null) await movePlates(sql, payload.plates, { state: 'handed-over', at: payload.at });
  // Old books and plates are no record of the register's: that they were handed over is history.
  if (payload.applicationId === null) return applied;
  const before = await lockApplication(sql, payload.applicationId);
  const logbook = before && (await findLogbook(sql, before.id));
  if (!before || logbook?.number !== payload.logbookNumber) return refused('act.not-found', { logbookNumber: payload.logbookNumber ?? '' });
  if (logbook.collectionOffice !== device.officeCode) return refused('paper.not-here', { office: logbook.collectionOffice });
  const { endedBy, vehicle } = logbook;
  // What changed hands while it was good did so lawfully, whenever the hub hears of it.
  if (endedBy && payload.at >= endedBy.at)
    return refused('logbook.ended', { plate: displayPlate(vehicle.plate), number: endedBy.number, since: endedBy.at });
  if (!mayBecome(before.state, 'collected')) return refused('act.wrong-state', { state: before.state });
  const application = { ...before, state: 'collected' } as const;
  const surrender = logbook.surrender === 'required' && payload.isOldBookIn ? 'done' : logbook.surrender;
  const handedOver = { ...logbook, surrender, handedOverAt: payload.at };
  await updateApplication(sql, application, now);
  await updateLogbook(sql, handedOver);
  await publishApplication(sql, application, now);
  await publishLogbook(sql, handedOver, officesOf(before.submission));
  return applied;
}
