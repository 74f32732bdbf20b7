import { describe, expect, it } from 'vitest';
import { v7 as newId } from 'uuid';
import { instantOf, toDay, type Day } from '#shared/base/instant.ts';
import { textOfPages } from '#core/paper/pdf-text.ts';
import { insertItem, listItems } from '#core/shelf/store.ts';
import { addApprovedLogbooks } from '#tests/support/approved-logbooks.ts';
import { mondayMorning } from '#tests/support/clock.ts';
import { act, openTestCore, type Desk } from '#tests/support/core.ts';
import { whileClosed } from '#tests/support/hub-says.ts';
import { notAPdf } from '#tests/support/pdf-samples.ts';
import { refusalOf } from '#tests/support/refused.ts';
import { numberedVehicle } from '#tests/support/transfer-body.ts';
import { scanFile } from '#tests/support/transfer-case.ts';

const dayMs = 24 * 60 * 60_000;
const plateOf = (n: number) => numberedVehicle(n).plate;
const ownersId = numberedVehicle(0).owners[0]?.idNumber ?? '';
const signed = { method: 'typed-name', typedName: 'Amina Mwangi' } as const;

/** An office with three approved logbooks, the first two printed. */
async function counter(surrender: 'required' | 'not-applicable' = 'not-applicable') {
  const core = await openTestCore();
  const logbooks = await whileClosed(core, (storage) => {
    const added = addApprovedLogbooks(storage, { count: 3, nowMs: mondayMorning });
    storage.transact((db) => db.run('UPDATE logbook SET surrender = ?', surrender));
    return added;
  });
  const clerk = await core.signedIn('clerk');
  for (const { id } of logbooks.slice(0, 2)) {
    await act(clerk.client.logbooks.issueCopy, { id, sheetSerial: null, further: null, locale: 'en' });
  }
  return { core, clerk, ids: logbooks.map(({ id }) => id) };
}

function putCopy({ client }: Desk, applicationId: string, place = 'B-14-3') {
  return act(client.shelf.put, { what: { kind: 'elogbook-copy', applicationId }, place, locale: 'en' });
}

function putPlates({ client }: Desk, plate: string, place: string) {
  const what = { kind: 'plates', plate, number: '', owner: 'Otieno Karanja', idNumber: '29876543', phone: '' } as const;
  return act(client.shelf.put, { what, place, locale: 'en' });
}

interface Collected {
  readonly idNumber?: string;
  readonly letter?: { readonly signedBy: string; readonly day: Day; readonly scan: File | null } | null;
  readonly isOldBookIn?: boolean;
}

function handOver({ client }: Desk, itemId: string, { idNumber = ownersId, letter = null, isOldBookIn = false }: Collected = {}) {
  const collector = { name: 'Amina Mwangi', idNumber };
  return act(client.shelf.handOver, { what: { itemId }, collector, letter, proof: signed, isOldBookIn });
}

const waiting = ({ client }: Desk, text = '') => client.shelf.list({ text, state: 'waiting', band: null });

describe('a copy on the shelf', () => {
  it('stands at one place, is found by plate, place and its owner’s whole ID, moves, and is handed over once', async () => {
    const { clerk, ids } = await counter();
    const [first = '', second = '', unprinted = ''] = ids;
    const { id } = await putCopy(clerk, first, ' b 14/3 ');
    expect((await refusalOf(putCopy(clerk, first, 'C-1'))).code).toBe('shelf.already-there');
    expect((await refusalOf(putCopy(clerk, unprinted))).code).toBe('shelf.not-printed');
    expect((await refusalOf(putCopy(clerk, second, 'by the window, left'))).code).toBe('shelf.place-shape');
    for (const text of [plateOf(0), plateOf(0).toLowerCase(), 'B-14-3', ownersId]) {
      expect((await waiting(clerk, text)).items).toMatchObject([{ id, place: 'B-14-3', days: 0, notice: null }]);
    }
    await act(clerk.client.shelf.move, { id, place: 'A-1' });
    expect((await waiting(clerk)).items).toMatchObject([{ id, place: 'A-1' }]);
    expect(await handOver(clerk, id)).toEqual({ collectedAs: 'owner', slipNumber: expect.stringMatching(/^H-.*-000001$/u) });
    expect((await refusalOf(handOver(clerk, id))).code).toBe('shelf.not-waiting');
    expect((await waiting(clerk)).total).toBe(0);
    expect((await clerk.client.logbooks.list({ text: '' })).find(({ applicationId }) => applicationId === first)?.state).toBe('collected');
  });

  it('goes to its owner, to nobody else without a letter and its scan, and its papers show no number of a person in full', async () => {
    const { clerk, ids } = await counter();
    const { id } = await putCopy(clerk, ids[0] ?? '');
    expect((await refusalOf(handOver(clerk, id, { idNumber: '31234567' }))).code).toBe('logbook.wrong-collector');
    const shown = JSON.stringify(await waiting(clerk));
    expect(shown).not.toContain(ownersId);
    const bring = (scan: File | null) =>
      handOver(clerk, id, { idNumber: '31234567', letter: { signedBy: 'Amina Mwangi', day: toDay('2026-11-20'), scan } });
    expect(await refusalOf(bring(null))).toMatchObject({ code: 'shelf.letter-not-scanned', facts: { plate: 'KMDA 100A' } });
    const text = new File([new Uint8Array(notAPdf())], 'letter.pdf');
    expect(await refusalOf(bring(text))).toMatchObject({ code: 'scan.refused', problems: [{ code: 'scan.not-a-pdf' }] });
    expect((await waiting(clerk)).total).toBe(1);
    expect(await bring(scanFile('letter.pdf'))).toMatchObject({ collectedAs: 'letter' });
  });

  it('keeps the letter by which it was handed over, for whoever asks', async () => {
    const { clerk, ids } = await counter();
    const { id } = await putCopy(clerk, ids[0] ?? '');
    const scan = scanFile('letter.pdf');
    const letter = { signedBy: 'Amina Mwangi', day: toDay('2026-11-20'), scan };
    const { slipNumber } = await handOver(clerk, id, { idNumber: '31234567', letter });
    const { items } = await clerk.client.shelf.list({ text: '', state: 'handed-over', band: null });
    expect(items).toMatchObject([{ id, slipNumber, letterSha256: expect.stringMatching(/^[0-9a-f]{64}$/u) }]);
    const kept = await clerk.client.applications.scan({ sha256: items[0]?.letterSha256 ?? '' });
    expect(Buffer.from(await kept.arrayBuffer()).equals(Buffer.from(await scan.arrayBuffer()))).toBe(true);
    expect((await refusalOf(act(clerk.client.shelf.replaceLetter, { slipNumber, file: scan }))).code).toBe('scan.not-lost');
  });

  it('is not given away while the old book must still be given up', async () => {
    const { clerk, ids } = await counter('required');
    const { id } = await putCopy(clerk, ids[0] ?? '');
    expect((await refusalOf(handOver(clerk, id))).code).toBe('shelf.surrender-missing');
    await handOver(clerk, id, { isOldBookIn: true });
    const { items } = await clerk.client.shelf.list({ text: '', state: 'handed-over', band: null });
    expect(items).toMatchObject([{ id, surrender: 'done' }]);
  });

  it('changes hands also where it never stood on a shelf', async () => {
    const { clerk, ids } = await counter();
    const what = { applicationId: ids[1] ?? '' };
    const collector = { name: 'Amina Mwangi', idNumber: ownersId };
    await act(clerk.client.shelf.handOver, { what, collector, letter: null, proof: signed, isOldBookIn: false });
    const look = await clerk.client.shelf.look({ code: plateOf(1) });
    expect([look.items, look.logbooks]).toEqual([[], []]);
  });
});

describe('taking stock of a place', () => {
  it('finds what is there, missing, belongs elsewhere or is unknown, and sets the records right', async () => {
    const { clerk } = await counter();
    const [kept, gone, astray] = [
      await putPlates(clerk, 'KMFA 101A', 'B-1'),
      await putPlates(clerk, 'KMFA 102A', 'B-1'),
      await putPlates(clerk, 'KMFA 103A', 'B-2'),
    ];
    const found = await act(clerk.client.shelf.takeStock, { place: 'b-1', codes: ['KMFA 101A', 'kmfa103a', 'KMFA 999Z', 'KMFA101A'] });
    expect(found).toMatchObject({
      place: 'B-1',
      present: 1,
      missing: [{ id: gone.id }],
      moved: [{ id: astray.id, from: 'B-2' }],
      unknown: ['KMFA 999Z'],
    });
    expect((await waiting(clerk)).items.map(({ id, place }) => [id, place])).toEqual([
      [kept.id, 'B-1'],
      [astray.id, 'B-1'],
    ]);
    await act(clerk.client.shelf.takeStock, { place: 'B-2', codes: ['KMFA 102A'] });
    expect((await waiting(clerk, 'KMFA102A')).items).toMatchObject([{ id: gone.id, place: 'B-2' }]);
  });

  it('counts a plate once for its book and once for its plates, as often as it is scanned', async () => {
    const { clerk } = await counter();
    await putPlates(clerk, 'KMFA 101A', 'B-1');
    const what = { kind: 'paper-logbook', plate: 'KMFA 101A', number: '', owner: 'Otieno Karanja', idNumber: '', phone: '' } as const;
    const book = await act(clerk.client.shelf.put, { what, place: 'B-1', locale: 'en' });
    const once = await act(clerk.client.shelf.takeStock, { place: 'B-1', codes: ['KMFA 101A'] });
    expect(once).toMatchObject({ present: 1, missing: [{ id: book.id }] });
    const twice = await act(clerk.client.shelf.takeStock, { place: 'B-1', codes: ['KMFA 101A', 'KMFA 101A', 'KMFA 101A'] });
    expect(twice).toMatchObject({ present: 2, missing: [], unknown: [] });
  });
});

describe('the ageing report', () => {
  it('counts whole days, and its file can hold no formula', async () => {
    const { core } = await counter();
    core.moveClock(-200 * dayMs);
    const before = await core.signedIn('clerk');
    const what = { kind: 'paper-logbook', plate: 'KDA 123A', number: '', owner: '=HYPERLINK("x")', idNumber: '', phone: '' } as const;
    await act(before.client.shelf.put, { what, place: 'Z-9', locale: 'en' });
    core.moveClock(200 * dayMs + 60_000);
    const clerk = await core.signedIn('clerk');
    const { bands, total } = await clerk.client.shelf.ageing({});
    expect([total, bands.length]).toEqual([1, 5]);
    const text = await (await clerk.client.shelf.ageingFile({ band: null, locale: 'en' })).text();
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
  });

  it('comes as a paper in the language that is asked for, the longest first', async () => {
    const core = await openTestCore({ printsPaper: true });
    await putPlates(await core.signedIn('clerk'), 'KMZZ101A', 'A-1');
    core.moveClock(9 * dayMs);
    const clerk = await core.signedIn('clerk');
    await putPlates(clerk, 'KMZZ102A', 'A-2');
    const report = async (locale: 'en' | 'sw') => {
      const file = await clerk.client.paper.get({ paper: { kind: 'shelf-report' }, width: 'a4', locale });
      return (await textOfPages(new Uint8Array(await file.arrayBuffer()))).join(' ');
    };
    expect(await report('en')).toMatch(/2 THINGS WAIT The longest for 9 days\..* 0 to 7 days 1 8 to 30 days 1 .*KMZZ 101A.*KMZZ 102A/u);
    expect(await report('sw')).toMatch(/VITU 2 VINASUBIRI.* siku 8 hadi 30 1 .*Namba za gari/u);
  });

  it('and every search stay quick with 20,000 items: each question is answered from an index or one pass over one table', async () => {
    const { core } = await counter();
    const plan = await whileClosed(core, (storage) => {
      storage.transact((db) => {
        for (let n = 0; n < 20_000; n += 1) {
          const shelvedAt = instantOf(mondayMorning - (n % 300) * dayMs);
          insertItem(db, {
            id: newId(),
            kind: 'plates',
            applicationId: null,
            plate: `KMZ${String(n).padStart(5, '0')}`,
            owner: `Owner ${n}`,
            idKind: 'national-id',
            idNumber: String(20_000_000 + n),
            phone: '',
            number: '',
            reference: '',
            place: `S-${n % 400}`,
            state: n % 3 === 0 ? 'handed-over' : 'waiting',
            shelvedAt,
            changedAt: shelvedAt,
            clerkName: 'Baraka',
            sendBackReason: null,
            note: '',
          });
        }
      });
      const filter = { text: '', state: 'waiting', from: null, before: null } as const;
      expect(listItems(storage.reader, filter, 500)).toHaveLength(500);
      return ['place = ? AND state = ?', 'plate = ? AND state = ?', 'state = ? AND shelved_at >= ?'].map((where) =>
        storage.reader
          .all<{ detail: string }>(`EXPLAIN QUERY PLAN SELECT id FROM shelf_item WHERE ${where}`, '', '')
          .map(({ detail }) => detail),
      );
    });
    expect(plan.flat().every((detail) => detail.includes('USING') && detail.includes('INDEX'))).toBe(true);
    const clerk = await core.signedIn('clerk');
    expect(await waiting(clerk, 'KMZ00007')).toMatchObject({ total: 1 });
    expect((await clerk.client.shelf.ageing({})).total).toBe(13_333);
    expect((await waiting(clerk)).items).toHaveLength(500);
  });
});
