import type { Instant } from '#shared/base/instant.ts';
import type { Role } from '#shared/domain/role.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

/** A person who may sign in here. */
export interface User {
  readonly id: string;
  readonly name: string;
  readonly login: string;
  readonly roles: readonly Role[];
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
  readonly disabled: boolean;
  readonly failedTries: number;
  /** How often the account was locked since the last good sign-in; each time lasts longer. */
  readonly lockLevel: number;
  readonly lockedUntil: Instant | null;
  readonly lastSignInAt: Instant | null;
}

interface UserRow {
  id: string;
  name: string;
  login: string;
  roles: string;
  password_hash: string;
  must_change_password: number;
  disabled: number;
  failed_tries: number;
  lock_level: number;
  locked_until: Instant | null;
  last_sign_in_at: Instant | null;
}

const columns = `id, name, login, roles, password_hash, must_change_password, disabled, failed_tries, lock_level, locked_until,
  last_sign_in_at`;

export function findUser(db: ReadDb, id: string): User | undefined {
  const row = db.get<UserRow>(`SELECT ${columns} FROM user WHERE id = ?`, id);
  return row && fromRow(row);
}

export function findUserByLogin(db: ReadDb, login: string): User | undefined {
  const row = db.get<UserRow>(`SELECT ${columns} FROM user WHERE login = ?`, login.trim());
  return row && fromRow(row);
}

export function listUsers(db: ReadDb): User[] {
  return db.all<UserRow>(`SELECT ${columns} FROM user ORDER BY disabled, name`).map(fromRow);
}

export function countUsers(db: ReadDb): number {
  return db.get<{ count: number }>('SELECT count(*) AS count FROM user')?.count ?? 0;
}

export interface NewUser {
  readonly id: string;
  readonly name: string;
  readonly login: string;
  readonly roles: readonly Role[];
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
  readonly at: Instant;
}

export function insertUser(db: WriteDb, user: NewUser): void {
  db.run(
    'INSERT INTO user (id, name, login, roles, password_hash, must_change_password, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    user.id,
    user.name,
    user.login,
    JSON.stringify(user.roles),
    user.passwordHash,
    user.mustChangePassword ? 1 : 0,
    user.at,
  );
}

export function updateUser(db: WriteDb, user: Pick<User, 'id' | 'name' | 'roles' | 'disabled'>): void {
  db.run(
    'UPDATE user SET name = ?, roles = ?, disabled = ? WHERE id = ?',
    user.name,
    JSON.stringify(user.roles),
    user.disabled ? 1 : 0,
    user.id,
  );
}

export function setPassword(db: WriteDb, user: Pick<User, 'id' | 'passwordHash' | 'mustChangePassword'>): void {
  db.run(
    'UPDATE user SET password_hash = ?, must_change_password = ?, failed_tries = 0, lock_level = 0, locked_until = NULL WHERE id = ?',
    user.passwordHash,
    user.mustChangePassword ? 1 : 0,
    user.id,
  );
}

export function noteSignIn(db: WriteDb, id: string, at: Instant): void {
  db.run('UPDATE user SET failed_tries = 0, lock_level = 0, locked_until = NULL, last_sign_in_at = ? WHERE id = ?', at, id);
}

export function noteWrongPassword(db: WriteDb, user: Pick<User, 'id' | 'failedTries' | 'lockLevel' | 'lockedUntil'>): void {
  db.run(
    'UPDATE user SET failed_tries = ?, lock_level = ?, locked_until = ? WHERE id = ?',
    user.failedTries,
    user.lockLevel,
    user.lockedUntil,
    user.id,
  );
}

function fromRow(row: UserRow): User {
  return {
    id: row.id,
    name: row.name,
    login: row.login,
    roles: JSON.parse(row.roles) as Role[],
    passwordHash: row.password_hash,
    mustChangePassword: row.must_change_password === 1,
    disabled: row.disabled === 1,
    failedTries: row.failed_tries,
    lockLevel: row.lock_level,
    lockedUntil: row.locked_until,
    lastSignInAt: row.last_sign_in_at,
  };
}
