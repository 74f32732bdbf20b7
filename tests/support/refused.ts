import { ORPCError } from '@orpc/client';
import type { Refusal } from '#shared/domain/refusal.ts';

/** The refusal that a call must end in; any other end is thrown, so that a test never takes a bug for a refusal. */
export async function refusalOf(call: PromiseLike<unknown>): Promise<Refusal> {
  const error = await failureOf(call);
  if (error instanceof ORPCError && error.defined && error.code === 'REFUSED') return error.data as Refusal;
  throw error;
}

/** What a call that must fail failed with. */
export function failureOf(call: PromiseLike<unknown>): Promise<unknown> {
  return Promise.resolve(call).then(
    (output) => {
      throw new Error(`The call was not refused but answered ${JSON.stringify(output)}`);
    },
    (error: unknown) => error,
  );
}
