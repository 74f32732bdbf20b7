import { expect, it, onTestFinished, vi } from 'vitest';
import { addApprovedLogbooks } from '#tests/support/approved-logbooks.ts';
import { mondayMorning } from '#tests/support/clock.ts';
import { act, openTestCore, type Desk } from '#tests/support/core.ts';
import { openTestHub, usualDatabase } from '#tests/support/hub.ts';
import { whileClosed } from '#tests/support/hub-says.ts';
import { refusalOf } from '#tests/support/refused.ts';

const receive = ({ client }: Desk, from: string, to: string) => act(client.sheets.receive, { kind: 'logbook', from, to });

/** The word of the hub on the pack that came last. */
async function standing({ client }: Desk, word: string) {
  return vi.waitFor(
    async () => {
      await client.queue.tryNow({});
      const stock = await client.sheets.stock({ kind: 'logbook' });
      expect(stock.ranges.at(-1)?.standing).toBe(word);
      return stock;
    },
    { timeout: 30_000, interval: 200 },
  );
}

it('two PCs never have the same sheet: the second is told who has it, uses none, and takes them out; given back, they are free', async () => {
  const hub = await openTestHub(usualDatabase);
  onTestFinished(() => hub.close());
  const cursor = (await (await hub.device('KSM01')).pullAll()).next;
  const enrolled = async (office: string) => openTestCore({ hub: { url: hub.hub.url, code: await hub.hub.enrolCode(office), cursor } });
  const first = await (await enrolled('NYR01')).signedIn('supervisor');
  await receive(first, 'KE-0001', 'KE-0100');
  const [pack] = (await standing(first, 'known')).ranges;
  expect((await refusalOf(act(first.client.sheets.takeOut, { rangeId: pack?.id ?? '' }))).code).toBe('act.not-found');

  const core = await enrolled('NYR01');
  const [logbook] = await whileClosed(core, (storage) => addApprovedLogbooks(storage, { count: 1, nowMs: mondayMorning }));
  const second = await core.signedIn('supervisor');
  await receive(second, 'KE-0091', 'KE-0110');
  const stock = await standing(second, 'elsewhere');
  expect(stock).toMatchObject({ left: 0, next: null, ranges: [{ left: 20, holder: { office: 'NYR01', device: 1 } }] });
  const print = (sheetSerial: string | null) =>
    act(second.client.logbooks.issueCopy, { id: logbook?.id ?? '', sheetSerial, further: null, locale: 'en' });
  expect((await refusalOf(print(null))).code).toBe('sheet.none-left');
  expect(await refusalOf(print('KE-0110'))).toMatchObject({ code: 'sheet.range-elsewhere', facts: { office: 'NYR01', device: 1 } });
  const refusedPacks = async () => (await second.client.queue.list({})).filter(({ kind }) => kind === 'sheets.receive');
  expect(await refusedPacks()).toMatchObject([{ state: 'refused' }]);
  expect(await act(second.client.sheets.takeOut, { rangeId: stock.ranges[0]?.id ?? '' })).toEqual({ count: 20 });
  expect(await second.client.sheets.stock({ kind: 'logbook' })).toMatchObject({ left: 0, ranges: [{ left: 0, returned: 20 }] });
  expect(await refusedPacks()).toEqual([]);

  await act(first.client.sheets.giveBack, { from: 'KE-0051', to: 'KE-0060' });
  await vi.waitFor(
    async () => {
      await first.client.queue.tryNow({});
      expect(await first.client.queue.list({})).toEqual([]);
    },
    { timeout: 30_000, interval: 200 },
  );
  const other = await (await enrolled('KSM01')).signedIn('supervisor');
  await receive(other, 'KE-0051', 'KE-0060');
  await standing(other, 'known');
  await receive(other, 'KE-0061', 'KE-0061');
  expect((await standing(other, 'elsewhere')).ranges[0]?.standing).toBe('known');
});
