import { setTimeout as sleep } from 'node:timers/promises';
import { startCore } from '#core/start-core.ts';
import { mondayMorning } from '#tests/support/clock.ts';
import { act, openDesk, type CoreClient } from '#tests/support/desk.ts';
import { testHost } from '#tests/support/test-host.ts';
import { completeTransfer, mpesaCode } from '#tests/support/transfer-body.ts';
import { entryIdOf, type Flow, type FlowOptions } from './flow.ts';
import { placeOf } from './stands.ts';

type Attempt = (client: CoreClient, ids: readonly string[], n: number) => Promise<string>;

/** Money for an application, with its receipt. */
export function openPayment(options: FlowOptions): Promise<Flow> {
  return openAtCounter(options, (client, ids, n) => pay(client, ids[placeOf('ready', n)] ?? '', placeOf('ready', n)));
}

/** The same for the applications that the hub has answered, or shall. */
export function openEarlierPayment(options: FlowOptions): Promise<Flow> {
  return openAtCounter(options, (client, ids, n) => pay(client, ids[n] ?? '', n));
}

async function pay(client: CoreClient, id: string, place: number): Promise<string> {
  const { fee } = await client.applications.get({ id });
  if (fee.kind !== 'lines') throw new Error(`The fee is ${fee.kind}`);
  const payment = { method: 'mpesa', code: mpesaCode(place), amountCents: fee.totalCents } as const;
  const { receiptNumber } = await act(client.applications.submit, { id, payment }, entryIdOf('payment', place));
  return `${receiptNumber} ${id}`;
}

/** An application that the hub returned, sent again. */
export function openSubmission(options: FlowOptions): Promise<Flow> {
  return openAtCounter(options, async (client, ids, n) => {
    const id = ids[placeOf('returned', n)] ?? '';
    await act(client.applications.resubmit, { id }, entryIdOf('submission', n));
    return id;
  });
}

/** Typing that is kept: the mileage is the number of the attempt. */
export function openTyping(options: FlowOptions): Promise<Flow> {
  return openAtCounter(options, async (client, ids, n) => {
    const body = { ...completeTransfer(), mileageKm: n + 1 };
    await client.applications.keepDraft({ id: ids[placeOf('typed', 0)] ?? '', body, step: 'vehicle', field: 'mileageKm' });
    return String(n + 1);
  });
}

async function openAtCounter({ dataDir, clerkId }: FlowOptions, attempt: Attempt): Promise<Flow> {
  const startedAt = Date.now();
  const core = await startCore(testHost({ dataDir, now: () => mondayMorning + Date.now() - startedAt }));
  const { client, seat } = openDesk(core);
  while ((await client.start.status({})).phase === 'opening') await sleep(1);
  seat.sitDown(clerkId);
  const { lines } = await client.applications.list({ show: 'all', state: null, limit: 500, offset: 0 });
  const ids = lines.toSorted((one, other) => (one.reference < other.reference ? -1 : 1)).map(({ id }) => id);
  return {
    attempt: (n) => attempt(client, ids, n),
    isReadOnly: async () => (await client.office.status({})).readOnly,
    close: () => core.close(),
  };
}
