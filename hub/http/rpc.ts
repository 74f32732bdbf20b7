import { ORPCError, ValidationError } from '@orpc/contract';
import { OpenAPIHandler } from '@orpc/openapi/fetch';
import { hubRefusal, pushRequest } from '#shared/protocol/messages.ts';
import { hubPaths } from '#shared/protocol/request.ts';
import type { Device } from '../devices/device.ts';
import { refusalOf } from '../fault.ts';
import type { HubDeps } from '../hub-deps.ts';
import { HubRefusal } from '../refusal.ts';
import { hubRouter, takePush } from '../router.ts';

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
  const others = openContract(deps);
  return (request) => (request.path === hubPaths.push ? answerPush(deps, request) : others(request));
}

/**
 * What comes by the thousand goes its own way: the general one makes a `Request` and a `Response` of every batch and looks at the hub's own
 * answer field by field, which takes as long as proving the batch. What is taken and what is refused is the same.
 */
async function answerPush(deps: HubDeps, { json, device }: RpcRequest): Promise<RpcReply> {
  try {
    const asked = jsonOf(json);
    const { data: input, error } = pushRequest.safeParse(asked);
    if (!input) return { status: 400, json: JSON.stringify(invalid(error.issues, asked)) };
    return { status: 200, json: JSON.stringify(await takePush({ deps, device }, input)) };
  } catch (error) {
    const { status, code, facts } = refusalOf(error, deps.log);
    return { status, json: JSON.stringify({ code, facts }) };
  }
}

function jsonOf(json: Buffer): unknown {
  try {
    return json.length === 0 ? undefined : JSON.parse(json.toString());
  } catch {
    throw new HubRefusal(400, 'request.unreadable');
  }
}

function openContract(deps: HubDeps): Rpc {
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
    return error.cause instanceof ValidationError
      ? invalid(error.cause.issues, error.cause.data)
      : { code: 'request.unreadable', facts: {} };
  const { code, facts } = refusalOf(error.cause ?? error, log);
  return { code, facts };
}

type Issues = ValidationError['issues'];

/** Names the field at fault and, in a batch, the sequence number of its entry, so that the counter can set that one aside. */
function invalid(issues: Issues, data: unknown): unknown {
  const path = (issues[0]?.path ?? []).map((part) => (typeof part === 'object' ? part.key : part));
  const seq = path[0] === 'entries' ? seqAt(data, Number(path[1])) : undefined;
  return { code: 'request.invalid', facts: { field: path.join('.'), ...(seq !== undefined && { seq }) } };
}

function seqAt(data: unknown, index: number): number | undefined {
  const entry: unknown = (data as { entries?: unknown[] } | undefined)?.entries?.[index];
  const seq = typeof entry === 'object' && entry !== null && 'seq' in entry ? entry.seq : undefined;
  return typeof seq === 'number' ? seq : undefined;
}
