import { expect, it } from 'vitest';
import { instantPlusMs } from '#shared/base/instant.ts';
import { getLogbook } from '#core/logbooks/service.ts';
import { insertCopy } from '#core/logbooks/copy-store.ts';
import { getFacts } from '#core/paper-seal/facts.ts';
import { shortCodeOf } from '#core/paper-seal/short-code.ts';
import { addApprovedLogbooks, endLogbook } from '../support/approved-logbooks.ts';
import { putVehicle } from '#core/vehicles/service.ts';
import { openPaperPc, paperHub } from '../support/paper-hub.ts';
import { codeOf, sealedAt } from './sealed.ts';

const endedBy = { number: 'EL-2026-00000777', at: instantPlusMs(sealedAt, 86_400_000), cause: 'lost' } as const;

/** A PC with the first copy of an approved eLogbook, made while it was good. */
async function printed(hub = paperHub()) {
  const pc = await openPaperPc(hub);
  const [logbook] = addApprovedLogbooks(pc.storage, { count: 1, nowMs: Date.parse(sealedAt) });
  if (!logbook) throw new Error('There is a logbook');
  const row = {
    logbookNumber: logbook.number,
    copy: 1,
    at: sealedAt,
    clerkName: 'Achieng Odhiambo',
    reason: null,
    note: '',
    supervisor: '',
  };
  pc.storage.transact((db) => insertCopy(db, row));
  return { pc, logbook, code: codeOf(pc, getFacts(pc.storage.reader, 'logbook-copy', logbook.number, 1)) };
}

it('a copy of an eLogbook says nothing of another while it stands', async () => {
  const { pc, code } = await printed();
  expect(await pc.check(code)).toMatchObject({ verdict: 'valid', replacedBy: null });
});

it('once a newer eLogbook took its place, its code and its 12 signs say that it was good, and which one is good since when', async () => {
  const { pc, logbook, code } = await printed();
  endLogbook(pc.storage, logbook, endedBy);
  const was = {
    verdict: 'valid',
    replacedBy: endedBy,
    facts: expect.arrayContaining([{ name: 'standing', onPaper: 'confirmed', here: 'ended', is: 'differs' }]),
  };
  expect(await pc.check(code)).toMatchObject(was);
  expect(await pc.checkTyped(logbook.number, shortCodeOf(code))).toMatchObject(was);
});

it('an office that never had its record says the same of it where it knows the vehicle’s newer eLogbook, and of no newer one', async () => {
  const hub = paperHub();
  const other = await openPaperPc(hub, { officeCode: 'KSM01' });
  const { pc, logbook, code } = await printed(hub);
  expect(await other.check(code)).toMatchObject({ verdict: 'valid', isKnownHere: false, newerLogbook: null });
  const asOf = endedBy.at;
  const { vehicle } = getLogbook(pc.storage.reader, logbook.id);
  const told = (logbookNumber: string) =>
    other.storage.transact((db) => putVehicle(db, { ...vehicle, logbookNumber, source: { from: 'registry', asOf } }));
  for (const number of ['EL-2025-00000001', '20240001234', logbook.number]) {
    told(number);
    expect(await other.check(code)).toMatchObject({ verdict: 'valid', newerLogbook: null });
  }
  told(endedBy.number);
  expect(await other.check(code)).toMatchObject({ replacedBy: null, newerLogbook: { number: endedBy.number, asOf } });
  endLogbook(pc.storage, logbook, endedBy);
  expect(await pc.check(code)).toMatchObject({ replacedBy: endedBy, newerLogbook: null });
});
