import { describe, expect, it } from 'vitest';
import { emptyParty, type PartyField } from '#shared/domain/party-fields.ts';
import type { ScanKind } from '#shared/domain/scan-kind.ts';
import { ownershipTypes, type OwnershipType } from '#shared/domain/services/ownership.ts';
import { newOwnersOf, type TransferRole } from '#shared/domain/services/transfer.ts';
import { openTestCore, type Desk } from '#tests/support/core.ts';
import { completeTransfer } from '#tests/support/transfer-body.ts';
import { attachPapers, confirmAll, openTransfer, type } from '#tests/support/transfer-case.ts';

/** What each form of ownership asks (seed 003 and DOMAIN §4.3), written down apart from the rules. */
const asked: Readonly<Record<OwnershipType, { confirmers: readonly TransferRole[]; scans: readonly ScanKind[] }>> = {
  individual: { confirmers: ['seller', 'buyer'], scans: ['logbook'] },
  joint: { confirmers: ['seller', 'buyer', 'second-owner'], scans: ['logbook'] },
  financier: { confirmers: ['seller', 'buyer', 'financier'], scans: ['logbook', 'financier-letter'] },
  'diplomatic-mission': { confirmers: ['seller', 'mission'], scans: ['logbook', 'mission-letter'] },
  company: { confirmers: ['seller', 'company'], scans: ['logbook', 'incorporation-certificate', 'delegate-letter'] },
};

const person: readonly PartyField[] = ['idKind', 'idNumber', 'name', 'kraPin', 'phone'];
const fields: Readonly<Record<TransferRole, readonly PartyField[]>> = {
  seller: person,
  buyer: [...person, 'postalAddress'],
  'second-owner': person,
  financier: [...person, 'organisation', 'organisationNumber'],
  mission: [...person.filter((field) => field !== 'kraPin'), 'organisation', 'organisationNumber', 'postalAddress'],
  company: [...person, 'organisation', 'organisationNumber', 'postalAddress'],
};

async function problemsOf({ client }: Desk, id: string): Promise<string[]> {
  const { problems } = await client.applications.get({ id });
  return problems.map(({ field, code }) => `${field} ${code}`).toSorted();
}

describe.each(ownershipTypes)('a transfer to: %s', (ownership) => {
  const { confirmers, scans } = asked[ownership];

  it('is complete with its own parties, fields and papers, and asks no other', async () => {
    const desk = await (await openTestCore()).signedIn('clerk');
    const { id } = await openTransfer(desk);
    await type(desk, id, completeTransfer({ ownership }));
    const typed = await desk.client.applications.get({ id });
    expect([typed.confirmers, typed.scansNeeded]).toEqual([confirmers, scans]);
    await attachPapers(desk, id);
    await confirmAll(desk, id);
    const { problems, line } = await desk.client.applications.get({ id });
    expect([problems, line.state]).toEqual([[], 'awaiting-payment']);
  });

  it('names each field, each paper and each confirmation that is missing', async () => {
    const desk = await (await openTestCore()).signedIn('clerk');
    const { id } = await openTransfer(desk);
    const body = completeTransfer({ ownership });
    // The kind of paper always has a first choice on screen, so it is never empty by itself.
    const parties = { ...body.parties, ...Object.fromEntries(confirmers.map((role) => [role, { ...emptyParty, idKind: '' }])) };
    await type(desk, id, { ...body, parties, collectionOffice: '' });
    const missing = confirmers.flatMap((role) => fields[role].map((field) => `parties.${role}.${field} missing`));
    const papers = scans.map((kind) => `scans.${kind} scan.missing`);
    const words = confirmers.map((role) => `confirm.${role} confirmation.missing`);
    expect(await problemsOf(desk, id)).toEqual([...missing, ...papers, ...words, 'collectionOffice missing'].toSorted());
  });

  it('names the one field that was left out', async () => {
    const desk = await (await openTestCore()).signedIn('clerk');
    const { id } = await openTransfer(desk);
    const body = completeTransfer({ ownership });
    const [first = 'buyer'] = newOwnersOf(ownership);
    const before = await (await type(desk, id, body), problemsOf(desk, id));
    for (const field of fields[first]) {
      await type(desk, id, { ...body, parties: { ...body.parties, [first]: { ...body.parties[first], [field]: '' } } });
      const added = (await problemsOf(desk, id)).filter((problem) => !before.includes(problem));
      expect(added).toEqual([`parties.${first}.${field} missing`]);
    }
  });
});
