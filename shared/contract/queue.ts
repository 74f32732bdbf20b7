import * as z from 'zod';
import { fieldProblem, id, instant, line } from './model.ts';
import { command, done, keep, nothing, query } from './procedure.ts';

const queueItemState = z.enum(['waiting', 'sending', 'retrying', 'waiting-for', 'refused', 'conflict', 'set-aside']);

const facts = z.record(z.string(), z.union([z.string(), z.number()]));

export const queueItem = z.strictObject({
  entryId: id,
  kind: line,
  subject: line,
  reference: line,
  applicationId: id.nullable(),
  at: instant,
  clerk: line,
  /** Who did it, so that nobody is offered to discard their own act. */
  clerkId: id,
  state: queueItemState,
  tries: z.int(),
  lastTriedAt: instant.nullable(),
  nextTryAt: instant.nullable(),
  /** The code of the plain reason, and its facts. */
  reason: z.strictObject({ code: line, facts }).nullable(),
  /** Of a refused item: the step and the field that the hub has named, to be opened and mended. */
  problems: z.array(fieldProblem),
  /** Length of the payload. */
  bytes: z.int(),
  /** What this entry has cost on the line so far, every try counted. */
  bytesSent: z.int(),
});

/** What this PC knows of its own place with the hub: why its numbers carry their letter, what the hub has signed, what is wrong. */
const standing = z.strictObject({
  epoch: z.strictObject({
    epoch: z.int(),
    seriesLetter: line,
    why: z.enum(['enrolled', 'restored', 'copied', 'set-back']),
    at: instant,
  }),
  /** `seq`: rows of the journal up to here stand under the hub's checked signature; null before the first. */
  proof: z.strictObject({ seq: z.int(), signedAt: instant }).nullable(),
  alarms: z.array(
    z.strictObject({
      code: z.enum(['countersign-wrong', 'countersign-missing', 'twin']),
      firstAt: instant,
      lastAt: instant,
      times: z.int(),
    }),
  ),
  device: z.strictObject({
    state: z.enum(['working', 'retiring', 'revoked', 'left']),
    /** `hub`: told to; `office`: an admin asked for it (`leave`). */
    by: z.enum(['hub', 'office']).nullable(),
    at: instant.nullable(),
    reason: line,
  }),
  /** Changes of kinds that this version does not know, kept for the version that does. */
  deferredChanges: z.int(),
});

/** Removals that were held up: `asking` until somebody has looked, `kept` once somebody has said no. */
const pullGuard = z.strictObject({
  state: z.enum(['asking', 'kept']),
  kind: line,
  gone: z.int(),
  known: z.int(),
  since: instant,
  decidedBy: line.nullable(),
});

const reason = line.min(5);

export const queue = {
  list: query({ access: 'signed-in', input: nothing, output: z.array(queueItem) }),
  tryNow: keep({ access: 'signed-in', input: nothing, output: done }),
  standing: query({ access: 'signed-in', input: nothing, output: standing }),
  /** A named person takes a refused, conflicting or set-aside item off the list; it stays in the records. Never the one who made it. */
  discard: command({ access: ['supervisor'], input: z.strictObject({ entryId: id, reason }), output: done }),
  /** Sends what was set aside once more: as it is, or written anew where the hub has another row in its place. */
  offerAgain: command({ access: ['supervisor', 'admin'], input: z.strictObject({ entryId: id }), output: done }),
  /** Null: nothing is held up. */
  pullGuard: query({ access: 'signed-in', input: nothing, output: pullGuard.nullable() }),
  letPull: command({ access: ['supervisor', 'admin'], input: z.strictObject({ decision: z.enum(['allow', 'keep']) }), output: done }),
  /** What an application has cost on the line: its entries and its scans, every try counted. */
  bytesSent: query({
    access: 'signed-in',
    input: z.strictObject({ applicationId: id }),
    output: z.strictObject({ entries: z.int(), scans: z.int(), total: z.int() }),
  }),
  /** The PC leaves its office, to be enrolled at another: no new acts, the queue is sent, then it locks. Refused while items remain. */
  leave: command({ access: ['admin'], input: z.strictObject({ reason }), output: done }),
};
