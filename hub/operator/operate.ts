import { userInfo } from 'node:os';
import { assertNever } from '#shared/base/assert-never.ts';
import type { Instant } from '#shared/base/instant.ts';
import type { Database, Sql } from '../db/sql.ts';
import { issueEnrolCode } from '../devices/enrol-code.ts';
import type { HubDeps } from '../hub-deps.ts';
import type { HubKey } from '../hub-key.ts';
import { listAlarms } from './alarms.ts';
import type { OperatorCommand } from './command.ts';
import { listDevices, showRecoveryCode, stopDevice } from './devices.ts';
import { openSessions } from '../seats/open-sessions.ts';
import { forget } from './forget.ts';
import { setLimits, showLimits } from './limits.ts';
import { listNotices } from './notices.ts';
import { readPost } from './read-post.ts';
import { replaceTable } from './reference.ts';

export interface OperatorContext {
  readonly database: Database;
  readonly key: HubKey;
  readonly now: Instant;
  /** The hub's own parts, for what an office would ask of it. */
  readonly deps: HubDeps;
}

/** Does what an operator asked; the text is for the screen. Throws with a sentence where it cannot be done. */
export async function operate(cx: OperatorContext, command: OperatorCommand): Promise<string> {
  if (command.name === 'backup') {
    await cx.database.backUp(command.file);
    await cx.database.transaction((sql) => keepAct(sql, cx.now, command));
    return `Backup written to ${command.file}; the scans folder is copied by itself`;
  }
  if (command.name === 'read-post') {
    const text = await readPost(cx.deps, command.file);
    await cx.database.transaction((sql) => keepAct(sql, cx.now, command));
    return text;
  }
  return cx.database.transaction(async (sql) => {
    await sql.query(`SELECT set_config('kaunta.registrar', 'on', true), set_config('kaunta.operator', 'on', true)`);
    const text = await perform({ ...cx, sql }, command);
    await keepAct(sql, cx.now, command);
    return text;
  });
}

/** One command in its transaction, in which the operator sees the rows of every office. */
export interface OperatorWork extends OperatorContext {
  readonly sql: Sql;
}

async function perform(cx: OperatorWork, command: Exclude<OperatorCommand, { name: 'backup' | 'read-post' }>): Promise<string> {
  switch (command.name) {
    case 'issue-code':
      return issueEnrolCode(cx.sql, command.office, cx.now);
    case 'devices':
      return listDevices(cx.sql);
    case 'alarms':
      return listAlarms(cx.sql);
    case 'notices':
      return listNotices(cx.sql);
    case 'retire':
    case 'revoke':
      return stopDevice(cx, command);
    case 'escrow':
      return showRecoveryCode(cx, command);
    case 'limits':
      return command.limits ? setLimits(cx, { office: command.office, limits: command.limits }) : showLimits(cx.sql);
    case 'forget':
      return forget(cx, command);
    case 'seats':
      return openSessions(cx.sql, command.sessions);
    case 'reference':
      return replaceTable(cx, command.update);
    default:
      return assertNever(command);
  }
}

/** What only looks leaves no trace; what changes something, or shows a secret, does. */
async function keepAct(sql: Sql, now: Instant, command: OperatorCommand): Promise<void> {
  const { name, subject, reason } = { subject: '', reason: '', ...actOf(command), name: command.name };
  if (subject === '') return;
  await sql.query(
    'INSERT INTO operator_act (at, operator, command, subject, reason) VALUES ($1, $2, $3, $4, $5)',
    now,
    userInfo().username,
    name,
    subject,
    reason,
  );
}

function actOf(command: OperatorCommand): { readonly subject: string; readonly reason?: string } | undefined {
  switch (command.name) {
    case 'devices':
    case 'alarms':
    case 'notices':
      return undefined;
    case 'issue-code':
      return { subject: command.office };
    case 'retire':
    case 'revoke':
    case 'escrow':
      return { subject: command.device, reason: command.reason };
    case 'limits':
      return command.limits ? { subject: command.office ?? 'all', reason: JSON.stringify(command.limits) } : undefined;
    case 'forget':
      return { subject: command.thing, reason: command.reason };
    case 'seats':
      return { subject: `${command.sessions.length} test sessions`, reason: JSON.stringify(command.sessions[0]) };
    case 'reference':
      return { subject: `${command.update.table} from ${command.update.effectiveFrom}`, reason: command.update.body.source };
    case 'backup':
    case 'read-post':
      return { subject: command.file };
    default:
      return assertNever(command);
  }
}
