import { setTimeout as sleep } from 'node:timers/promises';
import { startCore, type Core } from '#core/start-core.ts';
import { mondayMorning } from '#tests/support/clock.ts';
import { openDesk } from '#tests/support/desk.ts';
import { testHost } from '#tests/support/test-host.ts';
import { Refused, type Flow, type FlowOptions } from './flow.ts';

/** The start of the program on a file that is at rest; where it failed, the next attempt is the person's *try again*. */
export function openStart({ dataDir }: Pick<FlowOptions, 'dataDir'>): Promise<Flow> {
  const state: { core: Core | undefined; ready: boolean } = { core: undefined, ready: false };
  const begin = async (): Promise<Core> => {
    await state.core?.close();
    return startCore(testHost({ dataDir, now: () => mondayMorning }));
  };
  return Promise.resolve({
    attempt: async () => {
      const isRetry = state.core !== undefined && !state.ready;
      state.ready = false;
      state.core = isRetry && state.core ? state.core : await begin();
      const { client } = openDesk(state.core);
      if (isRetry) await client.start.retry({});
      while ((await client.start.status({})).phase === 'opening') await sleep(1);
      const { phase, failure } = await client.start.status({});
      state.ready = phase === 'ready';
      if (!state.ready) throw new Refused(failure?.code ?? phase);
      return phase;
    },
    isReadOnly: () => Promise.resolve(!state.ready),
    close: async () => state.core?.close(),
  });
}
