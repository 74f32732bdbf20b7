import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { v7 as newId } from 'uuid';
import type * as z from 'zod';
import type { Instant } from '#shared/base/instant.ts';
import type { Actor, Role } from '#shared/domain/role.ts';
import { entryText, firstPreviousHash } from '#shared/protocol/entry.ts';
import type { Change, EnrolAnswer, EntryAnswer, pullAnswer, pushAnswer, PushedEntry } from '#shared/protocol/messages.ts';
import { deviceHeader, hubPaths, signatureHeader, signedRequestText, timeHeader } from '#shared/protocol/request.ts';
import { protocolVersion } from '#shared/protocol/version.ts';
import { rawKeyText } from './enrol-answer.ts';

/** What a test makes of one act; the double chains, hashes and signs it as a counter does. */
export interface DoubleAct {
  readonly kind: string;
  readonly payload: unknown;
  readonly subject?: string | undefined;
  readonly actor?: Actor | undefined;
  readonly scope?: 'office' | 'device' | undefined;
}

export interface DoubleRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: Buffer | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** What is signed instead of what is sent, to forge with. */
  readonly signed?: { readonly body?: Buffer; readonly path?: string; readonly time?: string; readonly key?: KeyObject } | undefined;
}

export interface DoubleReply {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  // oxlint-disable-next-line typescript/no-explicit-any -- a test reads what it expects
  readonly json: any;
}

/** A counter's side of the protocol without a counter: one device, its key and its journal. */
export interface DeviceDouble {
  readonly answer: EnrolAnswer;
  readonly privateKey: KeyObject;
  readonly clerk: Actor;
  readonly registrar: Actor;
  /** Adds an entry to this device's journal without sending it. */
  write(act: DoubleAct): PushedEntry;
  /** Forgets every entry after this sequence number, as a file does that is put back from a backup. */
  setBack(seq: number): void;
  /** Begins the next epoch with a series letter of its own, without sending it. */
  openEpoch(why: 'restored' | 'copied' | 'set-back', seriesLetter?: string): PushedEntry;
  /** Sends entries as they are, gzipped, with the signature of the last one's hash. */
  push(entries: readonly PushedEntry[], headSignature?: string): Promise<DoubleReply>;
  /** Writes, sends and gives the one answer. */
  act(act: DoubleAct): Promise<EntryAnswer>;
  /** Everything after a cursor, page by page. */
  pullAll(after?: string, limit?: number): Promise<{ readonly changes: readonly Change[]; readonly next: string }>;
  post(path: string, json: unknown): Promise<DoubleReply>;
  send(request: DoubleRequest): Promise<DoubleReply>;
}

export interface EnrolDouble {
  readonly hubUrl: string;
  readonly code: string;
  readonly now: () => Instant;
}

/** Trades the code for a place as a device. */
export async function enrolDevice({ hubUrl, code, now }: EnrolDouble): Promise<DeviceDouble> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const response = await postEnrol(hubUrl, code, publicKey);
  if (!response.ok) throw new Error(`Enrolment: ${response.status} ${await response.text()}`);
  return deviceDouble({ hubUrl, now, privateKey, answer: (await response.json()) as EnrolAnswer });
}

export function postEnrol(hubUrl: string, code: string, publicKey: KeyObject): Promise<Response> {
  const body = JSON.stringify({
    protocol: protocolVersion,
    code,
    publicKey: rawKeyText(publicKey),
    sealKey: rawKeyText(generateKeyPairSync('x25519').publicKey),
  });
  return fetch(`${hubUrl}${hubPaths.enrol}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
}

export interface DeviceFacts {
  readonly hubUrl: string;
  readonly now: () => Instant;
  readonly privateKey: KeyObject;
  readonly answer: EnrolAnswer;
}

export function deviceDouble({ hubUrl, now, privateKey, answer }: DeviceFacts): DeviceDouble {
  const staff = (name: string, ...roles: Role[]): Actor => ({ id: newId(), name: `${name} ${answer.office.code}`, roles });
  const clerk = staff('Clerk', 'clerk');
  const journal: PushedEntry[] = [];
  let { epoch } = answer;

  const send = async ({ method, path, body = Buffer.alloc(0), headers = {}, signed = {} }: DoubleRequest): Promise<DoubleReply> => {
    const time = signed.time ?? now();
    const bodySha256 = createHash('sha256')
      .update(signed.body ?? body)
      .digest('hex');
    const text = signedRequestText({ method, path: signed.path ?? path, time, bodySha256 });
    const response = await fetch(`${hubUrl}${path}`, {
      method,
      headers: {
        [deviceHeader]: answer.deviceId,
        [timeHeader]: time,
        [signatureHeader]: sign(null, Buffer.from(text), signed.key ?? privateKey).toString('base64'),
        ...headers,
      },
      ...(body.length > 0 && { body: new Uint8Array(body) }),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
    return { status: response.status, headers: response.headers, bytes, json: isJson ? JSON.parse(bytes.toString()) : undefined };
  };
  const post = (path: string, json: unknown) =>
    send({ method: 'POST', path, body: Buffer.from(JSON.stringify(json)), headers: { 'content-type': 'application/json' } });

  const write = ({ kind, payload, subject = 'office:test', actor = clerk, scope = 'office' }: DoubleAct): PushedEntry => {
    const text = JSON.stringify(payload);
    const salt = randomBytes(16);
    const entry = {
      entryId: newId(),
      epoch,
      seq: journal.length + 1,
      at: now(),
      actor: { ...actor, roles: [...actor.roles] },
      kind,
      subject,
      scope,
      payload: scope === 'office' ? text : null,
      salt: salt.toString('base64'),
      payloadHash: createHash('sha256').update(salt).update(text).digest('hex'),
      previousHash: journal.at(-1)?.hash ?? firstPreviousHash,
    };
    const written = { ...entry, hash: hashOf(entry, answer.deviceId) };
    journal.push(written);
    return written;
  };
  const push = (entries: readonly PushedEntry[], headSignature = signHead(entries, privateKey)) => {
    const body = gzipSync(JSON.stringify({ protocol: protocolVersion, entries, headSignature }));
    return send({ method: 'POST', path: hubPaths.push, body, headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' } });
  };
  return {
    answer,
    privateKey,
    clerk,
    registrar: staff('Registrar', 'registrar'),
    write,
    setBack: (seq) => {
      journal.length = seq;
    },
    openEpoch: (why, seriesLetter = String.fromCodePoint(0x41 + epoch)) => {
      epoch += 1;
      return write({ kind: 'devices.openEpoch', subject: `device:${answer.deviceId}`, payload: { epoch, seriesLetter, why } });
    },
    push,
    post,
    send,
    act: async (act) => {
      const reply = await push([write(act)]);
      const [first] = (reply.json as z.infer<typeof pushAnswer>).answers ?? [];
      if (!first) throw new Error(`Push: ${reply.status} ${JSON.stringify(reply.json)}`);
      return first;
    },
    pullAll: async (after = '0:0', limit = 2_000) => {
      const changes: Change[] = [];
      for (let next = after; ;) {
        const reply = await post(hubPaths.pull, { protocol: protocolVersion, after: next, limit });
        if (reply.status !== 200) throw new Error(`Pull: ${reply.status} ${JSON.stringify(reply.json)}`);
        const page = reply.json as z.infer<typeof pullAnswer>;
        changes.push(...page.changes);
        next = page.next;
        if (!page.more) return { changes, next };
      }
    },
  };
}

function hashOf(entry: Omit<PushedEntry, 'hash'>, deviceId: string): string {
  return createHash('sha256')
    .update(entryText({ ...entry, deviceId }))
    .digest('hex');
}

export function signHead(entries: readonly PushedEntry[], privateKey: KeyObject): string {
  return sign(null, Buffer.from(entries.at(-1)?.hash ?? '', 'hex'), privateKey).toString('base64');
}
