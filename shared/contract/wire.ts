import { eventIterator, oc, type ContractProcedure, type ErrorMap, type Schema } from '@orpc/contract';
import * as z from 'zod';
import { refusalCodes } from '../domain/refusal.ts';
import { contract, type Contract } from './contract.ts';
import { fieldProblem, id } from './model.ts';
import type { Procedure } from './procedure.ts';

/** The two ways an act can fail on the wire: a refusal the clerk can act on, or a bug with its reference in the log. */
const errors = {
  REFUSED: {
    data: z.strictObject({
      code: z.enum(refusalCodes),
      facts: z.record(z.string(), z.union([z.string(), z.number()])),
      problems: z.array(fieldProblem),
    }),
  },
  BUG: { data: z.strictObject({ reference: z.string() }) },
} satisfies ErrorMap;

type Errors = typeof errors;

/** A command travels with the entry id made before it, so that a repeat finds the first one. */
export interface Act<I> {
  readonly entryId: string;
  readonly act: I;
}

type WireInput<P extends Procedure> = P['kind'] extends 'command'
  ? z.ZodType<Act<z.output<P['input']>>, Act<z.input<P['input']>>>
  : P['input'];

type WireOutput<P extends Procedure> = P['kind'] extends 'watch'
  ? Schema<AsyncIteratorObject<z.input<P['output']>, unknown, void>, AsyncIteratorObject<z.output<P['output']>, unknown, void>>
  : P['output'];

type WireFeature<F> = {
  readonly [N in keyof F]: F[N] extends Procedure
    ? ContractProcedure<WireInput<F[N]>, WireOutput<F[N]>, Errors, Record<never, never>>
    : never;
};
export type WireContract = { readonly [N in keyof Contract]: WireFeature<Contract[N]> };

function wireProcedure(procedure: Procedure) {
  const base = oc.errors(errors);
  switch (procedure.kind) {
    case 'command':
      return base.input(z.strictObject({ entryId: id, act: procedure.input })).output(procedure.output);
    case 'watch':
      return base.input(procedure.input).output(eventIterator(procedure.output));
    default:
      return base.input(procedure.input).output(procedure.output);
  }
}

/** The oRPC form of the contract, the only place besides the host adapters and the renderer's connection that knows oRPC. */
export const wireContract = Object.fromEntries(
  Object.entries(contract).map(([feature, procedures]) => [
    feature,
    Object.fromEntries(Object.entries(procedures).map(([name, procedure]) => [name, wireProcedure(procedure)])),
  ]),
) as unknown as WireContract;
