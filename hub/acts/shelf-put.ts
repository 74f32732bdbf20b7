import type * as z from 'zod';
import { instantPlusMs } from '#shared/base/instant.ts';
import { checkPhone } from '#shared/domain/phone.ts';
import { displayPlate, normalisePlate } from '#shared/domain/plate.ts';
import type { payloads } from '#shared/protocol/messages.ts';
import { findRow } from '../db/sql.ts';
import type { NoticeReason } from '../notices/gateway.ts';
import { dropEarlier, findTold, insertNotice, publishNotice, type NewNotice } from '../notices/outbox.ts';
import { readyText, reminderText } from '../notices/words.ts';
import { giveSerial } from '../register/plate-serial-store.ts';
import { movePlates } from '../register/stock-store.ts';
import { findLogbook } from '../register/logbook-store.ts';
import { applied, refused, type ActContext, type ActOutcome } from './act.ts';

type Payload = z.output<(typeof payloads)['shelf.put']>;
type Notice = NonNullable<Payload['notice']>;

const dayMs = 24 * 60 * 60_000;
const reminderAfterMs = 30 * dayMs;

/** An item was put on an office's shelf: its owner is to be told, and told again a month later where it still lies there. */
export async function shelfPut(cx: ActContext, payload: Payload): Promise<ActOutcome> {
  const { messages, sql, now, device } = cx;
  const { itemId, plate, plateSerial: serial, at: putAt } = payload;
  const isGiven = serial === null || (await giveSerial(sql, { serial, itemId, plate, at: putAt }));
  if (!isGiven) return refused('plate.serial-given', { serial, plate: displayPlate(plate) });
  if (payload.itemKind === 'plates') await movePlates(sql, payload.plate, { state: 'plated', at: payload.at });
  const say = (state: 'off' | 'waiting' | 'sent' | 'failed', at = now, reason: NoticeReason | null = null) =>
    publishNotice(sql, { officeCode: device.officeCode, itemId: payload.itemId, state, at, reason });
  const phone = payload.notice && checkPhone(payload.notice.phone);
  if (await isReplaced(cx, payload)) await say('failed', now, 'replaced');
  else if (!messages) await say('off');
  else if (!payload.notice || !phone) await say('failed', now, 'no-phone');
  else if (!phone.ok) await say('failed', now, 'number-rejected');
  else {
    const told = await keepNotices(cx, payload, { ...payload.notice, phone: phone.value });
    await (told ? say('sent', told.at) : say('waiting'));
  }
  return applied;
}

/** An office that has not heard yet puts a logbook down that is good no more: nobody is sent for it. */
async function isReplaced({ sql }: ActContext, { applicationId }: Payload): Promise<boolean> {
  const logbook = applicationId === null ? undefined : await findLogbook(sql, applicationId);
  return (logbook?.endedBy ?? null) !== null;
}

/** A thing that is shelved again within a day is no news to its owner, unless the phone is another. */
async function keepNotices(cx: ActContext, payload: Payload, notice: Notice): Promise<{ readonly at: ActContext['now'] } | undefined> {
  const { sql, now } = cx;
  const words = { ...payload, ...notice, office: await nameOfOffice(cx) };
  const ready = readyNotice(cx, payload, { phone: notice.phone, message: readyText(words) });
  const told = await findTold(sql, ready, instantPlusMs(now, -dayMs));
  await dropEarlier(sql, ready);
  await insertNotice(sql, told ? { ...ready, state: 'sent' } : ready);
  await insertNotice(sql, { ...ready, round: 'reminder', message: reminderText(words), nextAt: instantPlusMs(now, reminderAfterMs) });
  return told;
}

function readyNotice(
  { device, now }: ActContext,
  { itemId, itemKind, applicationId, plate }: Payload,
  message: Pick<NewNotice, 'phone' | 'message'>,
): NewNotice {
  return {
    officeCode: device.officeCode,
    itemId,
    round: 'ready',
    itemKind,
    plateKey: normalisePlate(plate),
    subject: applicationId === null ? `shelf:${itemId}` : `application:${applicationId}`,
    ...message,
    state: 'waiting',
    reason: null,
    madeAt: now,
    nextAt: now,
  };
}

async function nameOfOffice({ sql, device }: ActContext): Promise<string> {
  const office = await findRow<{ name: string }>(sql, 'SELECT name FROM office WHERE code = $1', device.officeCode);
  return office?.name ?? device.officeCode;
}
