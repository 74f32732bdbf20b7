import * as z from 'zod';
import { id, instant, line } from './model.ts';
import { done, keep, nothing, query } from './procedure.ts';

const queueItemState = z.enum(['waiting', 'sending', 'retrying', 'waiting-for', 'refused', 'conflict', 'set-aside']);

export const queueItem = z.strictObject({
  entryId: id,
  kind: line,
  subject: line,
  reference: line,
  applicationId: id.nullable(),
  at: instant,
  clerk: line,
  state: queueItemState,
  tries: z.int(),
  lastTriedAt: instant.nullable(),
  nextTryAt: instant.nullable(),
  /** The code of the plain reason, and its facts. */
  reason: z.strictObject({ code: line, facts: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
  bytes: z.int(),
});

export const queue = {
  list: query({ access: 'signed-in', input: nothing, output: z.array(queueItem) }),
  tryNow: keep({ access: 'signed-in', input: nothing, output: done }),
};
