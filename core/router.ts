import { randomUUID } from 'node:crypto';
import { implement, ORPCError, ValidationError, type AnyRouter } from '@orpc/server';
import { contract, type Contract } from '#shared/contract/contract.ts';
import type { Procedure } from '#shared/contract/procedure.ts';
import { wireContract, type Act } from '#shared/contract/wire.ts';
import { refusal, type FieldProblem, type Refusal } from '#shared/domain/refusal.ts';
import type { Call, Dispatch } from './dispatch.ts';
import type { OfficeHandlers } from './handler.ts';
import type { LogLine } from './host.ts';
import type { Seat } from './people/seat.ts';
import { AppError } from './refusal.ts';

/** An open office: the way in, and what stands behind it. */
export interface OpenOffice {
  readonly dispatch: Dispatch;
  readonly handlers: OfficeHandlers;
}

export interface RouterDeps {
  /** Undefined until the database is open; `start` and what needs no office are answered by `beforeOpen`. */
  readonly office: () => OpenOffice | undefined;
  readonly beforeOpen: (name: string, call: { readonly seat: Seat; readonly input: unknown; readonly entryId: string }) => unknown;
  readonly log: (line: LogLine) => void;
}

type Feature = Exclude<keyof Contract, 'start'>;

/** Carries every procedure of the contract to dispatch, and turns what comes back into the two errors of the wire. */
export function openRouter(deps: RouterDeps): AnyRouter {
  const os = implement(wireContract)
    .$context<{ seat: Seat }>()
    .use(async ({ next, path }) => {
      try {
        return await next();
      } catch (error) {
        throw wireError(error, path.join('.'), deps.log);
      }
    });
  const features = Object.entries(contract).map(([feature, procedures]) => [
    feature,
    Object.fromEntries(
      Object.entries(procedures).map(([name, procedure]) => {
        const implementer = (os as unknown as Record<string, Record<string, { handler: (run: Run) => unknown }>>)[feature]?.[name];
        return [name, implementer?.handler((request) => answer(deps, { feature, name, procedure }, request))];
      }),
    ),
  ]);
  return Object.fromEntries(features) as AnyRouter;
}

interface Request {
  readonly input: unknown;
  readonly context: { readonly seat: Seat };
  readonly signal?: AbortSignal | undefined;
}
type Run = (request: Request) => unknown;

interface Target {
  readonly feature: string;
  readonly name: string;
  readonly procedure: Procedure;
}

function answer(deps: RouterDeps, { feature, name, procedure }: Target, request: Request): unknown {
  const { seat } = request.context;
  const { entryId, act } = procedure.kind === 'command' ? (request.input as Act<unknown>) : { entryId: '', act: request.input };
  const call: Call = { name: `${feature}.${name}`, procedure, seat, input: act };
  const open = deps.office();
  if (feature === 'start' || !open) return deps.beforeOpen(call.name, { seat, input: act, entryId });
  // The compiler has checked every handler against its procedure; this is where a name at run time meets it.
  const run = (open.handlers[feature as Feature] as unknown as Record<string, never>)[name] as never;
  switch (procedure.kind) {
    case 'query':
      return open.dispatch.query(call, run);
    case 'keep':
      return open.dispatch.keep(call, run);
    case 'watch':
      return (run as (...args: unknown[]) => unknown)(open.dispatch.queryContext(call), act, request.signal);
    case 'command':
      return open.dispatch.command(call, entryId, run);
  }
}

/** A refusal goes out as it is; anything else is a bug, logged under a reference that the clerk is told. */
function wireError(error: unknown, call: string, log: RouterDeps['log']): unknown {
  const refused = refusalOf(error);
  if (refused) return new ORPCError('REFUSED', { data: refused });
  const reference = randomUUID().slice(0, 8).toUpperCase();
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log({ level: 'error', event: 'bug', facts: { reference, call, stack: stack.slice(0, 4000) } });
  return new ORPCError('BUG', { data: { reference } });
}

function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof AppError) return error.refusal;
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError) {
    return refusal('act.invalid-input', {}, error.cause.issues.map(problemOf));
  }
  return undefined;
}

function problemOf(issue: { readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined }): FieldProblem {
  const keys = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).filter((key) => key !== 'act');
  return { step: '', field: keys.join('.'), code: 'input.malformed', facts: {} };
}
