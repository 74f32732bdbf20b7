import { createHash, type KeyObject } from 'node:crypto';
import * as z from 'zod';
import type { Driver } from '#shared/domain/driver.ts';
import type { PartyRole } from '#shared/domain/party.ts';
import {
  codeAnswer,
  codeRequest,
  escrowAnswer,
  type escrowRequest,
  leaveAnswer,
  type leaveRequest,
  driverAnswer,
  type driverRequest,
  lookUpAnswer,
  lookUpRequest,
  pullAnswer,
  type pushAnswer,
  type PushedEntry,
} from '#shared/protocol/messages.ts';
import { hubPaths } from '#shared/protocol/request.ts';
import { protocolVersion } from '#shared/protocol/version.ts';
import { AppError } from '../refusal.ts';
import type { OfficeIdentity } from '../office/identity.ts';
import type { HubHead } from './head.ts';
import { answerOf, type HubReply } from './hub-reply.ts';
import { pushReply } from './push-reply.ts';
import { pullBody, pushBody } from './message-bodies.ts';
import { openSignedTime } from './signed-time.ts';
import { uploadScan, type UploadingScan } from './scan-upload.ts';
import { send, understood, type HubRequest, type RawReply } from './hub-request.ts';

export type PushAnswer = z.output<typeof pushAnswer>;
export type PullAnswer = z.output<typeof pullAnswer>;
export type LookUpAnswer = z.output<typeof lookUpAnswer>;
export type CodeAnswer = z.output<typeof codeAnswer>;

export type OnSent = (bytes: number) => void;

/** The hub as this PC reaches it. The first five are for sync, which must know why; the next three throw the refusal a person is told. */
export interface HubClient {
  health(): Promise<HubReply<unknown>>;
  /** `onSent` hears how many bytes of body went out, whatever comes back. */
  push(entries: readonly PushedEntry[], onSent?: OnSent): Promise<HubReply<PushAnswer>>;
  pull(after: string): Promise<HubReply<PullAnswer>>;
  sendScan(scan: UploadingScan): Promise<HubReply<unknown>>;
  /** The last word of a PC that has sent everything up to this head. */
  leave(head: HubHead, reason: string): Promise<HubReply<unknown>>;
  lookUp(what: { readonly plate: string | null; readonly chassis: string | null }): Promise<LookUpAnswer>;
  lookUpDriver(identity: Pick<Driver, 'idKind' | 'idNumber'>): Promise<z.output<typeof driverAnswer>>;
  sendCode(request: {
    readonly applicationId: string;
    readonly role: PartyRole;
    readonly phone: string;
    readonly locale?: 'en' | 'sw' | undefined;
  }): Promise<CodeAnswer>;
  getScan(sha256: string): Promise<Buffer>;
  /** Hands in another office's letter; the answer is for that office. */
  carry(letter: Uint8Array): Promise<Buffer>;
  /** Leaves the office's key in keeping, sealed to the hub. */
  escrow(sealed: Uint8Array): Promise<HubReply<unknown>>;
  /** Tells a listener whenever the hub has said anything at all. */
  onContact(listener: () => void): void;
  /** Ends every request under way. */
  close(): void;
}

export interface HubClientDeps {
  readonly hubUrl: () => string;
  readonly identity: () => OfficeIdentity;
  readonly privateKey: KeyObject;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** The practice switch: while it is true no call touches the network, and an answer under way is lost, as on a real line. */
  readonly isCut: () => boolean;
}

/** A probe must be over soon, so that a line that is back is seen within ten seconds (see `backoff.ts`). */
const probeTimeoutMs = 4_000;
const personTimeoutMs = 10_000;
const syncTimeoutMs = 60_000;
const scanTimeoutMs = 180_000;
const letterTimeoutMs = 300_000;

interface Posting<S> {
  readonly timeoutMs: number;
  readonly schema: S;
  readonly onSent?: OnSent | undefined;
}

export function openHubClient(deps: HubClientDeps): HubClient {
  const listeners: (() => void)[] = [];
  const closing = new AbortController();
  const heard = <Reply extends { readonly kind: string }>(reply: Reply): Reply => {
    if (reply.kind !== 'silence') listeners.forEach((listener) => listener());
    return reply;
  };
  const time = openSignedTime(deps.now);
  const ask = async (request: HubRequest, signed = true) => {
    const reply = await askHub({ ...deps, now: time.nowMs }, closing.signal, { request, signed });
    return time.isCorrectedBy(reply) ? askHub({ ...deps, now: time.nowMs }, closing.signal, { request, signed }) : reply;
  };
  const post = async <S extends z.ZodType>(path: string, json: unknown, { timeoutMs, schema, onSent }: Posting<S>) =>
    heard(understood(await ask({ method: 'POST', path, body: { json }, timeoutMs, onSent }), schema));
  const pathOf = (sha256: string) => `${hubPaths.scans}/${sha256}`;
  return {
    health: async () =>
      heard(
        understood(
          await ask({ method: 'GET', path: hubPaths.health, timeoutMs: probeTimeoutMs }, false),
          z.looseObject({ ok: z.literal(true) }),
        ),
      ),
    push: (entries, onSent) =>
      post(hubPaths.push, pushBody(entries, deps.privateKey), { timeoutMs: syncTimeoutMs, schema: pushReply, onSent }),
    pull: (after) => {
      return post(hubPaths.pull, pullBody(after), { timeoutMs: syncTimeoutMs, schema: pullAnswer });
    },
    sendScan: async (scan) => heard(await uploadScan(ask, scan)),
    leave: (head, reason) => {
      const json = { protocol: protocolVersion, head, reason } satisfies z.input<typeof leaveRequest>;
      return post(hubPaths.leave, json, { timeoutMs: syncTimeoutMs, schema: leaveAnswer });
    },
    lookUp: async (what) => {
      const json = { protocol: protocolVersion, ...what } satisfies z.input<typeof lookUpRequest>;
      return answerOf(await post(hubPaths.lookUp, json, { timeoutMs: personTimeoutMs, schema: lookUpAnswer }));
    },
    lookUpDriver: async (identity) => {
      const json = { protocol: protocolVersion, ...identity } satisfies z.input<typeof driverRequest>;
      return answerOf(await post(hubPaths.lookUpDriver, json, { timeoutMs: personTimeoutMs, schema: driverAnswer }));
    },
    sendCode: async ({ locale = 'en', ...request }) => {
      const json = { protocol: protocolVersion, ...request, locale } satisfies z.input<typeof codeRequest>;
      return answerOf(await post(hubPaths.codes, json, { timeoutMs: personTimeoutMs, schema: codeAnswer }));
    },
    getScan: async (sha256) => scanOf(sha256, await ask({ method: 'GET', path: pathOf(sha256), timeoutMs: scanTimeoutMs })),
    carry: async (letter) => {
      const reply = await ask({ method: 'POST', path: hubPaths.post, body: { bytes: letter }, timeoutMs: letterTimeoutMs });
      return answerOf(heard(reply.kind === 'answer' ? { kind: 'answer', answer: reply.bytes } : reply));
    },
    escrow: (sealed) => {
      const json = { protocol: protocolVersion, sealed: Buffer.from(sealed).toString('base64') } satisfies z.input<typeof escrowRequest>;
      return post(hubPaths.escrow, json, { timeoutMs: syncTimeoutMs, schema: escrowAnswer });
    },
    onContact: (listener) => {
      listeners.push(listener);
    },
    close: () => closing.abort(),
  };
}

async function askHub(
  deps: HubClientDeps,
  closing: AbortSignal,
  { request, signed }: { request: HubRequest; signed: boolean },
): Promise<RawReply> {
  if (deps.isCut()) return { kind: 'silence', reason: 'line-cut' };
  const signer = { deviceId: deps.identity().deviceId, privateKey: deps.privateKey };
  const signing = signed ? { signer, nowMs: deps.now() } : undefined;
  const reply = await send({ hubUrl: deps.hubUrl(), fetch: deps.fetch, closing }, request, signing);
  return deps.isCut() ? { kind: 'silence', reason: 'line-cut' } : reply;
}

/** A scan is what its hash says, wherever it comes from. */
function scanOf(sha256: string, reply: RawReply): Buffer {
  if (reply.kind === 'refusal' && reply.status === 404) throw new AppError('scan.lost');
  const { bytes } = answerOf(reply.kind === 'answer' ? { kind: 'answer', answer: reply } : reply);
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new AppError('hub.unreachable', { reason: 'not-understood' });
  return bytes;
}
