import { describe, expect, it } from 'vitest';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import { act, openTestCore, type Desk } from '#tests/support/core.ts';
import { refusalOf } from '#tests/support/refused.ts';
import { completeTransfer, registryVehicle } from '#tests/support/transfer-body.ts';
import { openTransfer, transferReadyToPay, type } from '#tests/support/transfer-case.ts';

const car = { kind: 'car', plate: 'KDA417C', plateClass: 'private', wheels: 4 } as const;
const trailer = { kind: 'trailer', plate: 'ZG4170', plateClass: 'trailer', ratingCc: null, fuel: 'none', engineNumber: '' } as const;
const older = {
  receiptWidth: '80mm',
  scheduleId: 'tariff-2023',
  cashAllowed: false,
  idleLockMinutes: 5,
  factsAgeLimitMinutes: 4320,
} as const;

async function feeOf(desk: Desk, id: string, facts: Partial<Vehicle>) {
  await type(desk, id, completeTransfer({ vehicle: registryVehicle(facts) }));
  const { fee } = await desk.client.applications.get({ id });
  if (fee.kind !== 'lines') return fee;
  return [fee.scheduleId, ...fee.lines.map(({ code, amountCents }) => `${code} ${amountCents / 100}`), fee.totalCents / 100];
}

const seed = (transferKes: number) => ['seed-2026', `transfer ${transferKes}`, 'e-sticker 750', transferKes + 750];

describe('what a transfer costs', () => {
  it('changes at every band edge of seed 003, and nowhere else', async () => {
    const desk = await (await openTestCore()).signedIn('clerk');
    const { id } = await openTransfer(desk);
    const edges: readonly (readonly [ratingCc: number, transferKes: number])[] = [
      [1, 1500],
      [1000, 1500],
      [1001, 2000],
      [1200, 2000],
      [1201, 2500],
      [1500, 2500],
      [1501, 3000],
      [1700, 3000],
      [1701, 3500],
      [2000, 3500],
      [2001, 4000],
      [2500, 4000],
      [2501, 4500],
      [3000, 4500],
      [3001, 5000],
      [16_000, 5000],
    ];
    const billed = [];
    for (const [ratingCc] of edges) billed.push(await feeOf(desk, id, { ...car, ratingCc }));
    expect(billed).toEqual(edges.map(([, transferKes]) => seed(transferKes)));
  });

  it('is 3,750 for a trailer of four wheels', async () => {
    const desk = await (await openTestCore()).signedIn('clerk');
    const { id } = await openTransfer(desk);
    expect(await feeOf(desk, id, { ...trailer, wheels: 4 })).toEqual(seed(3000));
  });

  it('stops for a trailer of two wheels, and names the schedule that has no row for it', async () => {
    const desk = await (await openTestCore()).signedIn('clerk');
    const { id } = await openTransfer(desk);
    expect(await feeOf(desk, id, { ...trailer, wheels: 2 })).toEqual({
      kind: 'no-row',
      scheduleId: 'seed-2026',
      vehicleClass: 'trailer, wheels 2',
    });
  });

  it('a complete application without a row is not sent, and takes no money', async () => {
    const desk = await (await openTestCore()).signedIn('clerk');
    const ready = await transferReadyToPay(desk);
    const later = {
      ...completeTransfer({ vehicle: registryVehicle({ ...trailer, wheels: 2, plate: 'KMFP324B', chassis: 'MD2A21BY8KWL00417' }) }),
    };
    await type(desk, ready.id, later);
    const payment = { method: 'mpesa', code: 'UKM1234567', amountCents: ready.totalCents } as const;
    expect(await refusalOf(act(desk.client.applications.submit, { id: ready.id, payment }))).toMatchObject({
      code: 'fee.no-row',
      facts: { scheduleId: 'seed-2026', vehicleClass: 'trailer, wheels 2' },
    });
    expect((await desk.client.payments.list({ text: '', limit: 10, offset: 0 })).total).toBe(0);
  });

  it('follows the older tariff where the office chose it, and that has a row for the small trailer', async () => {
    const core = await openTestCore();
    const supervisor = await core.signedIn('supervisor');
    await act(supervisor.client.settings.setOffice, older);
    const { id } = await openTransfer(supervisor);
    const billed = [
      await feeOf(supervisor, id, { ...car, ratingCc: 1000 }),
      await feeOf(supervisor, id, { ...car, ratingCc: 3001, eStickerIssued: false }),
      await feeOf(supervisor, id, { ...trailer, wheels: 2 }),
    ];
    expect(billed).toEqual([
      ['tariff-2023', 'transfer 1660', 1660],
      ['tariff-2023', 'transfer 5915', 'e-sticker 700', 6615],
      ['tariff-2023', 'transfer 1030', 1030],
    ]);
  });

  it('stays what the receipt says, whatever schedule is chosen later', async () => {
    const core = await openTestCore();
    const desk = await core.signedIn('supervisor');
    const { id, totalCents } = await transferReadyToPay(desk);
    await act(desk.client.applications.submit, { id, payment: { method: 'mpesa', code: 'UKM1234567', amountCents: totalCents } });
    await act(desk.client.settings.setOffice, older);
    expect((await desk.client.applications.get({ id })).fee).toMatchObject({ kind: 'lines', scheduleId: 'seed-2026', totalCents: 225_000 });
  });
});
