import { ORPCError } from '@orpc/client';
import type { Refusal } from '#shared/domain/refusal.ts';
import { ConnectionLost } from './connection-lost.ts';

/** Why a call failed, as far as a screen must tell it: each kind has its own sentence and its own way on. */
export type Failure =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** The reference stands in the log; null where the host could not even give one. */
  | { readonly kind: 'bug'; readonly reference: string | null }
  | { readonly kind: 'connection' };

export function failureOf(error: unknown): Failure {
  if (error instanceof ConnectionLost) return { kind: 'connection' };
  if (!(error instanceof ORPCError) || !error.defined) return { kind: 'bug', reference: null };
  switch (error.code) {
    case 'REFUSED':
      // The contract checked the data on its way here.
      return { kind: 'refused', refusal: error.data as Refusal };
    case 'BUG':
      return { kind: 'bug', reference: (error.data as { readonly reference: string }).reference };
    default:
      return { kind: 'bug', reference: null };
  }
}
