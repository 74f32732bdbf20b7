import { expect, it } from 'vitest';
import { act, openTestCore } from '#tests/support/core.ts';
import { refusalOf } from '#tests/support/refused.ts';
import { pay, transferReadyToPay } from '#tests/support/transfer-case.ts';
import { addPrinter, jobWhen, receiptSink, settled } from './print-desk.ts';
import type { ReceiptSink, SinkMood } from './receipt-sink.ts';

const gs = 0x1d;
const esc = 0x1b;

async function officeWithRoll(sink: ReceiptSink, opensDrawer = false) {
  const core = await openTestCore();
  const printerId = await addPrinter(await core.signedIn('supervisor'), { way: 'network', address: sink.address, opensDrawer }, [
    'receipt',
  ]);
  const desk = await core.signedIn('clerk');
  return { core, desk, printerId };
}

async function onlyJob(desk: Awaited<ReturnType<typeof officeWithRoll>>['desk']) {
  const { lines } = await desk.client.printing.jobs({ show: 'all', limit: 10, offset: 0 });
  expect(lines).toHaveLength(1);
  return settled(desk, lines[0]?.id ?? '');
}

it('the receipt prints by itself after payment, says what was paid, cuts, and opens the drawer', async () => {
  const sink = await receiptSink();
  const { desk } = await officeWithRoll(sink, true);
  const receiptNumber = await pay(desk, await transferReadyToPay(desk));
  expect(await onlyJob(desk)).toMatchObject({ state: 'asking', problem: null, printer: 'Front counter', use: 'receipt' });
  const [bytes = Buffer.alloc(0)] = sink.jobs();
  const text = bytes.toString('latin1');
  for (const fact of [receiptNumber, 'PROVISIONAL', 'KES ', 'M-Pesa']) expect(text).toContain(fact);
  expect(bytes.subarray(0, 2)).toEqual(Buffer.from([esc, 0x40]));
  expect([bytes.includes(Buffer.from([gs, 0x56])), bytes.includes(Buffer.from([esc, 0x70]))]).toEqual([true, true]);
  expect(sink.jobs()).toHaveLength(1);
});

it('no receipt prints by itself where no printer is set for receipts', async () => {
  const desk = await (await openTestCore()).signedIn('clerk');
  await pay(desk, await transferReadyToPay(desk));
  expect((await desk.client.printing.jobs({ show: 'all', limit: 10, offset: 0 })).total).toBe(0);
});

it.each<[SinkMood, string]>([
  ['paper-out', 'paper-out'],
  ['cover-open', 'cover-open'],
  ['off-line', 'offline'],
])('a printer that says %s gets nothing, and the job has failed with that', async (mood, problem) => {
  const sink = await receiptSink(mood);
  const { desk } = await officeWithRoll(sink);
  await pay(desk, await transferReadyToPay(desk));
  expect(await onlyJob(desk)).toMatchObject({ state: 'failed', problem });
  expect(sink.jobs()).toEqual([]);
  const { printers } = await desk.client.printing.status({});
  expect(printers[0]?.standing).toMatchObject({ state: 'not-ready', problem });
});

it('a printer that never answers how it stands is printed on all the same', async () => {
  const sink = await receiptSink('silent');
  const { desk } = await officeWithRoll(sink);
  await pay(desk, await transferReadyToPay(desk));
  expect(await onlyJob(desk)).toMatchObject({ state: 'asking', problem: null });
  expect(sink.jobs()).toHaveLength(1);
});

it('a connection that breaks in the middle is asked about, never called printed or failed', async () => {
  const sink = await receiptSink();
  sink.breakAfterBytes = 1;
  const { desk } = await officeWithRoll(sink);
  await pay(desk, await transferReadyToPay(desk));
  expect(await onlyJob(desk)).toMatchObject({ state: 'asking', problem: 'cut-off' });
});

it.each<[string, string]>([
  ['no-such-printer.invalid:9100', 'unknown-host'],
  // TEST-NET-1 of RFC 5737: nothing is ever there.
  ['192.0.2.1:9100', 'unreachable'],
])('at %s a job fails as %s, money and receipt stand, and work goes on', async (address, problem) => {
  const core = await openTestCore();
  await addPrinter(await core.signedIn('supervisor'), { way: 'network', address }, ['receipt']);
  const desk = await core.signedIn('clerk');
  const receiptNumber = await pay(desk, await transferReadyToPay(desk));
  expect(receiptNumber).toMatch(/^R-/u);
  const job = await onlyJob(desk);
  expect(job.state).toBe('failed');
  expect(address.startsWith('192') ? ['unreachable', 'connection-refused'] : [problem]).toContain(job.problem);
});

it('a port that nobody listens on fails as such, and printing again once it is mended is a new job', async () => {
  const sink = await receiptSink();
  await sink.close();
  const { core, desk } = await officeWithRoll(sink);
  await pay(desk, await transferReadyToPay(desk));
  const failed = await onlyJob(desk);
  expect(failed).toMatchObject({ state: 'failed', problem: 'connection-refused' });
  const mended = await receiptSink();
  await addPrinter(await core.signedIn('supervisor'), { way: 'network', address: mended.address, name: 'Other counter' }, ['receipt']);
  const { jobId } = await act(desk.client.printing.again, { jobId: failed.id });
  expect(await settled(desk, jobId)).toMatchObject({ state: 'asking', printer: 'Other counter' });
  expect((await refusalOf(act(desk.client.printing.again, { jobId: failed.id }))).code).toBe('act.wrong-state');
});

it('Yes makes a job done, No makes it spoiled with its reason, and neither can be said twice', async () => {
  const sink = await receiptSink();
  const { desk } = await officeWithRoll(sink);
  await pay(desk, await transferReadyToPay(desk));
  const { id } = await onlyJob(desk);
  expect((await desk.client.printing.asking({})).map((job) => job.id)).toEqual([id]);
  expect((await refusalOf(act(desk.client.printing.answer, { jobId: id, cameOut: false, reason: null }))).code).toBe(
    'printing.reason-missing',
  );
  await act(desk.client.printing.answer, { jobId: id, cameOut: false, reason: 'jam' });
  expect(await settled(desk, id)).toMatchObject({ state: 'spoiled', reason: 'jam' });
  expect((await refusalOf(act(desk.client.printing.answer, { jobId: id, cameOut: true, reason: null }))).code).toBe('act.wrong-state');
  const { jobId } = await act(desk.client.printing.again, { jobId: id });
  await settled(desk, jobId);
  await act(desk.client.printing.answer, { jobId, cameOut: true, reason: null });
  expect(await settled(desk, jobId)).toMatchObject({ state: 'done', reason: null });
  expect(sink.jobs()).toHaveLength(2);
  expect(await desk.client.printing.asking({})).toEqual([]);
});

it('a test page goes to its own printer, whatever is set', async () => {
  const sink = await receiptSink();
  const core = await openTestCore();
  const supervisor = await core.signedIn('supervisor');
  const printerId = await addPrinter(supervisor, { way: 'network', address: sink.address }, []);
  const { jobId } = await act(supervisor.client.printing.testPage, { printerId, locale: 'sw' });
  expect(await settled(supervisor, jobId)).toMatchObject({ state: 'asking', paper: { kind: 'test-page', printerId } });
  expect(sink.jobs()[0]?.toString('latin1')).toContain('Ukurasa wa majaribio');
});

it('jobs of one printer come out one after another, in the order they were asked for', async () => {
  const sink = await receiptSink();
  const { desk } = await officeWithRoll(sink);
  const receiptNumber = await pay(desk, await transferReadyToPay(desk));
  const again = { receiptNumber, reason: 'lost', note: '', locale: 'en' } as const;
  const jobs = await Promise.all(Array.from({ length: 5 }, () => act(desk.client.payments.reprint, again)));
  for (const { jobId } of jobs) await jobWhen(desk, jobId, ({ state }) => state === 'asking');
  expect(sink.jobs()).toHaveLength(6);
  expect(new Set(sink.jobs().map((job) => job.subarray(-3).toString('hex'))).size).toBe(1);
});

it('a roll is never set for logbooks, and a printer is only added at an address that can be one', async () => {
  const desk = await (await openTestCore()).signedIn('supervisor');
  const add = (address: string) =>
    act(desk.client.printing.addPrinter, { way: 'network', address, name: 'Roll', width: '80mm', opensDrawer: false });
  expect((await refusalOf(add('not an address'))).code).toBe('printing.address-malformed');
  const { id } = await add('192.168.1.40:9100');
  expect((await refusalOf(add('192.168.1.41:9100'))).code).toBe('printing.name-taken');
  const set = act(desk.client.printing.setPaper, { use: 'logbook', printerId: id, locale: 'en' });
  expect((await refusalOf(set)).code).toBe('printing.width-unfit');
});
