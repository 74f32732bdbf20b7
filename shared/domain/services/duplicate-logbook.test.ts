import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedByOwner, completeDuplicate } from '#tests/support/duplicate-body.ts';
import { people, registryVehicle } from '#tests/support/transfer-body.ts';
import { toDay, toInstant } from '../../base/instant.ts';
import { partyRoles } from '../party.ts';
import { emptyParty } from '../party-fields.ts';
import { scanKinds } from '../scan-kind.ts';
import type { Vehicle, VehicleOwner } from '../vehicle.ts';
import { duplicateLogbookRules as rules, duplicateReasons, type DuplicateLogbookBody, type DuplicateReason } from './duplicate-logbook.ts';

const known = { today: toDay('2026-11-23'), driving: null, openApplication: null };
const at = toInstant('2026-11-23T09:00:00.000Z');
const problems = (body: DuplicateLogbookBody) => rules.problems(body, known).map(({ field, code }) => `${field} ${code}`);

const first: VehicleOwner = {
  name: 'Wanjiru Njeri',
  idKind: 'national-id',
  idNumber: '23456781',
  kraPin: 'A001234567B',
  phone: '0712345671',
};
const second: VehicleOwner = { ...first, name: 'Nekesa Wafula', idNumber: '23456783', kraPin: 'A001234569D' };
const company: VehicleOwner = { name: 'Boda Ltd', idKind: 'organisation', idNumber: 'PVT-1', kraPin: 'P051234571F', phone: '0712345676' };

const reasons = fc.constantFrom(...duplicateReasons);
/** Any text where a person may type: letters, digits, spaces, nothing at all. */
const typed = fc.string({ maxLength: 12 });
const anyParty = fc.record({
  idKind: typed,
  idNumber: typed,
  name: typed,
  kraPin: typed,
  phone: typed,
  postalAddress: typed,
  organisation: typed,
  organisationNumber: typed,
});
const anyBody: fc.Arbitrary<DuplicateLogbookBody> = fc.record({
  service: fc.constant('duplicate-logbook' as const),
  vehicle: fc.option(
    fc.constantFrom(registryVehicle(), registryVehicle({ owners: [company] }), registryVehicle({ owners: [first, second] })),
  ),
  reason: fc.option(reasons),
  parties: fc.record({ owner: anyParty }),
  collectionOffice: typed,
  collectorIdNumber: typed,
});

function approved(reason: DuplicateReason, vehicle: Vehicle, body = completeDuplicate({ reason, vehicle })) {
  return rules.approval(body, { vehicle, feeCodes: ['duplicate-logbook', 'access-fee'], at });
}

describe('a duplicate logbook', () => {
  it.each(duplicateReasons)('of a book that is %s has no problem once it is complete', (reason) => {
    expect(problems(completeDuplicate({ reason }))).toEqual([]);
  });

  it('without anything asks for the vehicle, the reason, the office of collection and the owner', () => {
    expect(problems(rules.emptyBody())).toEqual([
      'vehicle.plate missing',
      'reason missing',
      'collectionOffice missing',
      ...['idNumber', 'name', 'kraPin', 'phone', 'postalAddress'].map((field) => `parties.owner.${field} missing`),
    ]);
  });

  it.each([
    ['lost', ['police-abstract', 'affidavit', 'tape-lift-report']],
    ['defaced', ['damaged-logbook']],
    ['conversion', ['logbook']],
  ] as const)('of a book that is %s asks its own papers', (reason, scans) => {
    expect(rules.scansNeeded(completeDuplicate({ reason }))).toEqual(scans);
  });

  it('of an organisation asks who is sent for it, with the letter that names them', () => {
    const vehicle = registryVehicle({ owners: [company] });
    const body = completeDuplicate(askedByOwner(vehicle));
    expect(problems(body)).toEqual(['name', 'idNumber'].map((field) => `parties.owner.${field} missing`));
    expect(rules.scansNeeded(body).at(-1)).toBe('delegate-letter');
    expect(rules.who(body)).toBe('Boda L.');
  });

  it('is asked for by any one of joint owners, and by nobody else', () => {
    const vehicle = registryVehicle({ owners: [first, second] });
    const by = (owner: VehicleOwner) => problems(completeDuplicate({ ...askedByOwner(registryVehicle({ owners: [owner] })), vehicle }));
    expect([by(first), by(second)]).toEqual([[], []]);
    expect(problems(completeDuplicate({ vehicle, owner: people.buyer }))).toEqual(['parties.owner.idNumber party.not-owner']);
  });

  it.each(['charge', 'caveat', 'stolen'] as const)('is stopped by a mark: %s', (kind) => {
    const vehicle = registryVehicle({ marks: [{ kind, since: toDay('2026-08-14'), by: 'Somebody' }] });
    expect(problems(completeDuplicate({ vehicle }))).toEqual([`vehicle.plate vehicle.${kind}`]);
  });

  it('names its problems in the order of its steps, each at a step and a field of its own', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        const found = rules.problems(body, known);
        const places = found.map(({ step }) => rules.steps.indexOf(step));
        expect(places).not.toContain(-1);
        expect(places).toEqual(places.toSorted((one, other) => one - other));
        expect(found.every(({ field }) => /^(vehicle|reason|collectionOffice|parties\.owner)/u.test(field))).toBe(true);
      }),
    );
  });

  it('asks only papers and people that there are, whatever is typed', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        const scans = rules.scansNeeded(body);
        expect(scans.every((kind) => scanKinds.includes(kind)) && new Set(scans).size === scans.length).toBe(true);
        expect(rules.partiesOf(body).every((role) => partyRoles.includes(role))).toBe(true);
      }),
    );
  });

  it('is confirmed anew when plate, chassis, reason or owner change, and not for the office of collection', () => {
    fc.assert(
      fc.property(anyBody, anyBody, (one, other) => {
        const facts = (body: DuplicateLogbookBody) => JSON.stringify(rules.confirmedFacts(body));
        const mine = ({ vehicle, reason, parties }: DuplicateLogbookBody) =>
          JSON.stringify([vehicle?.plate, vehicle?.chassis, reason, parties.owner]);
        expect(facts(one) === facts(other)).toBe(mine(one) === mine(other));
        expect(facts({ ...one, collectionOffice: 'MSA01', collectorIdNumber: '23456789' })).toBe(facts(one));
      }),
    );
  });
});

describe('its approval', () => {
  it('leaves everything of the vehicle as it is, whatever the reason and whoever owns it', () => {
    const owners = fc.constantFrom([first], [first, second], [company], [first, company]);
    fc.assert(
      fc.property(reasons, owners, fc.nat(9), (reason, those, previousOwners) => {
        const vehicle = registryVehicle({ owners: those, previousOwners });
        const { vehicle: after, people: changed } = approved(reason, vehicle);
        expect([after, changed]).toEqual([vehicle, []]);
      }),
    );
  });

  it.each([
    ['lost', 'not-applicable'],
    ['defaced', 'required'],
    ['conversion', 'required'],
  ] as const)('for a book that is %s says of its surrender: %s', (reason, surrender) => {
    expect(approved(reason, registryVehicle()).logbook).toMatchObject({ cause: reason, surrender });
  });

  it.each([
    ['individual', [first]],
    ['joint', [first, second]],
    ['financier', [first, company]],
    ['company', [company]],
    ['diplomatic-mission', [{ ...company, kraPin: '' }]],
  ] as const)('keeps the form of ownership: %s', (ownership, owners) => {
    expect(approved('lost', registryVehicle({ owners })).logbook).toMatchObject({ ownership });
  });

  it('writes the applicant’s address only where they are the first owner', () => {
    const vehicle = registryVehicle({ owners: [first, second] });
    const by = (owner: VehicleOwner) => completeDuplicate({ ...askedByOwner(registryVehicle({ owners: [owner] })), vehicle });
    const address = (owner: VehicleOwner) => approved('lost', vehicle, by(owner)).logbook?.postalAddress;
    expect([address(first), address(second)]).toEqual([people.seller.postalAddress, '']);
  });

  it('makes the applicant the owner of a vehicle that the register learns of from paper', () => {
    const paper = registryVehicle({ owners: [], source: { from: 'paper', asOf: at } });
    expect(approved('lost', paper).vehicle.owners).toMatchObject([{ name: people.seller.name }]);
    expect(
      approved('lost', paper, { ...completeDuplicate({ vehicle: paper }), parties: { owner: emptyParty } }).vehicle.owners,
    ).toHaveLength(1);
  });
});
