import { afterWrongPassword, isLocked } from '#shared/domain/lock-out.ts';
import { refusal, type Refusal } from '#shared/domain/refusal.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import { AppError } from '../refusal.ts';
import { matchesPassword, pretendToMatch } from './password.ts';
import { findUser, noteWrongPassword, type User } from './store.ts';

export interface PasswordCheck {
  readonly user: User | undefined;
  readonly matches: boolean;
}

/** Compares a password; a locked account is refused before, an unknown login takes as long as a known one. */
export async function checkPassword(cx: QueryContext, user: User | undefined, password: string): Promise<PasswordCheck> {
  if (!user) return { user, matches: await pretendToMatch(password) };
  if (isLocked(user, cx.now)) throw new AppError('sign-in.locked', { until: user.lockedUntil ?? cx.now });
  return { user, matches: await matchesPassword(user.passwordHash, password) };
}

/** Counts a wrong password, in the transaction that is then committed although the act is refused. */
export function countWrong(cx: CommandContext, before: User): Refusal {
  const after = afterWrongPassword(findUser(cx.db, before.id) ?? before, cx.now);
  noteWrongPassword(cx.db, { id: before.id, ...after });
  cx.announce('people');
  return isLocked(after, cx.now) && after.lockedUntil ? refusal('sign-in.locked', { until: after.lockedUntil }) : refusal('sign-in.wrong');
}
