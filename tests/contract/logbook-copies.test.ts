import { describe, expect, it } from 'vitest';
import { dayOf as dayAt, instantOf } from '#shared/base/instant.ts';
import { mondayMorning } from '#tests/support/clock.ts';
import { addApprovedLogbooks, type ApprovedLogbook } from '#tests/support/approved-logbooks.ts';
import { act, openTestCore, type Desk, type TestCore } from '#tests/support/core.ts';
import { whileClosed } from '#tests/support/hub-says.ts';
import { staffPassword } from '#tests/support/made-office.ts';
import { refusalOf } from '#tests/support/refused.ts';

const supervisor = { login: 'supervisor', password: staffPassword };

interface Counter {
  readonly core: TestCore;
  readonly clerk: Desk;
  readonly logbooks: readonly [ApprovedLogbook, ApprovedLogbook];
}

/** An office with two approved logbooks and, unless it keeps none, five numbered sheets; its line is down. */
async function counter(sheets = true): Promise<Counter> {
  const core = await openTestCore();
  const [first, second] = await whileClosed(core, (storage) => addApprovedLogbooks(storage, { count: 2, nowMs: mondayMorning }));
  if (!first || !second) throw new Error('There are two logbooks');
  if (sheets) await act((await core.signedIn('supervisor')).client.sheets.receive, { kind: 'logbook', from: 'KE-0001', to: 'KE-0005' });
  return { core, clerk: await core.signedIn('clerk'), logbooks: [first, second] };
}

interface Copy {
  readonly sheetSerial?: string | undefined;
  readonly reason?: 'lost' | 'damaged' | undefined;
  readonly password?: string;
  readonly login?: string;
}

function issue({ client }: Desk, { id }: ApprovedLogbook, { sheetSerial, reason, ...word }: Copy = {}) {
  const further = reason ? { reason, note: '', supervisor: { ...supervisor, ...word } } : null;
  return act(client.logbooks.issueCopy, { id, sheetSerial: sheetSerial ?? null, further, locale: 'en' });
}

function copiesOf({ client }: Desk, { id }: ApprovedLogbook) {
  return client.logbooks.copies({ id });
}

/** The printer is asked about: somebody must say whether the paper came out. */
function asks(core: TestCore, jobId: string | null): Promise<unknown> {
  return whileClosed(core, (storage) =>
    storage.transact((db) => db.run(`UPDATE print_job SET state = 'asking', problem = NULL WHERE id = ?`, jobId)),
  );
}

describe('the copy of a logbook', () => {
  it('is printed with the line down once it was approved, on the next sheet, and each sheet serves once', async () => {
    const { clerk, logbooks } = await counter();
    const issued = [await issue(clerk, logbooks[0]), await issue(clerk, logbooks[1])];
    expect(issued).toMatchObject([
      { copy: 1, sheetSerial: 'KE-0001' },
      { copy: 1, sheetSerial: 'KE-0002' },
    ]);
    expect(await clerk.client.sheets.look({ serial: 'KE-0002' })).toMatchObject({
      state: 'used',
      logbookNumber: logbooks[1].number,
      copy: 1,
    });
    expect(await clerk.client.sheets.stock({ kind: 'logbook' })).toMatchObject({ keeps: true, left: 3, next: 'KE-0003' });
  });

  it('goes onto plain paper where the office never received a sheet', async () => {
    const { clerk, logbooks } = await counter(false);
    expect(await issue(clerk, logbooks[0])).toMatchObject({ copy: 1, sheetSerial: null });
    expect((await copiesOf(clerk, logbooks[0]))[0]).toMatchObject({ sheets: [], prints: [{ state: 'failed', sheetSerial: null }] });
  });

  it('is printed on the sheet in hand, which is read as a scanner or a person reads it', async () => {
    const { clerk, logbooks } = await counter();
    expect(await issue(clerk, logbooks[0], { sheetSerial: ' ke-0004 ' })).toMatchObject({ sheetSerial: 'KE-0004' });
    expect(await clerk.client.sheets.stock({ kind: 'logbook' })).toMatchObject({ next: 'KE-0001' });
  });

  it.each([
    ['KE-0001', 'sheet.used'],
    ['KE-0006', 'sheet.unknown'],
    ['UG-0001', 'sheet.foreign'],
    ['KE 1', 'sheet.serial-shape'],
    ['KE-0005', 'sheet.returned'],
    ['KE-0002', 'sheet.spoiled'],
  ])('is not printed on sheet %s: %s; nothing is counted then', async (serial, code) => {
    const { core, clerk, logbooks } = await counter();
    await issue(clerk, logbooks[0]);
    await act(clerk.client.sheets.spoil, { serial: 'KE-0002', reason: 'torn', note: '', supervisor: null });
    await act((await core.signedIn('supervisor')).client.sheets.giveBack, { from: 'KE-0005', to: 'KE-0005' });
    expect((await refusalOf(issue(clerk, logbooks[1], { sheetSerial: serial }))).code).toBe(code);
    expect(await copiesOf(clerk, logbooks[1])).toEqual([]);
    expect((await clerk.client.sheets.stock({ kind: 'logbook' })).left).toBe(2);
  });

  it('waits for a new pack where no sheet is left', async () => {
    const { core, clerk, logbooks } = await counter();
    await act((await core.signedIn('supervisor')).client.sheets.giveBack, { from: 'KE-0001', to: 'KE-0005' });
    expect((await refusalOf(issue(clerk, logbooks[0]))).code).toBe('sheet.none-left');
    expect(await copiesOf(clerk, logbooks[0])).toEqual([]);
  });

  it('after the first needs a reason and a supervisor who is not at the desk, and the history names both', async () => {
    const { core, clerk, logbooks } = await counter();
    const [logbook] = logbooks;
    await issue(clerk, logbook);
    expect(await refusalOf(issue(clerk, logbook))).toMatchObject({ code: 'logbook.needs-supervisor', facts: { copies: 1 } });
    expect((await refusalOf(issue(clerk, logbook, { reason: 'lost', password: 'wrong' }))).code).toBe('sign-in.wrong');
    expect((await refusalOf(issue(clerk, logbook, { reason: 'lost', login: 'admin' }))).code).toBe('act.forbidden');
    const own = await core.signedIn('supervisor');
    expect((await refusalOf(issue(own, logbook, { reason: 'lost' }))).code).toBe('supervisor.own-work');
    expect(await clerk.client.sheets.stock({ kind: 'logbook' })).toMatchObject({ left: 4 });
    expect(await issue(clerk, logbook, { reason: 'lost' })).toMatchObject({ copy: 2, sheetSerial: 'KE-0002' });
    expect((await copiesOf(clerk, logbook)).map(({ copy, reason, supervisor: by, clerk: who }) => [copy, reason, by, who])).toEqual([
      [1, null, '', 'Clerk Wa Majaribio'],
      [2, 'lost', 'Supervisor Wa Majaribio', 'Clerk Wa Majaribio'],
    ]);
  });

  it('that did not come out spoils its sheet and is printed again on the next one as the same copy', async () => {
    const { core, clerk, logbooks } = await counter();
    const [logbook] = logbooks;
    const { jobId } = await issue(clerk, logbook);
    await asks(core, jobId);
    const desk = await core.signedIn('clerk');
    const again = () => act(desk.client.logbooks.printAgain, { id: logbook.id, copy: 1, sheetSerial: null, locale: 'en' });
    expect(await refusalOf(again())).toMatchObject({ code: 'logbook.came-out', facts: { serial: 'KE-0001' } });
    await act(desk.client.printing.answer, { jobId: jobId ?? '', cameOut: false, reason: 'jam' });
    expect((await copiesOf(desk, logbook))[0]?.mayPrintAgain).toBe(true);
    expect(await again()).toMatchObject({ sheetSerial: 'KE-0002' });
    expect(await copiesOf(desk, logbook)).toMatchObject([
      {
        copy: 1,
        sheets: [
          { serial: 'KE-0001', state: 'spoiled', reason: 'jam' },
          { serial: 'KE-0002', state: 'used', reason: null },
        ],
        prints: [
          { state: 'spoiled', reason: 'jam', sheetSerial: 'KE-0001' },
          { state: 'failed', sheetSerial: 'KE-0002' },
        ],
      },
    ]);
    const today = { from: dayOf(core), to: dayOf(core) };
    expect((await desk.client.sheets.report(today)).total).toEqual({
      opening: 0,
      received: 5,
      used: 1,
      spoiled: 1,
      returned: 0,
      left: 3,
      spoiledLater: 0,
    });
  });

  it('that no printer touched is printed again on the very same sheet', async () => {
    const { clerk, logbooks } = await counter();
    const [{ id }] = logbooks;
    await issue(clerk, logbooks[0]);
    const again = act(clerk.client.logbooks.printAgain, { id, copy: 1, sheetSerial: null, locale: 'en' });
    expect(await again).toMatchObject({ sheetSerial: 'KE-0001' });
    expect((await clerk.client.sheets.stock({ kind: 'logbook' })).left).toBe(4);
  });
});

/** The day on the wall at this office. */
function dayOf(core: TestCore) {
  return dayAt(instantOf(core.now()));
}
