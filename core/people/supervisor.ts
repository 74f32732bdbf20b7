import { refusal, type Refusal } from '#shared/domain/refusal.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import { AppError } from '../refusal.ts';
import { checkPassword, judgePassword, type PasswordCheck } from './password-check.ts';
import { findUserByLogin, type User } from './store.ts';

/** A supervisor's own login and password, typed at the desk of whoever asks. */
export interface SupervisorWord {
  readonly login: string;
  readonly password: string;
}

/** Compares the supervisor's password; before the transaction, since that takes its time. */
export function checkSupervisor(cx: QueryContext, { login, password }: SupervisorWord): Promise<PasswordCheck> {
  return checkPassword(cx, findUserByLogin(cx.db, login), password);
}

type Judged = { readonly supervisor: User; readonly refusal?: undefined } | { readonly supervisor?: undefined; readonly refusal: Refusal };

/**
 * Whether a supervisor stands by an act: none of those who made what is judged, who acts among them. A refusal is to be given after the
 * commit, because the wrong password that led to it must count.
 */
export function judgeSupervisor(cx: CommandContext, checked: PasswordCheck, makers: readonly string[] = []): Judged {
  const { user, refusal: wrong } = judgePassword(cx, checked);
  if (wrong) return { refusal: wrong };
  if (!user.roles.includes('supervisor')) throw new AppError('act.forbidden', { needs: 'supervisor' });
  return user.id === cx.actor.id || makers.includes(user.id) ? { refusal: refusal('supervisor.own-work') } : { supervisor: user };
}
