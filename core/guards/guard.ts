import type { Instant } from '#shared/base/instant.ts';
import type { Refusal } from '#shared/domain/refusal.ts';
import type { ReadDb } from '../db/database.ts';
import type { OfficeIdentity } from '../office/identity.ts';
import { AppError } from '../refusal.ts';

/** An act that is about to begin, as far as a guard may look at it. */
export interface GuardedAct {
  /** `feature.procedure`: the kind of the journal entry. */
  readonly kind: string;
  readonly db: ReadDb;
  readonly now: Instant;
  readonly office: OfficeIdentity;
}

/**
 * Says why an act may not begin now, whoever asks for it, or nothing. Dispatch asks every guard before an act prepares, so that nothing is
 * written for it, and again inside its transaction, because the world may have moved in between. The answer to an act that was done
 * before is repeated without asking.
 */
export type Guard = (act: GuardedAct) => Refusal | undefined;

export function askGuards(guards: readonly Guard[], act: GuardedAct): void {
  for (const guard of guards) {
    const refused = guard(act);
    if (refused) throw new AppError(refused.code, refused.facts, refused.problems);
  }
}
