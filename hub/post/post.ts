import { createHash, sign } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type * as z from 'zod';
import {
  letterBody,
  letterLimits,
  letterSealContext,
  letterToHub,
  openBody,
  openLetter,
  unsignedLetter,
  type letterFromHub,
  type LetterHeader,
  type LetterToHub,
  type OpenedLetter,
} from '#shared/protocol/post.ts';
import { oldestAnsweredVersion, protocolVersion } from '#shared/protocol/version.ts';
import { pull } from '../changes/pull.ts';
import { openSealed, sealFor } from '../crypto/seal.ts';
import { findDevice, isSignedBy, type Device } from '../devices/device.ts';
import { getSealKey } from '../devices/seal-key.ts';
import type { HubDeps } from '../hub-deps.ts';
import { push } from '../journal/push.ts';
import { applyWaiting } from '../journal/waiting.ts';
import { HubRefusal } from '../refusal.ts';
import { keepScan } from '../scans/upload.ts';

type LetterFromHub = z.input<typeof letterFromHub>;

/**
 * Answers a letter that was carried here by hand. Who wrote it is proved by its signature and nobody else could read it, so who carried it
 * does not matter; its messages go through the same doors as those of the line, so reading a letter twice does nothing twice.
 */
export async function answerLetter(deps: HubDeps, bytes: Uint8Array): Promise<Buffer> {
  const letter = openLetter(bytes);
  if (letter?.header.kind !== 'to-hub') throw new HubRefusal(400, 'post.not-a-letter');
  checkProtocol(letter.header);
  const device = await writerOf(deps, letter);
  const content = await contentOf(deps, letter);
  const answer: LetterFromHub = {
    pushes: await pushAll(deps, device, content.toHub),
    scans: await keepScans(deps, device, content),
    pages: await pullAll(deps, device, content.toHub),
  };
  return seal(deps, { device, asked: letter.header, answer });
}

function checkProtocol({ protocol }: LetterHeader): void {
  if (protocol >= oldestAnsweredVersion && protocol <= protocolVersion) return;
  throw new HubRefusal(426, 'request.protocol', { oldest: oldestAnsweredVersion, newest: protocolVersion });
}

async function writerOf({ database }: HubDeps, { header, signed, signature }: OpenedLetter): Promise<Device> {
  const device = await findDevice(database, header.deviceId);
  if (!device) throw new HubRefusal(401, 'device.unknown');
  if (!isSignedBy(device, Buffer.from(signed), Buffer.from(signature).toString('base64'))) throw new HubRefusal(409, 'post.altered');
  if (device.state === 'revoked' || device.state === 'left') throw new HubRefusal(401, `device.${device.state}`);
  return device;
}

interface Content {
  readonly toHub: LetterToHub;
  readonly scans: Buffer;
}

/** The signature holds, so a seal that does not open was made for another hub's key. */
async function contentOf({ key }: HubDeps, { header, sealed }: OpenedLetter): Promise<Content> {
  const plain = openSealed(key.sealPrivateKey, letterSealContext(header), sealed);
  if (!plain) throw new HubRefusal(409, 'post.other-hub');
  const body = openBody(plain);
  const json = body && (await promisify(gunzip)(body.json, { maxOutputLength: letterLimits.jsonBytes }).catch(() => undefined));
  const parsed = letterToHub.safeParse(json && jsonOf(json));
  if (!body || !parsed.success) throw new HubRefusal(400, 'request.invalid', { field: parsed.error?.issues[0]?.path.join('.') ?? '' });
  return { toHub: parsed.data, scans: Buffer.from(body.scans) };
}

/** In the order of the journal; what follows a batch that is refused would not join the chain. */
async function pushAll(deps: HubDeps, device: Device, { pushes }: LetterToHub): Promise<LetterFromHub['pushes']> {
  const answers: LetterFromHub['pushes'] = [];
  for (const request of pushes) {
    try {
      answers.push({ kind: 'answer', answer: await push({ ...deps, device, now: deps.now() }, request) });
    } catch (error) {
      if (!(error instanceof HubRefusal)) throw error;
      return [...answers, { kind: 'refusal', refusal: { code: error.code, facts: { ...error.facts } } }];
    }
  }
  return answers;
}

/** Each scan must be what its hash says; one that is not stays behind, and so do those whose bytes the letter does not have. */
async function keepScans(deps: HubDeps, device: Device, { toHub, scans }: Content): Promise<string[]> {
  const kept: string[] = [];
  let at = 0;
  for (const { sha256, bytes } of toHub.scans) {
    const scan = scans.subarray(at, at + bytes);
    at += bytes;
    if (createHash('sha256').update(scan).digest('hex') !== sha256) continue;
    const upload = { deviceId: device.id, sha256, bytes };
    await deps.scans.begin(upload);
    await deps.scans.write(upload, { offset: 0, bytes: scan });
    await keepScan({ deps, device }, upload);
    kept.push(sha256);
  }
  return kept;
}

async function pullAll(deps: HubDeps, device: Device, { pull: asked }: LetterToHub): Promise<LetterFromHub['pages']> {
  await applyWaiting({ ...deps, device, now: deps.now() });
  const pages: LetterFromHub['pages'] = [];
  let after = asked.after;
  for (let changes = 0; changes < letterLimits.changes;) {
    const page = await pull({ ...deps, device, now: deps.now() }, { ...asked, after });
    pages.push({ after, page });
    changes += page.changes.length;
    after = page.next;
    if (!page.more) break;
  }
  return pages;
}

interface Answering {
  readonly device: Device;
  readonly asked: LetterHeader;
  readonly answer: LetterFromHub;
}

async function seal({ database, key, now }: HubDeps, { device, asked, answer }: Answering): Promise<Buffer> {
  const header: LetterHeader = { ...asked, protocol: protocolVersion, kind: 'from-hub', writtenAt: now() };
  const body = letterBody(await promisify(gzip)(JSON.stringify(answer)), []);
  const recipient = Buffer.from(await getSealKey(database, device.id), 'base64');
  const unsigned = Buffer.from(unsignedLetter(header, sealFor(recipient, letterSealContext(header), body)));
  return Buffer.concat([unsigned, sign(null, unsigned, key.privateKey)]);
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
