import { describe, expect, it } from 'vitest';
import { emptyParty, fieldsOf, isOrganisation, isSameParty, partyProblems, shortName } from './party-fields.ts';
import { partyRoles, type Party } from './party.ts';

const person: Party = {
  ...emptyParty,
  name: 'Otieno Ouma Okello',
  idNumber: '23456782',
  kraPin: 'A001234568C',
  phone: '0712 345 672',
  postalAddress: 'P.O. Box 10',
};
const company: Party = { ...person, kraPin: 'P051234571F', organisation: 'Boda Mashinani Ltd', organisationNumber: 'PVT-ABC123' };

const codes = (role: Parameters<typeof fieldsOf>[0], party: Party) =>
  partyProblems('step', role, party).map(({ field, code }) => [field.split('.').at(-1), code]);

describe('what a party is asked', () => {
  it('is everything at once where nothing is typed, in counter order', () => {
    for (const role of partyRoles) {
      const missing = partyProblems('step', role, { ...emptyParty, idKind: '' });
      expect(missing).toEqual(
        fieldsOf(role, emptyParty).map((field) => ({ step: 'step', field: `parties.${role}.${field}`, code: 'missing', facts: { role } })),
      );
    }
  });

  it('is nothing more where everything is typed well', () => {
    expect([codes('buyer', person), codes('seller', person), codes('company', company), codes('seller', company)]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });

  it('only spaces are nothing', () => {
    expect(codes('seller', { ...person, name: '   ' })).toEqual([['name', 'missing']]);
  });

  it.each<[string, Partial<Party>, string, string]>([
    ['a PIN with a typing slip', { kraPin: 'A00123456BC' }, 'kraPin', 'kra-pin.character'],
    ['a PIN of an organisation', { kraPin: 'P051234571F' }, 'kraPin', 'kra-pin.individual-expected'],
    ['a phone that rings nowhere', { phone: '0512345672' }, 'phone', 'phone.prefix'],
    ['an ID with a letter', { idNumber: '2345678O' }, 'idNumber', 'identity.character'],
    ['a name of one letter', { name: 'O' }, 'name', 'name.too-short'],
    ['a paper of no kind', { idKind: 'library-card' }, 'idKind', 'missing'],
  ])('%s is named at its own field', (_, slip, field, code) => {
    expect(codes('buyer', { ...person, ...slip })).toEqual([[field, code]]);
  });

  it('an organisation’s PIN begins with P, and a seller with such a PIN is an organisation', () => {
    expect(codes('company', { ...company, kraPin: person.kraPin })).toEqual([['kraPin', 'kra-pin.non-individual-expected']]);
    expect([isOrganisation('seller', company), isOrganisation('seller', person), isOrganisation('buyer', company)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('a mission has no PIN', () => {
    expect(fieldsOf('mission', emptyParty)).not.toContain('kraPin');
  });
});

describe('one person', () => {
  const other: Party = { ...emptyParty, idNumber: '34567890', kraPin: 'A009999999Z' };

  it.each<[string, Partial<Party>, boolean]>([
    ['by nothing alike', {}, false],
    ['by the same ID', { idNumber: person.idNumber }, true],
    ['by the same ID in another writing', { idNumber: ' 0234-56782 ' }, true],
    ['by the Maisha Namba that keeps it', { idKind: 'maisha-namba', idNumber: person.idNumber }, true],
    ['not by a passport with the same figures', { idKind: 'passport', idNumber: person.idNumber }, false],
    ['by the same PIN in small letters', { kraPin: person.kraPin.toLowerCase() }, true],
  ])('is known %s', (_, facts, same) => {
    const one = { ...other, ...facts };
    expect([isSameParty(person, one), isSameParty(one, person)]).toEqual([same, same]);
  });

  it('is not made by two parties of whom nothing is known yet', () => {
    expect(isSameParty(emptyParty, emptyParty)).toBe(false);
  });
});

describe('a short name', () => {
  it.each([
    ['Achieng Wanjiku Atieno', 'Achieng W.'],
    ['  Achieng   Wanjiku ', 'Achieng W.'],
    ['Achieng', 'Achieng'],
    ['', ''],
  ])('of %j is %j', (name, short) => {
    expect(shortName(name)).toBe(short);
  });
});

describe('one party and another', () => {
  it('are one by a PIN however it is spaced, and an owner is not their own company', () => {
    const spaced = { ...emptyParty, idNumber: '99999999', kraPin: ' a001 234568c' };
    expect(isSameParty(person, spaced)).toBe(true);
    expect(isSameParty(person, company)).toBe(false);
    expect(isSameParty(company, { ...company, name: 'Somebody Else', idNumber: '1234567', kraPin: 'P051 234571F' })).toBe(true);
  });
});
