import { msOf } from '#shared/base/instant.ts';
import type { Role } from '#shared/domain/role.ts';
import type { CommandContext } from '../context.ts';
import type { FeatureHandlers } from '../handler.ts';
import { appendEntry, businessTime } from '../journal/journal.ts';
import { deviceState, noteLeaveAsked } from '../office/device-state.ts';
import { AppError } from '../refusal.ts';
import { decidePullGuard } from './pull-guard-store.ts';
import { findQueued, listQueued, queueSummary, type QueuedRow } from './queue-store.ts';
import { stateOf } from './queue-state.ts';
import type { Sync } from './runner.ts';

type Handlers = Pick<FeatureHandlers<'queue'>, 'discard' | 'offerAgain' | 'letPull' | 'leave'>;

/** What a named person may decide about the queue; each stands in the journal. */
export function queueActs(sync: Pick<Sync, 'tryNow' | 'letPull' | 'retire'>): Handlers {
  return {
    discard: (cx, { entryId, reason }) => {
      const row = getQueued(cx, entryId);
      const state = stateOf(row);
      if (state !== 'refused' && state !== 'conflict' && state !== 'set-aside') throw new AppError('act.wrong-state');
      if (row.clerkId === cx.actor.id) throw new AppError('queue.own-act');
      takeOff(cx, row);
      cx.setSubject(row.subject);
      cx.setPayload({ entryId, kind: row.kind, reason });
      return {};
    },
    offerAgain: (cx, { entryId }) => {
      const row = getQueued(cx, entryId);
      if (stateOf(row) !== 'set-aside') throw new AppError('queue.cannot-offer');
      const again = row.reason?.code === 'forked' ? writeAnew(cx, row) : offerAsItIs(cx, row);
      cx.setSubject(row.subject);
      cx.setPayload({ entryId, kind: row.kind, again });
      cx.afterCommit(sync.tryNow);
      return {};
    },
    letPull: (cx, { decision }) => {
      const held = decidePullGuard(cx.db, decision === 'allow' ? 'allowed' : 'kept', cx.actor.name);
      if (!held) throw new AppError('act.wrong-state');
      cx.setPayload({ decision, kind: held.kind, gone: held.gone, known: held.known });
      cx.announce('queue', 'line');
      if (decision === 'allow') cx.afterCommit(sync.letPull);
      return {};
    },
    leave: (cx, { reason }) => {
      if (deviceState(cx.db).state !== 'working') throw new AppError('act.wrong-state');
      refuseWhileItemsRemain(cx);
      noteLeaveAsked(cx.db, reason, cx.now);
      cx.setPayload({ reason });
      cx.announce('queue', 'line', 'settings');
      cx.afterCommit(sync.retire);
      return {};
    },
  };
}

function getQueued({ db }: CommandContext, entryId: string): QueuedRow {
  const row = findQueued(db, entryId);
  if (!row) throw new AppError('act.not-found');
  return row;
}

function takeOff({ db, entryId, now }: CommandContext, { seq }: QueuedRow): void {
  db.run('INSERT INTO entry_discard (seq, by_entry_id, at) VALUES (?, ?, ?)', seq, entryId, now);
}

function offerAsItIs({ db }: CommandContext, { seq, entryId }: QueuedRow): string {
  db.run('DELETE FROM entry_try WHERE seq = ?', seq);
  return entryId;
}

interface Written {
  actor_id: string;
  actor_name: string;
  actor_roles: string;
  scope: 'office' | 'device';
  payload: string | null;
}

/** The same act by the same person as a new row of the newest epoch; the old one is a branch that the hub will never take. */
function writeAnew(cx: CommandContext, row: QueuedRow): string {
  const written = cx.db.get<Written>(
    `SELECT actor_id, actor_name, actor_roles, scope, payload FROM journal LEFT JOIN journal_payload USING (seq) WHERE journal.seq = ?`,
    row.seq,
  );
  if (!written || written.payload === null) throw new AppError('queue.cannot-offer');
  const entryId = cx.newId();
  appendEntry(cx.db, cx.office, {
    entryId,
    at: businessTime(cx.db, msOf(cx.now)),
    actor: { id: written.actor_id, name: written.actor_name, roles: JSON.parse(written.actor_roles) as Role[] },
    kind: row.kind,
    subject: row.subject,
    scope: written.scope,
    payload: JSON.parse(written.payload),
    reply: null,
  });
  takeOff(cx, row);
  return entryId;
}

const mostNamed = 5;

function refuseWhileItemsRemain({ db }: CommandContext): void {
  const { waiting, refused } = queueSummary(db);
  if (waiting + refused === 0) return;
  const named = listQueued(db, mostNamed).map(({ reference, kind }) => reference || kind);
  throw new AppError('queue.not-empty', { count: waiting + refused, references: named.join(', ') });
}
