import * as z from 'zod';
import { command, done, keep, nothing, query } from './procedure.ts';
import { id, instant, line, role } from './model.ts';

const password = z.string().max(128);

const person = z.strictObject({
  id,
  name: line,
  login: line,
  roles: z.array(role),
  disabled: z.boolean(),
  mustChangePassword: z.boolean(),
  lockedUntil: instant.nullable(),
  lastSignInAt: instant.nullable(),
});

/** Who sits at this desk now. `locked` is the idle lock: the same person's password opens it and nothing typed is lost. */
const seat = z.strictObject({
  user: person.nullable(),
  locked: z.boolean(),
  idleLockMinutes: z.int(),
});

export const people = {
  /** Tiles of the sign-in page: names only. */
  tiles: query({ access: 'anyone', input: nothing, output: z.array(z.strictObject({ login: line, name: line, roles: z.array(role) })) }),
  seat: query({ access: 'anyone', input: nothing, output: seat }),
  signIn: command({ access: 'anyone', scope: 'device', input: z.strictObject({ login: line, password }), output: seat }),
  signOut: command({ access: 'signed-in', scope: 'device', input: nothing, output: seat }),
  lock: keep({ access: 'signed-in', input: nothing, output: seat }),
  unlock: command({ access: 'anyone', scope: 'device', input: z.strictObject({ password }), output: seat }),
  changePassword: command({
    access: 'signed-in',
    scope: 'device',
    input: z.strictObject({ current: password, next: password }),
    output: seat,
  }),
  list: query({ access: ['admin', 'auditor', 'supervisor'], input: nothing, output: z.array(person) }),
  create: command({
    access: ['admin'],
    input: z.strictObject({ name: line.min(2), login: line.min(3).max(40), roles: z.array(role).min(1), firstPassword: password }),
    output: person,
  }),
  update: command({
    access: ['admin'],
    input: z.strictObject({ id, name: line.min(2), roles: z.array(role).min(1), disabled: z.boolean() }),
    output: person,
  }),
  /** The admin gives anybody, and a supervisor a clerk, a new first password; it must be changed at the next sign-in. */
  resetPassword: command({
    access: ['admin', 'supervisor'],
    scope: 'device',
    input: z.strictObject({ id, firstPassword: password }),
    output: done,
  }),
  /** The person's own sign-ins and attempts, newest first. */
  ownActivity: query({
    access: 'signed-in',
    input: nothing,
    output: z.array(z.strictObject({ at: instant, kind: line, ok: z.boolean() })),
  }),
};
