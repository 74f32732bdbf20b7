import { v7 } from 'uuid';
import type { Act } from '#shared/contract/wire.ts';

/** The entry id of an act, made before it is tried: trying again under the same id finds the first one instead of doing it twice. */
export function actId(): string {
  return v7();
}

/** Does a command of the contract: `act(client.payments.take, { … }, id)`. Give the id when the act may be tried again. */
export function act<I, O>(procedure: (input: Act<I>) => PromiseLike<O>, input: I, entryId: string = actId()): PromiseLike<O> {
  return procedure({ entryId, act: input });
}
