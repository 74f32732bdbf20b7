import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as newId } from 'uuid';
import { startCore } from '#core/start-core.ts';
import { mondayMorning } from '#tests/support/clock.ts';
import { act, openDesk, type CoreClient } from '#tests/support/desk.ts';
import { testHost } from '#tests/support/test-host.ts';
import { completeTransfer, mpesaCode } from '#tests/support/transfer-body.ts';

/**
 * Four desks of one office take money for ready applications, two for each at the same moment, while one of them also types and the line
 * is tried. Each receipt is said only once the core has said it: the test kills the program somewhere in between. Its clock begins anew in
 * each life; business time must not.
 */
// The line is down, and says so at once: half of a short life would go into loading a client that reaches nobody.
globalThis.fetch = () => Promise.reject(new TypeError('the line is down'));

const desks = 4;
const [dataDir = '', clerkId = ''] = process.argv.slice(2);
const startedAt = Date.now();
const core = await startCore(testHost({ dataDir, now: () => mondayMorning + Date.now() - startedAt }));
const clients = Array.from({ length: desks }, () => {
  const { client, seat } = openDesk(core);
  seat.sitDown(clerkId);
  return client;
});
const [first] = clients;
if (!first) throw new Error('There is no desk');
while ((await first.start.status({})).phase === 'opening') await sleep(1);

interface Ready {
  readonly id: string;
  readonly reference: string;
  readonly entryId: string;
}
const { lines } = await first.applications.list({ show: 'all', state: 'awaiting-payment', limit: 500, offset: 0 });
const [typed, ...ready] = lines.map(({ id, reference }): Ready => ({ id, reference, entryId: newId() }));
const partOf = (desk: number) => ready.filter((_, index) => index % desks === desk || (index + 1) % desks === desk);
await Promise.all([...clients.map((client, desk) => takeMoney(client, partOf(desk))), typed && keepTyping(first, typed)]);

/** Every application lies on two desks, and both do the same act: one receipt, which both are told. */
async function takeMoney(client: CoreClient, applications: readonly Ready[]): Promise<void> {
  for (const { id, reference, entryId } of applications) {
    const { fee } = await client.applications.get({ id });
    if (fee.kind !== 'lines') throw new Error(`The fee is ${fee.kind}`);
    const payment = { method: 'mpesa', code: mpesaCode(Number(reference.slice(-6))), amountCents: fee.totalCents } as const;
    const { receiptNumber } = await act(client.applications.submit, { id, payment }, entryId);
    writeSync(1, `${receiptNumber} ${id}\n`);
    await sleep(0);
  }
}

async function keepTyping(client: CoreClient, { id }: Ready): Promise<void> {
  const { body } = await client.applications.get({ id });
  for (let mileageKm = (body.service === 'transfer' ? (body.mileageKm ?? 0) : 0) + 1; ; mileageKm += 1) {
    await client.applications.keepDraft({ id, body: { ...completeTransfer(), mileageKm }, step: 'vehicle', field: 'mileageKm' });
    writeSync(1, `mileage ${mileageKm} ${id}\n`);
    await sleep(1);
  }
}
