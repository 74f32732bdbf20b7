import { ORPCError, ValidationError } from '@orpc/contract';
import { OpenAPIHandler } from '@orpc/openapi/fetch';
import { hubRefusal } from '#shared/protocol/messages.ts';
import type { Device } from '../devices/device.ts';
import { refusalOf } from '../fault.ts';
import type { HubDeps } from '../hub-deps.ts';
import { HubRefusal } from '../refusal.ts';
import { hubRouter } from '../router.ts';

/** One message of the contract, its sender proved and its body unpacked. */
export interface RpcRequest {
  readonly path: string;
  readonly json: Buffer;
  readonly device: Device | undefined;
}

export interface RpcReply {
  readonly status: number;
  readonly json: string;
}

export type Rpc = (request: RpcRequest) => Promise<RpcReply>;

/** The contract over plain bytes; every failure leaves as `{ code, facts }`. */
export function openRpc(deps: HubDeps): Rpc {
  const handler = new OpenAPIHandler(hubRouter, {
    customErrorResponseBodyEncoder: (error) => refusalBody(error, deps),
  });
  return async ({ path, json, device }) => {
    const request = new Request(`http://hub${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Uint8Array(json),
    });
    const { response } = await handler.handle(request, { context: { deps, device } });
    if (!response) throw new HubRefusal(404, 'request.unknown-path');
    return { status: response.status, json: await response.text() };
  };
}

function refusalBody(error: ORPCError<string, unknown>, { log }: HubDeps): unknown {
  const known = hubRefusal.safeParse(error.data);
  if (known.success) return known.data;
  if (error.status === 400)
    return error.cause instanceof ValidationError ? invalid(error.cause) : { code: 'request.unreadable', facts: {} };
  const { code, facts } = refusalOf(error.cause ?? error, log);
  return { code, facts };
}

/** Names the field at fault and, in a batch, the sequence number of its entry, so that the counter can set that one aside. */
function invalid({ issues, data }: ValidationError): unknown {
  const path = (issues[0]?.path ?? []).map((part) => (typeof part === 'object' ? part.key : part));
  const seq = path[0] === 'entries' ? seqAt(data, Number(path[1])) : undefined;
  return { code: 'request.invalid', facts: { field: path.join('.'), ...(seq !== undefined && { seq }) } };
}

function seqAt(data: unknown, index: number): number | undefined {
  const entry: unknown = (data as { entries?: unknown[] }).entries?.[index];
  const seq = typeof entry === 'object' && entry !== null && 'seq' in entry ? entry.seq : undefined;
  return typeof seq === 'number' ? seq : undefined;
}
