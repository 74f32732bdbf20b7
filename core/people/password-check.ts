import type { Instant } from '#shared/base/instant.ts';
import { afterWrongPassword, isLocked, type Tries } from '#shared/domain/lock-out.ts';
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
  if (isLocked(user, cx.now)) throw new AppError('sign-in.locked', lockedRefusal(user, cx.now).facts);
  return { user, matches: await matchesPassword(user.passwordHash, password) };
}

/** Whose password it was, or why it opens nothing. */
type Judgement = { readonly user: User; readonly refusal?: undefined } | { readonly user?: undefined; readonly refusal: Refusal };

/**
 * Decides on a comparison, in the transaction of the act: a wrong password is counted there, and committed although the act is refused.
 * Tries that were compared at once count one by one, so many of them buy nothing. The words are the same for an unknown login.
 */
export function judgePassword(cx: CommandContext, { user, matches }: PasswordCheck): Judgement {
  const now = user && findUser(cx.db, user.id);
  if (!now || now.disabled) return { refusal: refusal('sign-in.wrong') };
  if (isLocked(now, cx.now)) return { refusal: lockedRefusal(now, cx.now) };
  if (matches) return { user: now };
  const after = afterWrongPassword(now, cx.now);
  noteWrongPassword(cx.db, { id: now.id, ...after });
  cx.announce('people');
  return { refusal: isLocked(after, cx.now) ? lockedRefusal(after, cx.now) : refusal('sign-in.wrong') };
}

function lockedRefusal({ lockedUntil }: Tries, now: Instant): Refusal {
  return refusal('sign-in.locked', { until: lockedUntil ?? now });
}
