import type * as z from 'zod';
import type { Contract } from '#shared/contract/contract.ts';
import type { Procedure } from '#shared/contract/procedure.ts';
import type { CommandContext, KeepContext, QueryContext } from './context.ts';

/**
 * An act in two parts: `prepare` may wait (hash a password, ask the hub, check a scan) and reads only; `execute` decides and stores, at
 * once, inside the transaction.
 */
export interface CommandHandler<I, O, P> {
  readonly prepare: (cx: QueryContext, input: I) => Promise<P>;
  readonly execute: (cx: CommandContext, input: I, prepared: P) => O;
}

declare const preparedType: unique symbol;

/** A command handler whose prepared value only it knows. */
export interface AnyCommandHandler<I, O> {
  readonly [preparedType]: true;
  readonly prepare: (cx: QueryContext, input: I) => Promise<unknown>;
  readonly execute: (cx: CommandContext, input: I, prepared: unknown) => O;
}

/** Joins the two parts of an act; the type of what is prepared stays between them. */
export function prepared<I, O, P>(handler: CommandHandler<I, O, P>): AnyCommandHandler<I, O> {
  return handler as unknown as AnyCommandHandler<I, O>;
}

type Input<P extends Procedure> = z.output<P['input']>;
type Output<P extends Procedure> = z.input<P['output']>;

/** The shape of a handler by the kind of its procedure; a query gets no connection it could write on. */
export type HandlerOf<P extends Procedure> = P['kind'] extends 'command'
  ? ((cx: CommandContext, input: Input<P>) => Output<P>) | AnyCommandHandler<Input<P>, Output<P>>
  : P['kind'] extends 'query'
    ? (cx: QueryContext, input: Input<P>) => Output<P> | Promise<Output<P>>
    : P['kind'] extends 'keep'
      ? (cx: KeepContext, input: Input<P>) => Output<P> | Promise<Output<P>>
      : (cx: QueryContext, input: Input<P>, signal: AbortSignal | undefined) => AsyncGenerator<Output<P>>;

/** All handlers of one feature; the compiler demands each. */
export type FeatureHandlers<F extends Exclude<keyof Contract, 'start'>> = {
  readonly [N in keyof Contract[F]]: Contract[F][N] extends Procedure ? HandlerOf<Contract[F][N]> : never;
};

export type OfficeHandlers = { readonly [F in Exclude<keyof Contract, 'start'>]: FeatureHandlers<F> };
