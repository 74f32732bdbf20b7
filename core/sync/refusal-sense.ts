import { hubRefusalCodes, type HubRefusalCode } from '#shared/protocol/refusal.ts';
import type { Reason } from './engine-state.ts';
import type { HubRefusal } from './hub-reply.ts';

/**
 * What a refused request means for the queue: `stop`: this PC may not speak to the hub; `unreadable`: something in what was sent cannot
 * be read, and the rest may go without it; `gap`: the hub lacks what comes before; `fork`: it has something else in that place; `wait`:
 * nothing is wrong with what was sent.
 */
export interface RefusalSense {
  readonly kind: 'stop' | 'unreadable' | 'gap' | 'fork' | 'wait';
  readonly reason: Reason;
  /** How long the hub asked to be left alone. */
  readonly floorMs: number;
}

export function senseOf({ status, code, facts, retryAfterMs }: HubRefusal): RefusalSense {
  const floorMs = retryAfterMs ?? 0;
  // The word of a newer hub: what it means for the entries is not known here, so nothing is set aside by it.
  if (!isHubCode(code)) return { kind: 'wait', reason: { code: 'not-understood', facts: { code } }, floorMs };
  const reason: Reason = { code, facts };
  if (code === 'device.revoked' || code === 'device.unknown' || code === 'device.left') return { kind: 'stop', reason, floorMs };
  if (code === 'chain.gap') return { kind: 'gap', reason, floorMs };
  if (code === 'chain.fork' || code === 'chain.epoch') return { kind: 'fork', reason, floorMs };
  const isUnreadable = unreadableStatuses.has(status) && !wholeChain.has(code);
  return { kind: isUnreadable ? 'unreadable' : 'wait', reason, floorMs };
}

/** These speak of where the chain stands, not of one entry: taking entries apart would set aside good ones. */
const wholeChain: ReadonlySet<HubRefusalCode> = new Set<HubRefusalCode>(['chain.order', 'chain.previous', 'chain.signature']);
const unreadableStatuses: ReadonlySet<number> = new Set([400, 409, 413, 422]);

function isHubCode(code: string): code is HubRefusalCode {
  return (hubRefusalCodes as readonly string[]).includes(code);
}
