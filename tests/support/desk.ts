import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { v7 } from 'uuid';
import type { Act, WireContract } from '#shared/contract/wire.ts';
import type { Core, Seat } from '#core/start-core.ts';

/** The contract as a screen holds it. */
export type CoreClient = ContractRouterClient<WireContract>;

/** A desk where somebody may sit: its own seat, and the contract through it. */
export interface Desk {
  readonly client: CoreClient;
  readonly seat: Seat;
}

/** Calls travel in the process, through the same router, checks and errors as over a wire. */
export function openDesk(core: Core): Desk {
  const seat = core.openSeat();
  const client = createRouterClient(core.router, { context: { seat } }) as unknown as CoreClient;
  return { client, seat };
}

/** Does a command under an entry id made beforehand, as screens do; a repeat gives the id of the first. */
export function act<I, O>(procedure: (input: Act<I>) => PromiseLike<O>, input: I, entryId: string = v7()): PromiseLike<O> {
  return procedure({ entryId, act: input });
}
