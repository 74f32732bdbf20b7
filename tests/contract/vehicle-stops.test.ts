import { describe, expect, it } from 'vitest';
import { toDay, toInstant } from '#shared/base/instant.ts';
import { openTestCore } from '#tests/support/core.ts';
import { withOfficeFile } from '#tests/support/made-office.ts';
import { refusalOf } from '#tests/support/refused.ts';
import { putVehicle } from '#core/vehicles/service.ts';
import { completeTransfer, registryVehicle } from '#tests/support/transfer-body.ts';
import { pay, transferReadyToPay, type, typedTransfer } from '#tests/support/transfer-case.ts';

const since = toDay('2026-08-14');

describe('a vehicle that may not be sold', () => {
  it.each([
    ['charge', 'Mkopo Bora SACCO'],
    ['caveat', 'Registrar of Motor Vehicles'],
    ['stolen', 'Kasarani Police Station'],
  ] as const)('is stopped by a %s, with its day and whose it is', async (kind, by) => {
    const desk = await (await openTestCore()).signedIn('clerk');
    const { id } = await typedTransfer(desk, { vehicle: registryVehicle({ marks: [{ kind, since, by }] }) });
    const { problems } = await desk.client.applications.get({ id });
    expect(problems).toContainEqual({ step: 'vehicle', field: 'vehicle.plate', code: `vehicle.${kind}`, facts: { since, by } });
  });

  it('is stopped by a mark that the register entered after it was typed, at the last step too', async () => {
    const core = await openTestCore();
    const ready = await transferReadyToPay(await core.signedIn('clerk'));
    await core.close();
    const stolen = registryVehicle({
      marks: [{ kind: 'stolen', since: toDay('2026-11-23'), by: 'Kasarani Police Station' }],
      source: { from: 'registry', asOf: toInstant('2026-11-23T07:00:00.000Z') },
    });
    await withOfficeFile(core.dataDir, (storage) => storage.transact((db) => putVehicle(db, stolen)));
    await core.restart();
    const desk = await core.signedIn('clerk');
    const refused = await refusalOf(pay(desk, ready));
    expect(refused.problems).toEqual([
      { step: 'vehicle', field: 'vehicle.plate', code: 'vehicle.stolen', facts: { since: '2026-11-23', by: 'Kasarani Police Station' } },
    ]);
  });

  it('is stopped by an application that was paid for, with its reference and day', async () => {
    const desk = await (await openTestCore()).signedIn('clerk');
    const first = await transferReadyToPay(desk);
    await pay(desk, first);
    const { id } = await typedTransfer(desk);
    const { problems } = await desk.client.applications.get({ id });
    expect(problems).toContainEqual({
      step: 'vehicle',
      field: 'vehicle.plate',
      code: 'vehicle.open-application',
      facts: { reference: first.reference, state: 'queued', since: expect.stringMatching(/^2026-11-23T/u) as string },
    });
    const found = await desk.client.vehicles.find({ text: 'KMFP 324B' });
    expect(found.openApplication).toMatchObject({ id: first.id, reference: first.reference, state: 'queued' });
  });

  it('of two drafts stops only the later one, by plate or by chassis', async () => {
    const desk = await (await openTestCore()).signedIn('clerk');
    const first = await typedTransfer(desk);
    const byChassis = await typedTransfer(desk, { vehicle: registryVehicle({ plate: 'KMFQ100A' }) });
    const byPlate = await typedTransfer(desk, { vehicle: registryVehicle({ chassis: 'MD2A21BY8KWL99999' }) });
    const held = async (id: string) =>
      (await desk.client.applications.get({ id })).problems.filter(({ code }) => code === 'vehicle.open-application');
    expect(await Promise.all([first, byChassis, byPlate].map(({ id }) => held(id)))).toEqual([
      [],
      [expect.objectContaining({ facts: expect.objectContaining({ reference: first.reference }) as object })],
      [expect.objectContaining({ facts: expect.objectContaining({ reference: first.reference }) as object })],
    ]);
  });

  it('is free for the later draft once the earlier one is about another vehicle', async () => {
    const desk = await (await openTestCore()).signedIn('clerk');
    const first = await typedTransfer(desk);
    const second = await typedTransfer(desk);
    await type(desk, first.id, completeTransfer({ vehicle: registryVehicle({ plate: 'KMFQ100A', chassis: 'MD2A21BY8KWL99999' }) }));
    const { problems } = await desk.client.applications.get({ id: second.id });
    expect(problems.map(({ code }) => code)).not.toContain('vehicle.open-application');
  });
});
