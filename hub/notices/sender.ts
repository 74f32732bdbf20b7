import { setTimeout as wait } from 'node:timers/promises';
import { instantPlusMs, msOf, type Instant } from '#shared/base/instant.ts';
import type { Database, Sql } from '../db/sql.ts';
import type { HubLog } from '../log.ts';
import type { MessageGateway, NoticeReason, SendOutcome } from './gateway.ts';
import { publishNotice, type NoticeRound } from './outbox.ts';
import { isQuiet } from './quiet-hours.ts';

export interface SenderContext {
  readonly database: Database;
  readonly messages: MessageGateway;
  readonly log: HubLog;
  readonly now: () => Instant;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const usuallyEveryMs = 1_000;
/** Many times as long as any gateway is waited for: who has not said by then what became of a message died over it. */
const leaseMs = 10 * minuteMs;
const longestPauseMs = 60 * minuteMs;
const giveUpAfterMs = dayMs;
/** What was settled so long ago is nobody's business any more. */
const keepMs = 60 * dayMs;

/** One message that this process alone may send. */
interface Claim {
  readonly officeCode: string;
  readonly itemId: string;
  readonly round: NoticeRound;
  readonly phone: string;
  readonly text: string;
  readonly tries: number;
  readonly firstTriedAt: Instant;
}

/** Sends what owners are to be told, one message after the other. Any number of hub processes may do so over one database. */
export function openNoticeSender(cx: SenderContext, lookEveryMs: number = usuallyEveryMs): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const run = async () => {
    while (!stopping.signal.aborted) {
      const isDone = await sendNext(cx).catch((error: unknown) => {
        cx.log({ level: 'warn', event: 'notice.fault', facts: { error: error instanceof Error ? error.message : String(error) } });
        return true;
      });
      if (isDone) await wait(lookEveryMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

/** True where nothing was left to do. */
async function sendNext(cx: SenderContext): Promise<boolean> {
  const now = cx.now();
  const claim = await asOperator(cx.database, async (sql) => {
    await tidy(sql, now);
    return isQuiet(now) ? undefined : claimNext(sql, now);
  });
  if (!claim) return true;
  const outcome = await cx.messages.send(claim);
  await settle(cx, claim, outcome);
  return false;
}

function asOperator<T>(database: Database, work: (sql: Sql) => Promise<T>): Promise<T> {
  return database.transaction(async (sql) => {
    await sql.query(`SELECT set_config('kaunta.registrar', 'on', true), set_config('kaunta.operator', 'on', true)`);
    return work(sql);
  });
}

/** Written down before anything leaves, so that a message whose sender dies is never sent twice. */
async function claimNext(sql: Sql, now: Instant): Promise<Claim | undefined> {
  const [claim] = await sql.query<Claim>(
    `UPDATE owner_notice AS notice
     SET state = 'sending', tries = notice.tries + 1, first_tried_at = coalesce(notice.first_tried_at, $1), changed_at = $1
     FROM (SELECT office_code, item_id, round FROM owner_notice WHERE state = 'waiting' AND next_at <= $1
           ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED) AS due
     WHERE (notice.office_code, notice.item_id, notice.round) = (due.office_code, due.item_id, due.round)
     RETURNING notice.office_code AS "officeCode", notice.item_id AS "itemId", notice.round, phone, message AS text, tries,
       first_tried_at AS "firstTriedAt"`,
    now,
  );
  return claim;
}

/** Ends what needs no sender: items that left the shelf, logbooks that are good no more, messages over which a process died, and rows that are old. */
async function tidy(sql: Sql, now: Instant): Promise<void> {
  await sql.query(
    `UPDATE owner_notice SET state = 'dropped', changed_at = $1 WHERE state = 'waiting' AND next_at <= $1 AND (EXISTS (
       SELECT FROM entry WHERE entry.office_code = owner_notice.office_code AND entry.subject = owner_notice.subject
         AND kind IN ('shelf.handOver', 'shelf.sendBack') AND received_at >= made_at
         AND (kind = 'shelf.handOver' OR strpos(payload, item_id::text) > 0))
       OR EXISTS (
         SELECT FROM logbook WHERE body ->> 'endedBy' IS NOT NULL
           AND application_id = CASE WHEN subject LIKE 'application:%' THEN substr(subject, 13)::uuid END))`,
    now,
  );
  const lost = await sql.query<Pick<Claim, 'officeCode' | 'itemId'>>(
    `UPDATE owner_notice SET state = 'sent', reason = 'outcome-unknown', changed_at = $1
     WHERE state = 'sending' AND changed_at <= $2 RETURNING office_code AS "officeCode", item_id AS "itemId"`,
    now,
    instantPlusMs(now, -leaseMs),
  );
  for (const notice of lost) await publishNotice(sql, { ...notice, state: 'sent', at: now, reason: 'outcome-unknown' });
  await sql.query(`DELETE FROM owner_notice WHERE state NOT IN ('waiting', 'sending') AND changed_at < $1`, instantPlusMs(now, -keepMs));
}

interface Settled {
  readonly state: 'waiting' | 'sent' | 'failed';
  readonly reason: NoticeReason | null;
  readonly nextAt: Instant;
  readonly messageId: string;
}

async function settle({ database, log, now: clock }: SenderContext, claim: Claim, outcome: SendOutcome): Promise<void> {
  const now = clock();
  const settled = settledOf(claim, outcome, now);
  const isOurs = await asOperator(database, async (sql) => {
    const rows = await sql.query(
      `UPDATE owner_notice SET state = $5, reason = $6, next_at = $7, message_id = $8, changed_at = $9
       WHERE office_code = $1 AND item_id = $2::uuid AND round = $3 AND state = 'sending' AND tries = $4 RETURNING round`,
      claim.officeCode,
      claim.itemId,
      claim.round,
      claim.tries,
      settled.state,
      settled.reason,
      settled.nextAt,
      settled.messageId,
      now,
    );
    if (rows.length === 0) return false;
    if (outcome.outcome === 'rejected') await dropReminder(sql, claim, now);
    // That a reminder waits takes nothing from the first message, which was sent.
    if (claim.round === 'ready' || settled.state !== 'waiting')
      await publishNotice(sql, { ...addressOf(claim), ...wordOf(settled), at: now });
    return true;
  });
  if (!isOurs) return;
  const { officeCode: office, itemId: item, round, tries } = claim;
  log({
    level: settled.state === 'sent' ? 'info' : 'warn',
    event: `notice.${settled.state}`,
    facts: { office, item, round, tries, reason: settled.reason ?? '' },
  });
}

/** A number that was refused is refused in a month as well. */
async function dropReminder(sql: Sql, { officeCode, itemId }: Claim, now: Instant): Promise<void> {
  await sql.query(
    `UPDATE owner_notice SET state = 'dropped', changed_at = $3
     WHERE office_code = $1 AND item_id = $2::uuid AND round = 'reminder' AND state = 'waiting'`,
    officeCode,
    itemId,
    now,
  );
}

function addressOf({ officeCode, itemId }: Claim): Pick<Claim, 'officeCode' | 'itemId'> {
  return { officeCode, itemId };
}

function wordOf({ state, reason }: Settled): Pick<Settled, 'state' | 'reason'> {
  return { state, reason };
}

/** Each pause is twice as long as the last, to an hour; after a day of trying it is given up. */
function settledOf({ tries, firstTriedAt }: Claim, outcome: SendOutcome, now: Instant): Settled {
  const nothing = { reason: null, nextAt: now, messageId: '' };
  switch (outcome.outcome) {
    case 'accepted':
      return { ...nothing, state: 'sent', messageId: outcome.messageId };
    case 'unknown':
      return { ...nothing, state: 'sent', reason: 'outcome-unknown' };
    case 'rejected':
      return { ...nothing, state: 'failed', reason: outcome.reason };
    case 'retry': {
      const pauseMs = Math.min(longestPauseMs, minuteMs * 2 ** Math.min(tries - 1, 10));
      const isOver = msOf(now) - msOf(firstTriedAt) >= giveUpAfterMs;
      return { ...nothing, state: isOver ? 'failed' : 'waiting', reason: outcome.reason, nextAt: instantPlusMs(now, pauseMs) };
    }
    default:
      return outcome satisfies never;
  }
}
