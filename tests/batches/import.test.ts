import { v7 as newId } from 'uuid';
import { describe, expect, it } from 'vitest';
import { headingOf } from '#shared/domain/batch/batch-columns.ts';
import { batchFields, type BatchCells } from '#shared/domain/batch/batch-row.ts';
import { act, openTestCore, type Desk, type TestCore } from '#tests/support/core.ts';
import { refusalOf } from '#tests/support/refused.ts';
import { inline, rowsXml, value, workbook } from '../table-file/made-workbook.ts';
import { bringIn } from './bring-in.ts';
import { csvOf, goodCells } from './dealer-file.ts';

async function openBatch(): Promise<{ core: TestCore; desk: Desk; id: string; dealerId: string }> {
  const core = await openTestCore();
  const supervisor = await core.signedIn('supervisor');
  const { id: dealerId } = await act(supervisor.client.batches.addDealer, {
    name: 'Simba Pikipiki Dealers Limited',
    kraPin: 'P051238838Z',
    phone: '0722000111',
  });
  const desk = await core.signedIn('clerk');
  const { id } = await act(desk.client.batches.open, { dealerId });
  return { core, desk, id, dealerId };
}

/** Two hundred rows of which seven have one slip each. */
function withSlips(): BatchCells[] {
  const rows = Array.from({ length: 200 }, (_, n) => goodCells(n + 1));
  const slips: readonly [number, BatchCells][] = [
    [3, { chassis: `${rows[3]?.chassis ?? ''}-EXTRA` }],
    [20, { engineNumber: '#!' }],
    [41, { ownerKraPin: 'AO04416331M' }],
    [77, { year: '2O26' }],
    [90, { ownerPhone: '712 3' }],
    [120, { chassis: rows[119]?.chassis ?? '' }],
    [199, { collectionPoint: 'Nairobbi' }],
  ];
  for (const [at, cells] of slips) rows[at] = { ...rows[at], ...cells };
  return rows;
}

describe('a file of motorcycles', () => {
  it('becomes rows of which the good and the bad are the total, each slip marked on its cell', async () => {
    const { desk, id } = await openBatch();
    const answer = await bringIn(desk, id, csvOf(withSlips()));
    expect(answer).toEqual({ added: 200, mended: 0, unchanged: 0, counts: { good: 193, bad: 7, aside: 0, total: 200 } });
    const { rows } = await desk.client.batches.get({ id });
    const marked = rows
      .filter(({ state }) => state === 'bad')
      .map(({ position, problems }) => [position, problems.map(({ field }) => field)]);
    expect(marked).toEqual([
      [5, ['chassis']],
      [22, ['engineNumber']],
      [43, ['ownerKraPin']],
      [79, ['year']],
      [92, ['ownerPhone']],
      [122, ['chassis']],
      [201, ['collectionPoint']],
    ]);
  });

  it('is doubled neither by the same file nor by one with the same rows, and undoes no mending', async () => {
    const { desk, id } = await openBatch();
    await bringIn(desk, id, csvOf(withSlips()));
    const { rows } = await desk.client.batches.get({ id });
    const slip = rows[3];
    if (!slip) throw new Error('No row');
    const kept = await desk.client.batches.keepRows({
      id,
      rows: [{ id: slip.id, cells: { ...slip.cells, chassis: goodCells(4).chassis ?? '' } }],
    });
    expect(kept.counts).toEqual({ good: 194, bad: 6, aside: 0, total: 200 });
    expect(await bringIn(desk, id, csvOf(withSlips()))).toMatchObject({ added: 0, mended: 0, unchanged: 200, counts: { total: 200 } });
    const more = csvOf([...withSlips(), goodCells(201)], 'more.csv');
    expect(await bringIn(desk, id, more)).toMatchObject({ added: 1, mended: 0, unchanged: 200, counts: { good: 195, bad: 6 } });
  });

  it('names each row by its number in the file, and what is added later by the numbers behind it', async () => {
    const { desk, id } = await openBatch();
    const text = await csvOf([goodCells(1), { ...goodCells(2), year: '2O26' }, goodCells(1)]).text();
    const [head = '', one = '', ...others] = text.split('\r\n');
    await bringIn(desk, id, new File([['Stock list of the dealer', '', head, one, '', ...others].join('\r\n')], 'titled.csv'));
    const { rows, batch } = await desk.client.batches.get({ id });
    expect(rows.map(({ position }) => position)).toEqual([4, 6, 7]);
    expect(rows[2]?.problems[0]).toMatchObject({ code: 'batch.same-chassis', facts: { row: 4 } });
    const reasons = rows.filter(({ state }) => state === 'bad').map((row) => ({ rowId: row.id, reason: 'Why' }));
    const out = await (await desk.client.batches.exportBad({ id, format: 'csv', reasonHeading: 'Why', reasons })).text();
    expect(out).toContain(`${batch.number}/6`);
    await desk.client.batches.keepRows({ id, rows: [{ id: newId(), cells: goodCells(3) }] });
    await bringIn(desk, id, csvOf([goodCells(4)], 'more.csv'));
    expect((await desk.client.batches.get({ id })).rows.map(({ position }) => position)).toEqual([4, 6, 7, 8, 10]);
  });

  it('gives its bad rows out with reasons and takes them back mended', async () => {
    const { desk, id } = await openBatch();
    await bringIn(desk, id, csvOf(withSlips()));
    const { rows } = await desk.client.batches.get({ id });
    const reasons = rows.filter(({ state }) => state === 'bad').map((row) => ({ rowId: row.id, reason: '=why' }));
    const out = await desk.client.batches.exportBad({ id, format: 'csv', reasonHeading: 'Why', reasons });
    const lines = (await out.text()).trim().split(/\r?\n/u);
    expect(lines).toHaveLength(8);
    const mended = withSlips().map((_, n) => goodCells(n + 1));
    const headings = ['Kaunta row', ...batchFields].join(',');
    const bad = rows.filter(({ state }) => state === 'bad');
    const { batch } = await desk.client.batches.get({ id });
    const body = bad.map(({ position }) =>
      [`${batch.number}/${position}`, ...batchFields.map((field) => mended[position - 2]?.[field] ?? '')].join(','),
    );
    const readId = newId();
    await desk.client.batches.readFile({ id, file: new File([[headings, ...body].join('\n')], 'mended.csv'), sheet: null, readId });
    const answer = await act(desk.client.batches.importRows, { id, readId, columns: [null, ...batchFields] });
    expect(answer).toEqual({ added: 0, mended: 7, unchanged: 0, counts: { good: 200, bad: 0, aside: 0, total: 200 } });
    expect((await desk.client.batches.fee({ id })).units).toBe(200);
  });

  it('is compared with what other batches bring, as its numbers stand now, and with no batch that is broken off or set aside', async () => {
    const { desk, id, dealerId } = await openBatch();
    await bringIn(desk, id, csvOf([goodCells(1), goodCells(2), goodCells(3)]));
    const { rows: brought } = await desk.client.batches.get({ id });
    const [first, second, third] = brought;
    if (!first || !second || !third) throw new Error('No rows');
    await desk.client.batches.keepRows({ id, rows: [{ id: first.id, cells: { ...first.cells, chassis: goodCells(8).chassis ?? '' } }] });
    await desk.client.batches.setAside({ id, rowIds: [third.id], aside: true });
    const { id: otherId } = await act(desk.client.batches.open, { dealerId });
    const numbered = (n: number) => ({ ...goodCells(n), engineNumber: goodCells(n + 90).engineNumber ?? '' });
    await bringIn(desk, otherId, csvOf([2, 3, 8].map(numbered)));
    await bringIn(desk, otherId, csvOf([numbered(1)], 'more.csv'));
    const { rows } = await desk.client.batches.get({ id: otherId });
    const found = rows.map(({ problems }) => problems.map(({ code, field }) => `${code} ${field}`));
    const known = ['batch.known-in-batch chassis'];
    expect(found).toEqual([known, [], known, []]);
    const [engine] = brought.map(({ cells }) => cells.engineNumber ?? '');
    const kept = await desk.client.batches.keepRows({
      id: otherId,
      rows: [{ id: rows[3]?.id ?? '', cells: { ...rows[3]?.cells, engineNumber: engine ?? '' } }],
    });
    expect(kept.rows[0]?.problems.map(({ code, field }) => `${code} ${field}`)).toEqual(['batch.known-in-batch engineNumber']);
    await act(desk.client.batches.delete, { id, reason: 'Brought by another' });
    await bringIn(desk, otherId, csvOf([{ ...goodCells(2), engineNumber: goodCells(70).engineNumber ?? '' }], 'again.csv'));
    expect((await desk.client.batches.get({ id: otherId })).batch.counts).toEqual({ good: 2, bad: 2, aside: 0, total: 4 });
  });

  it('gives no number for what was typed that its spreadsheet has shortened, rounded or never computed', async () => {
    const { desk, id } = await openBatch();
    const cells = { ...goodCells(1), chassis: '', engineNumber: '', invoice: '', ownerName: '' };
    const special: Readonly<Record<string, string>> = {
      chassis: value('12345678901234567'),
      engineNumber: value('120000', 's="1"'),
      invoice: value('#REF!', 't="e"'),
      ownerName: inline('=CONCAT(A1)'),
    };
    const made = await workbook({
      styles: '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="11"/></cellXfs>',
      rows: rowsXml(batchFields.map(headingOf), [batchFields.map((field) => special[field] ?? inline(cells[field] ?? ''))]),
    });
    await bringIn(desk, id, new File([new Uint8Array(made)], 'bikes.xlsx'));
    const [row] = (await desk.client.batches.get({ id })).rows;
    expect(row?.cells).toMatchObject({ chassis: '1.2345678901234568E+16', engineNumber: '1.2E+5' });
    expect(row?.problems.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'chassis table.scientific',
      'engineNumber table.scientific',
      'invoice table.spreadsheet-error',
      'ownerName table.formula-not-computed',
    ]);
  });

  it('that is stopped leaves nothing', async () => {
    const { core, desk, id } = await openBatch();
    const readId = newId();
    const rows = Array.from({ length: 2_000 }, (_, n) => goodCells(n + 1));
    const read = await desk.client.batches.readFile({ id, file: csvOf(rows), sheet: null, readId });
    if (read.kind === 'fault') throw new Error(read.fault.code);
    const bringing = refusalOf(act(desk.client.batches.importRows, { id, readId, columns: read.columns.map(({ field }) => field) }));
    while ((await desk.client.batches.progress({ readId })).rows === 0) await new Promise(setImmediate);
    await desk.client.batches.cancel({ readId });
    expect((await bringing).code).toBe('batch.cancelled');
    expect((await desk.client.batches.get({ id })).batch.counts.total).toBe(0);
    await core.restart();
    expect((await (await core.signedIn('clerk')).client.batches.get({ id })).rows).toEqual([]);
  });
});

describe('a batch', () => {
  it('is seen by no clerk of another dealer', async () => {
    const { core, id, dealerId } = await openBatch();
    const supervisor = await core.signedIn('supervisor');
    const other = await act(supervisor.client.batches.addDealer, {
      name: 'Chui Bodaboda Limited',
      kraPin: 'P051238839A',
      phone: '0722000112',
    });
    const clerk = await core.signedIn('dealer-clerk');
    expect((await refusalOf(clerk.client.batches.list({}))).code).toBe('batch.no-dealer');
    const admin = await core.signedIn('admin');
    const people = await admin.client.people.list({});
    const userId = people.find(({ login }) => login === 'dealer-clerk')?.id ?? '';
    await act(supervisor.client.batches.placeClerk, { userId, dealerId: other.id });
    expect((await clerk.client.batches.list({})).batches).toEqual([]);
    expect((await refusalOf(clerk.client.batches.get({ id }))).code).toBe('act.not-found');
    await act(supervisor.client.batches.placeClerk, { userId, dealerId });
    expect((await clerk.client.batches.list({})).batches).toHaveLength(1);
  });

  it('is looked through by another person, once no row has a problem, and anew after a change', async () => {
    const { core, desk, id } = await openBatch();
    await bringIn(desk, id, csvOf(withSlips()));
    const supervisor = await core.signedIn('supervisor');
    expect((await refusalOf(act(supervisor.client.batches.check, { id }))).code).toBe('batch.has-problems');
    const { rows } = await desk.client.batches.get({ id });
    const bad = rows.filter(({ state }) => state === 'bad').map((row) => row.id);
    const { counts } = await desk.client.batches.setAside({ id, rowIds: bad, aside: true });
    expect(counts).toEqual({ good: 193, bad: 0, aside: 7, total: 200 });
    expect((await refusalOf(act(desk.client.batches.check, { id }))).code).toBe('batch.own-check');
    await act(supervisor.client.batches.check, { id });
    expect((await desk.client.batches.get({ id })).batch.state).toBe('checked');
    await desk.client.batches.setAside({ id, rowIds: bad.slice(0, 1), aside: false });
    expect((await desk.client.batches.get({ id })).batch).toMatchObject({ state: 'draft', checkedBy: null });
  });

  it('is looked through by nobody who opened it or changed a row since the last look, whoever it was handed to', async () => {
    const { core, desk, id } = await openBatch();
    await bringIn(desk, id, csvOf([goodCells(1), goodCells(2)]));
    const supervisor = await core.signedIn('supervisor');
    const toUserId = await idOf(supervisor);
    const { people } = await desk.client.batches.colleagues({});
    expect(people).toEqual([{ id: toUserId, name: expect.stringMatching(/^Supervisor /u) }]);
    await act(desk.client.batches.handOver, { id, toUserId });
    const check = ({ client }: Desk) => act(client.batches.check, { id });
    expect((await refusalOf(check(desk))).code).toBe('batch.own-check');
    await check(supervisor);
    await repaint(supervisor, id, 'Blue');
    expect((await refusalOf(check(supervisor))).code).toBe('batch.own-check');
    expect((await supervisor.client.batches.get({ id })).batch).toMatchObject({ state: 'draft', isOwnWork: true });
    expect((await desk.client.batches.get({ id })).batch.isOwnWork).toBe(false);
    await check(desk);
    await act(supervisor.client.batches.handOver, { id, toUserId: await idOf(desk) });
    expect((await desk.client.batches.get({ id })).batch.state).toBe('checked');
  });

  it('is judged anew against what other batches hold by now, and keeps its second look where nothing is otherwise', async () => {
    const { core, desk, id, dealerId } = await openBatch();
    const lastDoubled = Array.from({ length: 102 }, (_, n) => goodCells(n < 101 ? n + 1 : 1));
    await bringIn(desk, id, csvOf(lastDoubled));
    const rowIds = (await desk.client.batches.get({ id })).rows.slice(-1).map((row) => row.id);
    await desk.client.batches.setAside({ id, rowIds, aside: true });
    const supervisor = await core.signedIn('supervisor');
    await act(supervisor.client.batches.check, { id });
    for (const [after, next] of [
      [0, 101],
      [101, null],
    ] as const)
      expect(await desk.client.batches.recheck({ id, after })).toMatchObject({ rows: [], next });
    expect((await desk.client.batches.get({ id })).batch.state).toBe('checked');
    const { id: otherId } = await act(desk.client.batches.open, { dealerId });
    await bringIn(desk, otherId, csvOf([goodCells(2), goodCells(200)]));
    expect(await desk.client.batches.recheck({ id, after: 0 })).toMatchObject({ rows: [{ position: 3, state: 'bad' }] });
    expect((await desk.client.batches.get({ id })).batch.state).toBe('draft');
    await act(desk.client.batches.delete, { id, reason: 'Brought by another' });
    const answer = await supervisor.client.batches.recheck({ id: otherId, after: 0 });
    expect(answer).toMatchObject({ rows: [{ position: 2, state: 'good' }], counts: { good: 2, bad: 0 }, next: null });
    // Nobody changed a row by looking.
    await act(supervisor.client.batches.check, { id: otherId });
  });
});

async function idOf({ client }: Desk): Promise<string> {
  return (await client.people.seat({})).user?.id ?? '';
}

/** Another colour in the first row. */
async function repaint({ client }: Desk, id: string, colour: string): Promise<void> {
  const [row] = (await client.batches.get({ id })).rows;
  if (row) await client.batches.keepRows({ id, rows: [{ id: row.id, cells: { ...row.cells, colour } }] });
}
