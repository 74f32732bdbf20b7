import { setTimeout as wait } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { openFaultProxy, lineFaults, type FaultProxy } from './fault-proxy.ts';
import { openOfficePc, type OfficePc } from './office-pc.ts';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import type { Submission } from '#shared/protocol/messages.ts';
import type { TestHub } from '../support/hub.ts';

/** A counter with a real file behind a bad line of its own. */
export interface Site {
  readonly pc: OfficePc;
  readonly line: FaultProxy;
}

export async function openSites(test: TestHub, officeCodes: readonly string[], cursor: string): Promise<Site[]> {
  return Promise.all(
    officeCodes.map(async (officeCode) => {
      const line = await openFaultProxy(test.hub.url);
      onTestFinished(() => line.close());
      return { line, pc: await openOfficePc({ test, officeCode, hubUrl: line.url, cursor }) };
    }),
  );
}

const mostSteps = 16;
const longestPauseMs = 12;
const refusedMs = 15;
const tooLittleCents = 1;
/** A person who looks at the queue and presses "try now". */
const pressMs = 60;

/** Runs steps that `chance` draws, at all sites at once, and then lets the lines be good until every act has its answer. */
export async function runRealSchedule(sites: readonly Site[], nextVehicle: () => Vehicle, chance: () => number): Promise<Submission[]> {
  const pick = <T>(choices: readonly T[]): T => {
    const picked = choices[Math.floor(chance() * choices.length)];
    if (picked === undefined) throw new Error('Nothing to pick from');
    return picked;
  };
  const shared = nextVehicle();
  const written: Submission[] = [];
  const submit = ({ pc }: Site, vehicle: Vehicle, paidCents?: number) => {
    const submission = pc.submit(vehicle, paidCents === undefined ? {} : { payment: { amountCents: paidCents } });
    written.push(submission);
  };
  const deeds: readonly ((site: Site) => unknown)[] = [
    (site) => submit(site, nextVehicle()),
    (site) => submit(site, nextVehicle()),
    (site) => submit(site, shared),
    (site) => submit(site, nextVehicle(), tooLittleCents),
    ({ line }) => line.planAny(pick(lineFaults)),
    ({ line }) => line.planAny(pick(lineFaults), pick(lineFaults)),
    ({ line }) => line.planAny(pick(lineFaults), pick(lineFaults), pick(lineFaults)),
    ({ pc }) => pc.restart(),
    ({ pc }) => pc.sync.tryNow(),
    ({ line }) => refuseForAWhile(line),
  ];
  for (let step = 0; step < mostSteps; step += 1) {
    await pick(deeds)(pick(sites));
    await wait(chance() * longestPauseMs);
  }
  await Promise.all(sites.map(calm));
  return written;
}

async function refuseForAWhile(line: FaultProxy): Promise<void> {
  await line.refuse();
  await wait(refusedMs);
  await line.open();
}

async function calm({ pc, line }: Site): Promise<void> {
  line.calm();
  const pressing = setInterval(() => pc.sync.tryNow(), pressMs);
  pc.sync.tryNow();
  try {
    await pc.sent();
  } finally {
    clearInterval(pressing);
  }
}
