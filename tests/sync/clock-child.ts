import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { instantOf, type Instant } from '#shared/base/instant.ts';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import { startCore } from '#core/start-core.ts';
import { act, openDesk } from '#tests/support/desk.ts';
import { staffPassword } from '#tests/support/made-office.ts';
import { testHost } from '#tests/support/test-host.ts';
import { mpesaCode, soldByOwner } from '#tests/support/transfer-body.ts';
import { pay, transferReadyToPay } from '#tests/support/transfer-case.ts';

/**
 * A whole office whose clock the test turns while it runs. For each vehicle it is given (a line of JSON) it sells it, waits until the hub
 * has the act, and says what it sees.
 */
const [dataDir = ''] = process.argv.slice(2);
const core = await startCore(testHost({ dataDir }));
const { client } = openDesk(core);
while ((await client.start.status({})).phase === 'opening') await sleep(2);
await act(client.people.signIn, { login: 'clerk', password: staffPassword });
process.stdout.write('ready\n');

let sold = 0;
for await (const text of createInterface({ input: process.stdin })) {
  await heard();
  const vehicle = fresh(JSON.parse(text) as Vehicle, (await client.system.status({})).clock.lastActAt);
  const ready = await transferReadyToPay({ client }, soldByOwner(vehicle));
  sold += 1;
  const receipt = await pay({ client }, ready, mpesaCode(sold));
  const isSent = await sent(ready.id);
  const { clock } = await client.system.status({});
  process.stdout.write(`${JSON.stringify({ receipt, isSent, nowMs: Date.now(), clock })}\n`);
}
await core.close();

/** As if it had just been looked up, by the time that acts have here: an old fact would need a supervisor. */
function fresh(vehicle: Vehicle, lastActAt: Instant | null): Vehicle {
  const now = instantOf(Date.now());
  return { ...vehicle, source: { from: 'registry', asOf: lastActAt !== null && lastActAt > now ? lastActAt : now } };
}

/** After a leap of days this PC thinks it was alone for so long; a word of the hub ends that. */
async function heard(): Promise<void> {
  while ((await client.system.status({})).limits.state === 'stop') {
    await client.queue.tryNow({});
    await sleep(100);
  }
}

async function sent(id: string): Promise<boolean> {
  for (let tries = 0; tries < 150; tries += 1) {
    if ((await client.applications.get({ id })).line.state !== 'queued') return true;
    await client.queue.tryNow({});
    await sleep(100);
  }
  return false;
}
