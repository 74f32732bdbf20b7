import type * as z from 'zod';
import type { start } from '#shared/contract/start.ts';
import { passwordProblem } from '#shared/domain/password.ts';
import { appendEntry, businessTime, findReply } from '../journal/journal.ts';
import type { OfficeIdentity } from '../office/identity.ts';
import { countUsers, hashPassword, insertUser } from '../people/service.ts';
import { AppError } from '../refusal.ts';
import type { Storage } from '../storage.ts';

export interface FirstAdminDeps {
  readonly storage: Storage;
  readonly office: OfficeIdentity;
  readonly newId: () => string;
  readonly entryId: string;
  readonly nowMs: number;
}

/** The first person of an office makes their own account, with a password of their own; after that only an admin makes more. */
export async function createFirstAdmin(deps: FirstAdminDeps, input: z.output<typeof start.createAdmin.input>): Promise<void> {
  const { storage, office, newId, entryId } = deps;
  if (findReply(storage.reader, entryId)) return;
  const problem = passwordProblem(input.password, input.login);
  if (problem) throw new AppError(problem);
  const passwordHash = await hashPassword(input.password);
  storage.transact((db) => {
    if (countUsers(db) > 0) throw new AppError('act.forbidden', { needs: 'admin' });
    const user = { id: newId(), name: input.name, login: input.login, roles: ['admin', 'supervisor'] } as const;
    const at = businessTime(db, deps.nowMs);
    insertUser(db, { ...user, passwordHash, mustChangePassword: false, at });
    appendEntry(db, office, {
      entryId,
      at,
      actor: user,
      kind: 'start.createAdmin',
      subject: `user:${user.id}`,
      scope: 'device',
      payload: { login: user.login },
      reply: { output: {} },
    });
  });
}
