import type { Reason } from './engine-state.ts';
import type { HubRefusal } from './hub-reply.ts';

/**
 * What a refused request means for the queue: `stop`: this PC may not speak to the hub; `unreadable`: something in what was sent cannot
 * be read, and the rest may go without it; `wait`: nothing is wrong with what was sent.
 */
export type RefusalSense =
  | { readonly kind: 'stop' }
  | { readonly kind: 'unreadable'; readonly seq: number | null }
  | { readonly kind: 'wait'; readonly reason: Reason; readonly floorMs: number };

export function senseOf(refusal: HubRefusal): RefusalSense {
  const { status, code, facts } = refusal;
  const wait = (reason: Reason['code']): RefusalSense => ({
    kind: 'wait',
    reason: { code: reason, facts: { ...facts, code } },
    floorMs: refusal.retryAfterMs ?? 0,
  });
  if (code === 'device.revoked' || code === 'device.unknown') return { kind: 'stop' };
  if (code === 'request.protocol' || status === 426) return wait('hub-older');
  if (code === 'request.clock') return wait('clock-wrong');
  if (chainCodes.has(code)) return wait('chain-broken');
  if (status === 429 || status === 503) return wait('hub-busy');
  // Something between here and the hub may refuse, too; only the hub's own word is about the entries.
  if (unreadableStatuses.has(status) && !code.startsWith('http.'))
    return { kind: 'unreadable', seq: typeof facts['seq'] === 'number' ? facts['seq'] : null };
  return wait('hub-error');
}

/** These speak of where the whole chain stands, not of one entry: taking entries apart would set aside good ones. */
const chainCodes: ReadonlySet<string> = new Set([
  'chain.epoch',
  'chain.order',
  'chain.gap',
  'chain.fork',
  'chain.previous',
  'chain.signature',
]);
const unreadableStatuses: ReadonlySet<number> = new Set([400, 409, 413, 422]);
