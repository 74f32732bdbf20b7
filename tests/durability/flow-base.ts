import { makeOffice, withOfficeFile } from '#tests/support/made-office.ts';
import { mondayMorning } from '#tests/support/clock.ts';
import { addReadyApplications } from '#tests/support/ready-applications.ts';
import { findUserByLogin } from '#core/people/store.ts';
import { openAnswers } from './answers-flow.ts';
import { openEarlierPayment } from './counter-flows.ts';
import type { FlowOptions } from './flow.ts';
import { countOf, stands } from './stands.ts';

/** An office in which every flow has something to do: money to take, returned applications to send again, answers to wait for. */
export async function makeFlowBase(): Promise<FlowOptions> {
  const dataDir = await makeOffice(mondayMorning);
  const clerkId = await withOfficeFile(dataDir, (storage) => {
    addReadyApplications(storage, { count: countOf(stands), nowMs: mondayMorning });
    return findUserByLogin(storage.reader, 'clerk')?.id ?? '';
  });
  const base = { dataDir, clerkId };
  const counter = await openEarlierPayment(base);
  for (let n = 0; n < stands.returned + stands.queued; n += 1) await counter.attempt(n);
  await counter.close();
  const hub = await openAnswers(base, { from: 0, outcome: 'refused' });
  for (let n = 0; n < stands.returned; n += 1) await hub.attempt(n);
  await hub.close();
  return base;
}
