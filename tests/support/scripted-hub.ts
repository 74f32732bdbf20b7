import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { toInstant } from '#shared/base/instant.ts';
import { countersignText, firstPreviousHash } from '#shared/protocol/entry.ts';
import type { Change, EntryAnswer, PushedEntry } from '#shared/protocol/messages.ts';
import type { HubClient, PullAnswer, PushAnswer } from '#core/sync/hub-client.ts';
import type { HubReply } from '#core/sync/hub-reply.ts';
import { rawKeyText } from './enrol-answer.ts';

export interface ScriptedHub {
  readonly client: HubClient;
  /** Base64, as an enrolment gives it. */
  readonly hubKey: string;
  /** Batches as they came, by sequence number. */
  readonly pushed: (readonly PushedEntry[])[];
  readonly pulledAfter: string[];
  readonly left: string[];
  /** What the hub says; a test changes it at will. */
  readonly says: {
    answer: (entry: PushedEntry) => EntryAnswer;
    /** In place of answers: a refusal, a silence. */
    push: ((batch: readonly PushedEntry[]) => HubReply<PushAnswer> | undefined) | undefined;
    pull: HubReply<PullAnswer> | undefined;
    changes: readonly Change[];
    feed: string;
    head: PullAnswer['head'];
    countersign: 'right' | 'forged' | 'of-another-row' | 'none';
    leave: HubReply<unknown>;
  };
}

export const hubTime = toInstant('2026-11-23T06:00:00.000Z');
const pageSize = 50;

export function appliedAnswer({ entryId }: PushedEntry): EntryAnswer {
  return { entryId, outcome: 'applied', hubReceipt: `receipt ${entryId}` };
}

/** A hub that says what a test wants, in place of the line: for what this PC makes of it. */
export function openScriptedHub(deviceId: () => string): ScriptedHub {
  const [own, other] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')];
  const hub: ScriptedHub = {
    hubKey: rawKeyText(own.publicKey),
    pushed: [],
    pulledAfter: [],
    left: [],
    says: {
      answer: appliedAnswer,
      push: undefined,
      pull: undefined,
      changes: [],
      feed: 'feed 1',
      head: { epoch: 1, seq: 0, hash: firstPreviousHash },
      countersign: 'right',
      leave: { kind: 'answer', answer: {} },
    },
    client: {
      health: () => Promise.resolve({ kind: 'answer', answer: {} }),
      push: (batch, onSent) => {
        hub.pushed.push(batch);
        onSent?.(batch.length * 100);
        return Promise.resolve(hub.says.push?.(batch) ?? taken(batch));
      },
      pull: (after) => {
        hub.pulledAfter.push(after);
        return Promise.resolve(hub.says.pull ?? page(after));
      },
      sendScan: () => Promise.resolve({ kind: 'silence', reason: 'line-down' }),
      leave: (head) => {
        hub.left.push(`${head.epoch}:${head.seq}`);
        return Promise.resolve(hub.says.leave);
      },
      onContact: () => undefined,
      close: () => undefined,
    } as Partial<HubClient> as HubClient,
  };
  const taken = (batch: readonly PushedEntry[]): HubReply<PushAnswer> => {
    const last = batch.at(-1);
    if (last) hub.says.head = { epoch: last.epoch, seq: last.seq, hash: last.hash };
    return {
      kind: 'answer',
      answer: { answers: batch.map(hub.says.answer), countersign: last ? countersign(last) : null, head: hub.says.head, hubTime },
    };
  };
  const countersign = ({ seq, hash }: PushedEntry): PushAnswer['countersign'] => {
    const { countersign: how } = hub.says;
    if (how === 'none') return null;
    const signed = how === 'of-another-row' ? { seq, hash: createHash('sha256').update(hash).digest('hex') } : { seq, hash };
    const text = Buffer.from(countersignText({ deviceId: deviceId(), ...signed, at: hubTime }));
    const signature = sign(null, text, how === 'forged' ? other.privateKey : own.privateKey).toString('base64');
    return { ...signed, at: hubTime, signature };
  };
  const page = (after: string): HubReply<PullAnswer> => {
    const { changes, feed, head } = hub.says;
    const from = Number(after.split(':')[1]);
    const some = changes.slice(from, from + pageSize);
    const next = from + some.length;
    return { kind: 'answer', answer: { changes: [...some], next: `0:${next}`, more: next < changes.length, feed, head, hubTime } };
  };
  return hub;
}
