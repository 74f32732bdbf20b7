import type { Instant } from '#shared/base/instant.ts';
import { isLocked } from '#shared/domain/lock-out.ts';
import { passwordProblem } from '#shared/domain/password.ts';
import { isClerkOnly } from '#shared/domain/role.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import { prepared, type FeatureHandlers } from '../handler.ts';
import { readSetting } from '../office/setting.ts';
import { AppError } from '../refusal.ts';
import { checkPassword, judgePassword, type PasswordCheck } from './password-check.ts';
import { hashPassword, matchesPassword } from './password.ts';
import { findUser, findUserByLogin, insertUser, listUsers, noteSignIn, setPassword, updateUser, type User } from './store.ts';
import type { Seat } from './seat.ts';
import type { ReadDb } from '../db/database.ts';

/** People who sign in: tiles, seats, passwords, and who may do what. */
export const peopleHandlers: FeatureHandlers<'people'> = {
  tiles: (cx) =>
    listUsers(cx.db)
      .filter((user) => !user.disabled)
      .map(({ login, name, roles }) => ({ login, name, roles: [...roles] })),
  seat: (cx) => seatOf(cx.db, cx.seat),
  signIn: prepared({
    prepare: (cx, { login, password }) => checkPassword(cx, findUserByLogin(cx.db, login), password),
    execute: (cx, _input, checked) => signIn(cx, checked),
  }),
  unlock: prepared({
    prepare: (cx, { password }) => checkPassword(cx, findSeatUser(cx), password),
    execute: (cx, _input, checked) => signIn(cx, checked),
  }),
  signOut: (cx) => {
    cx.setSubject(`user:${cx.actor.id}`);
    cx.afterCommit(() => cx.seat.leave());
    return { ...seatOf(cx.db, cx.seat), user: null, locked: false };
  },
  lock: (cx) => {
    cx.seat.lock();
    return seatOf(cx.db, cx.seat);
  },
  changePassword: prepared({ prepare: prepareChange, execute: (cx, _input, passwordHash) => changePassword(cx, passwordHash) }),
  list: (cx) => listUsers(cx.db).map((user) => personOf(user, cx.now)),
  create: prepared({
    prepare: async (_cx, { login, firstPassword }) => hashPassword(refuseWeak(firstPassword, login)),
    execute: (cx, { name, login, roles }, passwordHash) => {
      if (findUserByLogin(cx.db, login)) throw new AppError('user.login-taken', { login });
      const id = cx.newId();
      insertUser(cx.db, { id, name, login, roles, passwordHash, mustChangePassword: true, at: cx.now });
      cx.setSubject(`user:${id}`);
      cx.setPayload({ id, name, login, roles });
      cx.announce('people');
      return personOf(getUser(cx.db, id), cx.now);
    },
  }),
  update: (cx, { id, name, roles, disabled }) => {
    const user = getUser(cx.db, id);
    const losesAdmin = user.roles.includes('admin') && (disabled || !roles.includes('admin'));
    if (losesAdmin && otherAdmins(cx.db, id) === 0) throw new AppError('user.last-admin', { name: user.name });
    if (disabled && id === cx.actor.id) throw new AppError('user.own-account');
    updateUser(cx.db, { id, name, roles, disabled });
    cx.setSubject(`user:${id}`);
    cx.announce('people');
    return personOf(getUser(cx.db, id), cx.now);
  },
  resetPassword: prepared({
    prepare: async (cx, { id, firstPassword }) => hashPassword(refuseWeak(firstPassword, getUser(cx.db, id).login)),
    execute: (cx, { id }, passwordHash) => {
      const user = getUser(cx.db, id);
      if (!isClerkOnly(user.roles) && !cx.actor.roles.includes('admin')) throw new AppError('act.forbidden', { needs: 'admin' });
      setPassword(cx.db, { id, passwordHash, mustChangePassword: true });
      cx.setSubject(`user:${id}`);
      cx.setPayload({ id });
      cx.announce('people');
      return {};
    },
  }),
  ownActivity: (cx) =>
    cx.db
      .all<{ at: Instant; kind: string; payload: string }>(
        `SELECT at, kind, payload FROM journal JOIN journal_payload USING (seq)
         WHERE subject = ? AND kind IN ('people.signIn', 'people.unlock', 'people.signOut', 'people.changePassword')
         ORDER BY journal.seq DESC LIMIT 50`,
        `user:${cx.actor.id}`,
      )
      .map(({ at, kind, payload }) => ({ at, kind, ok: (JSON.parse(payload) as { ok?: boolean }).ok !== false })),
};

/** A wrong password is counted and journalled, then refused; the words are the same for an unknown login. */
function signIn(cx: CommandContext, checked: PasswordCheck) {
  if (checked.user) {
    cx.setSubject(`user:${checked.user.id}`);
    cx.setActor(checked.user);
  }
  const { user, refusal } = judgePassword(cx, checked);
  cx.setPayload({ ok: refusal === undefined });
  if (refusal) {
    cx.refuseAfterCommit(refusal);
    return seatOf(cx.db, cx.seat);
  }
  noteSignIn(cx.db, user.id, cx.now);
  cx.afterCommit(() => cx.seat.sitDown(user.id));
  return { ...seatOf(cx.db, cx.seat), user: personOf(getUser(cx.db, user.id), undefined), locked: false };
}

async function prepareChange(cx: QueryContext, { current, next }: { current: string; next: string }): Promise<string> {
  const user = getUser(cx.db, cx.actor.id);
  if (!(await matchesPassword(user.passwordHash, current))) throw new AppError('password.wrong');
  if (current === next) throw new AppError('password.same-as-before');
  return hashPassword(refuseWeak(next, user.login));
}

function changePassword(cx: CommandContext, passwordHash: string) {
  setPassword(cx.db, { id: cx.actor.id, passwordHash, mustChangePassword: false });
  cx.setSubject(`user:${cx.actor.id}`);
  cx.setPayload({});
  cx.announce('people');
  return seatOf(cx.db, cx.seat);
}

function refuseWeak(password: string, login: string): string {
  const problem = passwordProblem(password, login);
  if (problem) throw new AppError(problem);
  return password;
}

function otherAdmins(db: ReadDb, id: string): number {
  return listUsers(db).filter((user) => user.id !== id && !user.disabled && user.roles.includes('admin')).length;
}

function getUser(db: ReadDb, id: string): User {
  const user = findUser(db, id);
  if (!user) throw new AppError('act.not-found', { what: 'user' });
  return user;
}

function findSeatUser(cx: QueryContext): User | undefined {
  return cx.seat.session ? findUser(cx.db, cx.seat.session.userId) : undefined;
}

function seatOf(db: ReadDb, seat: Seat) {
  const user = seat.session ? findUser(db, seat.session.userId) : undefined;
  return {
    user: user && !user.disabled ? personOf(user, undefined) : null,
    locked: seat.locked,
    idleLockMinutes: readSetting(db, 'idleLockMinutes'),
  };
}

function personOf(user: User, now: Instant | undefined) {
  return {
    id: user.id,
    name: user.name,
    login: user.login,
    roles: [...user.roles],
    disabled: user.disabled,
    mustChangePassword: user.mustChangePassword,
    lockedUntil: now && isLocked(user, now) ? user.lockedUntil : null,
    lastSignInAt: user.lastSignInAt,
  };
}
