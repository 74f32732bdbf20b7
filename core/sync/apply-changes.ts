import type * as z from 'zod';
import { assertNever } from '#shared/base/assert-never.ts';
import { changeBodies, type Change, type ChangeKind } from '#shared/protocol/messages.ts';
import { dropDriver, putDriver } from '../drivers/service.ts';
import { settleUnit } from '../batches/service.ts';
import { putLogbook } from '../logbooks/service.ts';
import { keepCertificate } from '../office/certificate.ts';
import { keepRevocation } from '../office/revocation.ts';
import { findReceipt, settlePayment } from '../payments/service.ts';
import { indexName, unindexName } from '../search/name-index.ts';
import { putLease, putSessions } from '../seats/service.ts';
import { putShelfNotice } from '../shelf/service.ts';
import { hearCheckIn, hearResult } from '../test-day/service.ts';
import { settleBooking } from '../booking-acts/service.ts';
import { putToldStock } from '../stock/service.ts';
import { putToldMovement } from '../trade-plates/service.ts';
import { dropVehicle, putVehicle } from '../vehicles/service.ts';
import { settleApplication, settleCase, settleLogbook } from './apply-application.ts';
import { hasDeferred, insertDeferred, listDeferred, outdateDeferred, removeDeferred } from './deferred.ts';
import { noteHubAct, type ApplyContext } from './hub-entry.ts';

/**
 * Makes the hub's changes this office's own, in the transaction that moves the cursor. A kind or a body that this version does not know
 * is kept for the version that does; it stops nothing else.
 */
export function applyChanges(cx: ApplyContext, changes: readonly Change[]): void {
  const isSomeKept = hasDeferred(cx.db);
  for (const change of changes) {
    const known = knownChange(change);
    if (known && isSomeKept) outdateDeferred(cx.db, known, cx.now);
    if (known) applyChange(cx, known);
    else insertDeferred(cx.db, change, cx.now);
  }
}

/** After an upgrade: what an older version could not read and this one can, in the order in which it came. How many there were. */
export function replayDeferred(cx: ApplyContext): number {
  const known = listDeferred(cx.db).flatMap(({ id, ...change }) => {
    const read = knownChange(change);
    return read ? [{ id, read }] : [];
  });
  for (const { id, read } of known) {
    applyChange(cx, read);
    removeDeferred(cx.db, id);
  }
  return known.length;
}

type Body<K extends ChangeKind> = z.output<(typeof changeBodies)[K]>;
type KnownChange = { readonly [K in ChangeKind]: { readonly kind: K; readonly key: string; readonly body: Body<K> } }[ChangeKind];

function knownChange({ kind, key, body }: Change): KnownChange | undefined {
  if (!Object.hasOwn(changeBodies, kind)) return undefined;
  const parsed = changeBodies[kind as ChangeKind].safeParse(body);
  return parsed.success ? ({ kind, key, body: parsed.data } as KnownChange) : undefined;
}

function applyChange(cx: ApplyContext, change: KnownChange): void {
  switch (change.kind) {
    case 'vehicle':
      putVehicle(cx.db, change.body);
      return cx.announce('vehicles');
    case 'driver':
      putDriver(cx.db, change.body);
      return cx.announce('drivers');
    case 'person':
      return putPerson(cx, change.body);
    case 'application':
      return settleApplication(cx, change.body);
    case 'case':
      return settleCase(cx, change.body);
    case 'logbook':
      putLogbook(cx.db, change.body);
      settleLogbook(cx, change.body);
      return cx.announce('logbooks');
    case 'unit':
      settleUnit(cx.db, change.body);
      return cx.announce('batches', 'registrar');
    case 'payment':
      return settleMoney(cx, change.body);
    case 'notice':
      return putNotice(cx, change.body);
    case 'limits':
    case 'device':
    case 'reference':
      return putHubWord(cx, change);
    case 'certificate':
      return keepCertificate(cx.db, Buffer.from(change.body.certificate, 'base64'), cx.now);
    case 'revocation':
      return keepRevocation(cx.db, change.key, change.body);
    case 'shelf-notice':
      putShelfNotice(cx.db, change.body);
      return cx.announce('shelf');
    case 'seat-lease':
      putLease(cx.db, change.body, cx.now);
      return cx.announce('tests');
    case 'test-sessions':
      putSessions(cx.db, change.body);
      return cx.announce('tests');
    case 'booking':
      settleBooking(cx.db, change.body);
      return cx.announce('tests');
    case 'test-check-in':
      hearCheckIn(cx.db, change.body);
      return cx.announce('tests');
    case 'test-result':
      hearResult(cx.db, change.body);
      return cx.announce('tests');
    case 'stock-unit':
      putToldStock(cx.db, change.body, cx.newId);
      return cx.announce('stock', 'batches');
    case 'trade-movement':
      putToldMovement(cx.db, change.body, cx.newId);
      return cx.announce('stock');
    case 'gone':
      return dropGone(cx, change.body);
    default:
      return assertNever(change);
  }
}

function putPerson(cx: ApplyContext, person: Body<'person'>): void {
  cx.db.run(
    `INSERT INTO person (id_kind, id_number, name, kra_pin, phone, postal_address, as_of) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id_kind, id_number) DO UPDATE SET name = excluded.name, kra_pin = excluded.kra_pin, phone = excluded.phone,
       postal_address = excluded.postal_address, as_of = excluded.as_of`,
    person.idKind,
    person.idNumber,
    person.name,
    person.kraPin,
    person.phone,
    person.postalAddress,
    cx.now,
  );
  indexName(cx.db, `person:${person.idKind}:${person.idNumber}`, person.name);
}

function settleMoney(cx: ApplyContext, { receiptNumber, state, foundAmountCents }: Body<'payment'>): void {
  const payment = findReceipt(cx.db, receiptNumber);
  if (!payment || !settlePayment(cx.db, receiptNumber, { state, foundAmountCents })) return;
  noteHubAct(cx, 'hub.payment', `application:${payment.applicationId}`, { receiptNumber, state, foundAmountCents });
  cx.announce('applications');
}

function putNotice(cx: ApplyContext, { id, title, text, from, until }: Body<'notice'>): void {
  cx.db.run(
    `INSERT INTO notice (id, title, text, shown_from, shown_until) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET title = excluded.title, text = excluded.text, shown_from = excluded.shown_from,
       shown_until = excluded.shown_until`,
    id,
    title,
    text,
    from,
    until,
  );
  cx.announce('notices');
}

function putHubWord(cx: ApplyContext, { kind, key, body }: KnownChange): void {
  cx.db.run(
    `INSERT INTO hub_word (kind, key, body, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (kind, key) DO UPDATE SET body = excluded.body, at = excluded.at`,
    kind,
    key,
    JSON.stringify(body),
    cx.now,
  );
  cx.announce('settings');
}

/** What the hub no longer tells of is no fact any more; what was asked for or done here is never removed by it. */
function dropGone(cx: ApplyContext, { kind, key }: Body<'gone'>): void {
  if (kind === 'vehicle') {
    dropVehicle(cx.db, key);
    cx.announce('vehicles');
  }
  if (kind === 'person') dropPerson(cx, key);
  if (kind === 'driver') {
    dropDriver(cx.db, key);
    cx.announce('drivers');
  }
  if (kind === 'notice' && cx.db.run('DELETE FROM notice WHERE id = ?', key) > 0) cx.announce('notices');
}

/** `key`: kind and number of the ID, as the hub keys its changes. */
function dropPerson({ db, announce }: ApplyContext, key: string): void {
  const idKind = key.slice(0, key.indexOf(':'));
  const idNumber = key.slice(idKind.length + 1);
  if (db.run('DELETE FROM person WHERE id_kind = ? AND id_number = ?', idKind, idNumber) === 0) return;
  unindexName(db, `person:${key}`);
  announce('vehicles');
}
