import { createHash, sign, type KeyObject } from 'node:crypto';
import * as z from 'zod';
import type { PartyRole } from '#shared/domain/party.ts';
import {
  codeAnswer, codeRequest, lookUpAnswer, lookUpRequest, pullAnswer, pullRequest, pushAnswer, pushRequest, type PushedEntry,
} from '#shared/protocol/messages.ts';
import { hubPaths } from '#shared/protocol/request.ts';
import { protocolVersion } from '#shared/protocol/version.ts';
import { AppError } from '../refusal.ts';
import type { OfficeIdentity } from '../office/identity.ts';
import { answerOf, type HubReply } from './hub-reply.ts';
import { send, understood, type HubRequest, type RawReply } from './hub-request.ts';

export type PushAnswer = z.output<typeof pushAnswer>;
export type PullAnswer = z.output<typeof pullAnswer>;
export type LookUpAnswer = z.output<typeof lookUpAnswer>;
export type CodeAnswer = z.output<typeof codeAnswer>;

/** The hub as this PC reaches it. The first five are for sync, which must know why; the rest throw the refusal a person is told. */
export interface HubClient {
  health(): Promise<HubReply<unknown>>;
  push(entries: readonly PushedEntry[]): Promise<HubReply<PushAnswer>>;
  pull(after: string): Promise<HubReply<PullAnswer>>;
  putScan(sha256: string, bytes: Uint8Array): Promise<HubReply<unknown>>;
  lookUp(what: { readonly plate: string | null; readonly chassis: string | null }): Promise<LookUpAnswer>;
  sendCode(request: {
    readonly applicationId: string;
    readonly role: PartyRole;
    readonly phone: string;
    readonly locale?: 'en' | 'sw' | undefined;
  }): Promise<CodeAnswer>;
  getScan(sha256: string): Promise<Buffer>;
}

export interface HubClientDeps {
  readonly hubUrl: () => string;
  readonly identity: () => OfficeIdentity;
  readonly privateKey: KeyObject;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** The practice switch: while it is true no call touches the network, and an answer under way is lost, as on a real line. */
  readonly isCut: () => boolean;
  /** Called whenever the hub has said anything at all. */
  readonly onContact?: (() => void) | undefined;
  readonly closing?: AbortSignal | undefined;
}

const pageLimit = 500;
/** A probe must be over soon, so that a line that is back is seen within ten seconds (see `backoff.ts`). */
const probeTimeoutMs = 4_000;
const personTimeoutMs = 10_000;
const syncTimeoutMs = 60_000;
const scanTimeoutMs = 180_000;

export function openHubClient(deps: HubClientDeps): HubClient {
  const ask = (request: HubRequest, signed = true) => askHub(deps, request, signed);
  const post = async <S extends z.ZodType>(request: { path: string; json: unknown; timeoutMs: number }, schema: S) =>
    understood(await ask({ method: 'POST', path: request.path, body: { json: request.json }, timeoutMs: request.timeoutMs }), schema);
  return {
    health: async () => understood(await ask({ method: 'GET', path: hubPaths.health, timeoutMs: probeTimeoutMs }, false), z.looseObject({})),
    push: (entries) =>
      post({ path: hubPaths.push, json: pushBody(entries, deps.privateKey), timeoutMs: syncTimeoutMs }, pushAnswer),
    pull: (after) => {
      const json = { protocol: protocolVersion, after, limit: pageLimit } satisfies z.input<typeof pullRequest>;
      return post({ path: hubPaths.pull, json, timeoutMs: syncTimeoutMs }, pullAnswer);
    },
    putScan: async (sha256, bytes) =>
      understood(await ask({ method: 'PUT', path: `${hubPaths.scans}/${sha256}`, body: { bytes }, timeoutMs: scanTimeoutMs }), z.looseObject({})),
    lookUp: async (what) => {
      const json = { protocol: protocolVersion, ...what } satisfies z.input<typeof lookUpRequest>;
      return answerOf(await post({ path: hubPaths.lookUp, json, timeoutMs: personTimeoutMs }, lookUpAnswer));
    },
    sendCode: async ({ locale = 'en', ...request }) => {
      const json = { protocol: protocolVersion, ...request, locale } satisfies z.input<typeof codeRequest>;
      return answerOf(await post({ path: hubPaths.codes, json, timeoutMs: personTimeoutMs }, codeAnswer));
    },
    getScan: async (sha256) => scanOf(sha256, await ask({ method: 'GET', path: `${hubPaths.scans}/${sha256}`, timeoutMs: scanTimeoutMs })),
  };
}

async function askHub(deps: HubClientDeps, request: HubRequest, signed: boolean): Promise<RawReply> {
  if (deps.isCut()) return { kind: 'silence', reason: 'line-cut' };
  const signer = { deviceId: deps.identity().deviceId, privateKey: deps.privateKey };
  const reply = await send(
    { hubUrl: deps.hubUrl(), fetch: deps.fetch, closing: deps.closing },
    request,
    signed ? { signer, nowMs: deps.now() } : undefined,
  );
  if (deps.isCut()) return { kind: 'silence', reason: 'line-cut' };
  if (reply.kind !== 'silence') deps.onContact?.();
  return reply;
}

function pushBody(entries: readonly PushedEntry[], privateKey: KeyObject): z.input<typeof pushRequest> {
  const head = Buffer.from(entries.at(-1)?.hash ?? '', 'hex');
  return { protocol: protocolVersion, entries: [...entries], headSignature: sign(null, head, privateKey).toString('base64') };
}

/** A scan is what its hash says, wherever it comes from. */
function scanOf(sha256: string, reply: RawReply): Buffer {
  if (reply.kind === 'refusal' && reply.status === 404) throw new AppError('scan.lost');
  const { bytes } = answerOf(reply.kind === 'answer' ? { kind: 'answer', answer: reply } : reply);
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new AppError('hub.unreachable', { reason: 'not-understood' });
  return bytes;
}
