import { isInstant, msOf } from '#shared/base/instant.ts';
import type { RawReply } from './hub-request.ts';

/** The time that requests are signed with. */
export interface SignedTime {
  readonly nowMs: () => number;
  /** Whether the reply says that this PC's clock is too far from the hub's; from then on the hub's time is signed. */
  readonly isCorrectedBy: (reply: RawReply) => boolean;
}

/** This PC's clock, until the hub cannot bear it: a clock that is wrong by days must not keep acts from the hub (RELIABILITY §3 C). */
export function openSignedTime(now: () => number): SignedTime {
  let aheadMs = 0;
  return {
    nowMs: () => now() + aheadMs,
    isCorrectedBy: (reply) => {
      if (reply.kind !== 'refusal' || reply.code !== 'request.clock') return false;
      const hubTime = String(reply.facts['hubTime'] ?? '');
      if (!isInstant(hubTime)) return false;
      aheadMs = msOf(hubTime) - now();
      return true;
    },
  };
}
