import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { startCore } from '#core/start-core.ts';
import { mondayMorning } from '#tests/support/clock.ts';
import { act, openDesk } from '#tests/support/desk.ts';
import { testHost } from '#tests/support/test-host.ts';
import { mpesaCode } from '#tests/support/transfer-body.ts';

/**
 * Takes money for one ready application after the other, through the whole core, and says each receipt only once the core has: the test
 * kills it somewhere in between. Its clock begins anew in each life; business time must not.
 */
// The line is down, and says so at once: half of a short life would go into loading a client that reaches nobody.
globalThis.fetch = () => Promise.reject(new TypeError('the line is down'));

const [dataDir = '', clerkId = ''] = process.argv.slice(2);
const startedAt = Date.now();
const core = await startCore(testHost({ dataDir, now: () => mondayMorning + Date.now() - startedAt }));
const { client, seat } = openDesk(core);
while ((await client.start.status({})).phase === 'opening') await sleep(1);
seat.sitDown(clerkId);
const { lines } = await client.applications.list({ show: 'all', state: 'awaiting-payment', limit: 500, offset: 0 });
for (const { id, reference } of lines) {
  const { fee } = await client.applications.get({ id });
  if (fee.kind !== 'lines') throw new Error(`The fee is ${fee.kind}`);
  const code = mpesaCode(Number(reference.slice(-6)));
  const { receiptNumber } = await act(client.applications.submit, { id, payment: { method: 'mpesa', code, amountCents: fee.totalCents } });
  writeSync(1, `${receiptNumber} ${id}\n`);
}
await core.close();
