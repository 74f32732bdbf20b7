import { describe, expect, it } from 'vitest';
import { completeTransfer, people, registryVehicle } from '#tests/support/transfer-body.ts';
import { toDay } from '../../base/instant.ts';
import { partyRoles } from '../party.ts';
import type { Vehicle } from '../vehicle.ts';
import { partyOfOwner } from './owner-part.ts';
import { ownershipTypes } from './ownership.ts';
import { newOwnersOf, transferRules, type TransferBody } from './transfer.ts';

const known = { today: toDay('2026-11-23'), driving: null, openApplication: null };
const problems = (body: TransferBody) => transferRules.problems(body, known).map(({ field, code }) => `${field} ${code}`);

function fromPaper(facts: Partial<Vehicle>): TransferBody {
  const source = { from: 'paper', asOf: registryVehicle().source.asOf } as const;
  return completeTransfer({ vehicle: registryVehicle({ source, owners: [], ...facts }) });
}

describe('a transfer', () => {
  it.each(ownershipTypes)('to: %s has no problem once it is complete', (form) => {
    expect(problems(completeTransfer({ ownership: form }))).toEqual([]);
  });

  it('without anything asks for the vehicle, the seller, the form and the office of collection', () => {
    expect(problems(transferRules.emptyBody())).toEqual([
      'vehicle.plate missing',
      ...['idNumber', 'name', 'kraPin', 'phone'].map((field) => `parties.seller.${field} missing`),
      'ownership missing',
      'collectionOffice missing',
    ]);
  });

  it.each(ownershipTypes)('to: %s never asks anything of somebody who takes no part', (form) => {
    const body = completeTransfer({ ownership: form });
    const outside = partyRoles.filter((role) => !['seller', ...newOwnersOf(form)].includes(role));
    const nonsense = Object.fromEntries(outside.map((role) => [role, { ...people.seller, kraPin: '?' }]));
    expect(problems({ ...body, parties: { ...body.parties, ...nonsense } })).toEqual([]);
  });

  it('names who sells and who takes over, as far as they are known', () => {
    expect(transferRules.who(completeTransfer())).toBe('Wanjiru N. → Otieno O.');
    expect(transferRules.who(transferRules.emptyBody())).toBe('? → ?');
  });
});

describe('what the parties confirm', () => {
  const facts = (body: TransferBody) => JSON.stringify(transferRules.confirmedFacts(body));
  const body = completeTransfer({ ownership: 'joint' });

  it('changes with every fact that is theirs', () => {
    const changed: TransferBody[] = [
      { ...body, mileageKm: 1 },
      { ...body, ownership: 'individual' },
      { ...body, vehicle: registryVehicle({ plate: 'KMFP325B' }) },
      { ...body, vehicle: registryVehicle({ chassis: 'MD2A21BY8KWL00418' }) },
      ...(['seller', 'buyer', 'second-owner'] as const).map((role) => ({
        ...body,
        parties: { ...body.parties, [role]: { ...body.parties[role], postalAddress: 'P.O. Box 99' } },
      })),
    ];
    expect(new Set([body, ...changed].map(facts)).size).toBe(changed.length + 1);
  });

  it('does not change with where the logbook is collected, nor with when the register was asked', () => {
    const asked = registryVehicle({ source: { from: 'registry', asOf: '2026-11-23T09:00:00.000Z' as Vehicle['source']['asOf'] } });
    for (const other of [{ collectionOffice: 'MSA01' }, { collectorIdNumber: '23456789' }, { vehicle: asked }]) {
      expect(facts({ ...body, ...other })).toBe(facts(body));
    }
  });
});

describe('a vehicle read from its paper', () => {
  it('is checked field by field', () => {
    const slips = fromPaper({ plate: 'KMFP32OB', chassis: 'MD2', engineNumber: '', make: '', colour: ' ', yearOfManufacture: 2031 });
    expect(problems(slips)).toEqual([
      'vehicle.plate plate.letter-i-or-o',
      'vehicle.chassis chassis.length',
      expect.stringContaining('vehicle.engineNumber '),
      'vehicle.make missing',
      'vehicle.colour missing',
      'vehicle.yearOfManufacture vehicle.year',
    ]);
    expect(problems(fromPaper({}))).toEqual([]);
  });

  it('may be next year’s model, and a trailer has no engine', () => {
    expect(problems(fromPaper({ yearOfManufacture: 2027 }))).toEqual([]);
    expect(problems(fromPaper({ plate: 'ZG4170', plateClass: 'trailer', kind: 'trailer', engineNumber: '' }))).toEqual([]);
  });

  it('with a letter that no VIN has is asked about and not stopped', () => {
    const body = fromPaper({ chassis: 'MD2A21BY8KWLO0417' });
    expect([problems(body), transferRules.warnings(body, { driving: null }).map(({ code }) => code)]).toEqual([
      [],
      ['chassis.letter-not-in-vin'],
    ]);
  });

  it('of the register is taken as the register has it', () => {
    expect(problems(completeTransfer({ vehicle: registryVehicle({ chassis: 'X1', engineNumber: '', make: '' }) }))).toEqual([]);
  });
});

describe('a registered owner as the seller', () => {
  it('may be a company, known by its PIN; whoever acts for it is asked for', () => {
    const owner = { name: 'Boda Mashinani Ltd', idKind: 'company', idNumber: 'PVT-ABC123', kraPin: 'P051234571F', phone: '0712345676' };
    const seller = partyOfOwner(owner);
    expect([seller.organisation, seller.name]).toEqual(['Boda Mashinani Ltd', '']);
    const vehicle = registryVehicle({ owners: [owner] });
    const { name, idNumber } = people['second-owner'];
    expect(problems(completeTransfer({ vehicle, parties: { seller } }))).toEqual([
      'parties.seller.name missing',
      'parties.seller.idNumber missing',
    ]);
    expect(problems(completeTransfer({ vehicle, parties: { seller: { ...seller, name, idNumber } } }))).toEqual([]);
    expect(problems(completeTransfer({ vehicle, parties: { seller: { ...seller, name, idNumber, kraPin: 'P051234572G' } } }))).toEqual([
      'parties.seller.kraPin party.not-owner',
    ]);
  });
});
