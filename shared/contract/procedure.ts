import * as z from 'zod';
import type { Role } from '../domain/role.ts';

/**
 * What a procedure may do:
 * `query` reads over a read-only connection; `command` is an act: one transaction, one journal entry, an entry id made beforehand;
 * `keep` stores typing that is not yet an act (drafts, settings of the screen), so it is durable but not journalled;
 * `watch` streams what has changed.
 */
export type ProcedureKind = 'query' | 'command' | 'keep' | 'watch';

/** `anyone` needs no sign-in; `signed-in` any role; otherwise one of the roles named. */
export type Access = 'anyone' | 'signed-in' | readonly Role[];

export interface Procedure<K extends ProcedureKind = ProcedureKind, I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: K;
  readonly access: Access;
  readonly input: I;
  readonly output: O;
  /** `office` entries go to the hub with their payload, `device` entries as hashes only (DESIGN §3). */
  readonly scope: 'office' | 'device';
}

interface Shape<I extends z.ZodType, O extends z.ZodType> {
  readonly access: Access;
  readonly input: I;
  readonly output: O;
}

export function query<I extends z.ZodType, O extends z.ZodType>(shape: Shape<I, O>): Procedure<'query', I, O> {
  return { kind: 'query', scope: 'device', ...shape };
}

export function command<I extends z.ZodType, O extends z.ZodType>(
  shape: Shape<I, O> & { readonly scope?: 'office' | 'device' },
): Procedure<'command', I, O> {
  return { kind: 'command', ...shape, scope: shape.scope ?? 'office' };
}

export function keep<I extends z.ZodType, O extends z.ZodType>(shape: Shape<I, O>): Procedure<'keep', I, O> {
  return { kind: 'keep', scope: 'device', ...shape };
}

export function watch<I extends z.ZodType, O extends z.ZodType>(shape: Shape<I, O>): Procedure<'watch', I, O> {
  return { kind: 'watch', scope: 'device', ...shape };
}

export const nothing = z.strictObject({});
export const done = z.strictObject({});
