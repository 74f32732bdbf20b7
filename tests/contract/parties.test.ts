import { describe, expect, it } from 'vitest';
import type { Party } from '#shared/domain/party.ts';
import { act, openTestCore, type Desk } from '#tests/support/core.ts';
import { refusalOf } from '#tests/support/refused.ts';
import { completeTransfer, mpesaCode, people, registryVehicle } from '#tests/support/transfer-body.ts';
import { attachPapers, confirm, confirmAll, pay, transferReadyToPay, type, typedTransfer } from '#tests/support/transfer-case.ts';

const clerk = async (): Promise<Desk> => (await openTestCore()).signedIn('clerk');

async function problemsWith(buyer: Partial<Party>, ownership: 'individual' | 'joint' = 'individual') {
  const desk = await clerk();
  const { id } = await typedTransfer(desk, { ownership, parties: { buyer: { ...people.buyer, ...buyer } } });
  const { problems } = await desk.client.applications.get({ id });
  return problems.filter(({ code }) => code.startsWith('party.'));
}

describe('the seller is not the buyer', () => {
  const own = { step: 'buyer', field: 'parties.buyer.idNumber', code: 'party.is-seller', facts: { role: 'buyer' } };
  const { idNumber, kraPin } = people.seller;

  it.each<[string, Partial<Party>]>([
    ['by the same national ID', { idNumber }],
    ['by the same ID with zeros and spaces before it', { idNumber: ` 0${idNumber}` }],
    ['by the Maisha Namba that keeps the national number', { idKind: 'maisha-namba', idNumber }],
    ['by the same KRA PIN', { kraPin: kraPin.toLowerCase() }],
  ])('%s', async (_, buyer) => {
    expect(await problemsWith(buyer)).toEqual([own]);
  });

  it('a passport with the same figures is another person’s', async () => {
    expect(await problemsWith({ idKind: 'passport', idNumber })).toEqual([]);
  });

  it('and nobody is named twice among the new owners', async () => {
    const { idNumber: secondId } = people['second-owner'];
    expect(await problemsWith({ idNumber: secondId }, 'joint')).toEqual([
      { step: 'buyer', field: 'parties.second-owner.idNumber', code: 'party.named-twice', facts: { role: 'second-owner', other: 'buyer' } },
    ]);
  });

  it('and whoever is not an owner in the register does not sell', async () => {
    const desk = await clerk();
    const owners = [{ ...people.company, idKind: 'national-id' }].map(({ name, idKind, idNumber: number, kraPin: pin, phone }) => ({
      name,
      idKind,
      idNumber: number,
      kraPin: pin,
      phone,
    }));
    const { id } = await typedTransfer(desk, { vehicle: registryVehicle({ owners }) });
    const { problems } = await desk.client.applications.get({ id });
    expect(problems).toContainEqual({
      step: 'seller',
      field: 'parties.seller.idNumber',
      code: 'party.not-owner',
      facts: { plate: 'KMFP324B' },
    });
  });
});

describe('each party speaks for themselves', () => {
  it('the state says who is awaited', async () => {
    const desk = await clerk();
    const { id } = await typedTransfer(desk);
    await attachPapers(desk, id);
    const state = async () => (await desk.client.applications.get({ id })).line.state;
    const states = [await state()];
    for (const role of ['seller', 'buyer'] as const) {
      await confirm(desk, id, role);
      states.push(await state());
    }
    expect(states).toEqual(['draft', 'awaiting-party', 'awaiting-payment']);
  });

  it('a buyer who declines ends it, and the vehicle is free again', async () => {
    const desk = await clerk();
    const { id } = await typedTransfer(desk);
    await act(desk.client.applications.decline, { id, role: 'buyer', reason: 'Another bike was found' });
    expect((await desk.client.applications.get({ id })).line.state).toBe('declined');
    const next = await typedTransfer(desk);
    const { problems } = await desk.client.applications.get({ id: next.id });
    expect(problems.map(({ code }) => code)).not.toContain('vehicle.open-application');
    expect(await refusalOf(act(desk.client.applications.decline, { id, role: 'buyer', reason: 'Again' }))).toMatchObject({
      code: 'act.wrong-state',
      facts: { state: 'declined' },
    });
  });

  it('a changed fact asks everybody again, and the old word does not count', async () => {
    const desk = await clerk();
    const ready = await transferReadyToPay(desk);
    await type(desk, ready.id, { ...completeTransfer(), mileageKm: 50_000 });
    const { line, problems, confirmations } = await desk.client.applications.get({ id: ready.id });
    expect([line.state, confirmations.map(({ current }) => current)]).toEqual(['draft', [false, false]]);
    expect(problems.map(({ field, code }) => [field, code])).toEqual([
      ['confirm.seller', 'confirmation.outdated'],
      ['confirm.buyer', 'confirmation.outdated'],
    ]);
    expect((await refusalOf(pay(desk, ready))).code).toBe('application.incomplete');
    await confirmAll(desk, ready.id);
    expect(await pay(desk, ready)).toBe('R-NRB01-3A-000001');
  });

  it('a fact typed back to what was confirmed needs no new word', async () => {
    const desk = await clerk();
    const { id } = await transferReadyToPay(desk);
    await type(desk, id, { ...completeTransfer(), mileageKm: 50_000 });
    await type(desk, id, completeTransfer());
    expect((await desk.client.applications.get({ id })).line.state).toBe('awaiting-payment');
  });

  it('nobody confirms facts other than those on the screen', async () => {
    const desk = await clerk();
    const { id } = await typedTransfer(desk);
    await attachPapers(desk, id);
    const { contentHash } = await desk.client.applications.get({ id });
    await type(desk, id, { ...completeTransfer(), mileageKm: 50_000 });
    const proof = { method: 'typed-name', typedName: people.seller.name } as const;
    const late = act(desk.client.applications.confirm, { id, role: 'seller', declared: true, contentHash, proof });
    expect((await refusalOf(late)).code).toBe('application.confirmation-outdated');
  });

  it.each([
    ['somebody else’s name', { method: 'typed-name', typedName: 'Otieno Ouma' }, 'proof.typed-name'],
    ['a dot for a signature', { method: 'signature', path: 'M1 1' }, 'proof.signature'],
  ] as const)('%s is no confirmation', async (_, proof, code) => {
    const desk = await clerk();
    const { id } = await typedTransfer(desk);
    await attachPapers(desk, id);
    const { contentHash } = await desk.client.applications.get({ id });
    const refused = await refusalOf(act(desk.client.applications.confirm, { id, role: 'seller', declared: true, contentHash, proof }));
    expect(refused.problems).toEqual([{ step: 'confirm', field: 'proof', code, facts: {} }]);
  });

  it('a signature and a name typed in other letters are', async () => {
    const desk = await clerk();
    const { id } = await typedTransfer(desk);
    await attachPapers(desk, id);
    const { contentHash } = await desk.client.applications.get({ id });
    const give = (role: 'seller' | 'buyer', proof: { method: 'signature'; path: string } | { method: 'typed-name'; typedName: string }) =>
      act(desk.client.applications.confirm, { id, role, declared: true, contentHash, proof });
    await give('seller', { method: 'signature', path: 'M10 20 L 30 40 L 50 10 L 70 60 L 90 20' });
    await give('buyer', { method: 'typed-name', typedName: '  OTIENO  ouma okello ' });
    const { confirmations } = await desk.client.applications.get({ id });
    expect(confirmations.map(({ role, method, witness, current }) => [role, method, witness, current])).toEqual([
      ['seller', 'signature', 'Clerk Wa Majaribio', true],
      ['buyer', 'typed-name', 'Clerk Wa Majaribio', true],
    ]);
  });

  it('a code cannot be sent while the line is down, nor to nobody', async () => {
    const desk = await clerk();
    const { id } = await typedTransfer(desk, { parties: { buyer: { ...people.buyer, phone: '' } } });
    expect((await refusalOf(act(desk.client.applications.sendCode, { id, role: 'seller' }))).code).toBe('hub.unreachable');
    expect(await refusalOf(act(desk.client.applications.sendCode, { id, role: 'buyer' }))).toMatchObject({
      code: 'application.no-phone',
      facts: { role: 'buyer' },
    });
  });
});

describe('an application is not sent while it is incomplete', () => {
  it('every step that lacks something is named, and no money is taken', async () => {
    const desk = await clerk();
    const { id } = await typedTransfer(desk, { parties: { buyer: { ...people.buyer, kraPin: '' } } });
    const payment = { method: 'mpesa', code: mpesaCode(), amountCents: 225_000 } as const;
    const refused = await refusalOf(act(desk.client.applications.submit, { id, payment }));
    expect(refused).toMatchObject({ code: 'application.incomplete', facts: { count: 4 } });
    expect(refused.problems.map(({ step, field }) => [step, field])).toEqual([
      ['buyer', 'parties.buyer.kraPin'],
      ['papers', 'scans.logbook'],
      ['confirm', 'confirm.seller'],
      ['confirm', 'confirm.buyer'],
    ]);
    expect((await desk.client.payments.list({ text: '', limit: 10, offset: 0 })).total).toBe(0);
  });
});
