import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as newId } from 'uuid';
import { startCore } from '#core/start-core.ts';
import { csvOf, goodCells } from '#tests/batches/dealer-file.ts';
import { mondayMorning } from '#tests/support/clock.ts';
import { act, openDesk, type Desk } from '#tests/support/desk.ts';
import { testHost } from '#tests/support/test-host.ts';
import { mpesaCode } from '#tests/support/transfer-body.ts';
import { rowsOfABatch } from './batch-books.ts';

/**
 * A clerk brings dealers' files in, a supervisor looks them through, and the clerk takes the money for each batch: one batch after the
 * other, going on where the life before was ended. What the core has said is said on; the test kills the program somewhere in between.
 */
// The line is down, and says so at once.
globalThis.fetch = () => Promise.reject(new TypeError('the line is down'));

const [dataDir = '', clerkId = '', supervisorId = ''] = process.argv.slice(2);
const startedAt = Date.now();
const core = await startCore(testHost({ dataDir, now: () => mondayMorning + Date.now() - startedAt }));
const [clerk, supervisor] = [sitting(clerkId), sitting(supervisorId)];
while ((await clerk.client.start.status({})).phase === 'opening') await sleep(1);
const dealerId = await dealer();
writeSync(1, 'begun\n');
for (;;) await oneBatch();

function sitting(userId: string): Desk {
  const desk = openDesk(core);
  desk.seat.sitDown(userId);
  return desk;
}

async function dealer(): Promise<string> {
  const [known] = (await supervisor.client.batches.dealers({})).dealers;
  const made = { name: 'Simba Pikipiki Dealers Limited', kraPin: 'P051238838Z', phone: '0722000111' };
  return known?.id ?? (await act(supervisor.client.batches.addDealer, made)).id;
}

async function oneBatch(): Promise<void> {
  const { batches } = await clerk.client.batches.list({});
  const id = batches.find(({ state }) => state !== 'sent')?.id ?? (await act(clerk.client.batches.open, { dealerId })).id;
  const { batch } = await clerk.client.batches.get({ id });
  const n = Number(batch.number.slice(-6));
  if (batch.counts.total === 0) {
    const file = csvOf(Array.from({ length: rowsOfABatch }, (_, row) => goodCells(n * 1_000 + row)));
    const readId = newId();
    const read = await clerk.client.batches.readFile({ id, file, sheet: null, readId });
    if (read.kind === 'fault') throw new Error(read.fault.code);
    writeSync(1, `file ${id}\n`);
    await act(clerk.client.batches.importRows, { id, readId, columns: read.columns.map(({ field }) => field) });
    writeSync(1, `rows ${id}\n`);
  }
  if (batch.state === 'draft') await act(supervisor.client.batches.check, { id });
  const { totalCents } = await clerk.client.batches.fee({ id });
  writeSync(1, `money ${id}\n`);
  const payment = { method: 'mpesa', code: mpesaCode(n), amountCents: totalCents } as const;
  const { receiptNumber } = await act(clerk.client.batches.submit, { id, payment });
  writeSync(1, `${receiptNumber} ${id}\n`);
}
