import type { Reason, SyncState } from './engine-state.ts';
import { announce, type Turn } from './turn.ts';

/** The hub does not speak to this PC any more: nothing is sent until a person says try now, and the screens are locked where it says so. */
export function shutOut(turn: Turn, state: SyncState, { code }: Reason): SyncState {
  announce(turn, 'line', 'queue');
  if (code === 'device.revoked' || code === 'device.left') turn.effects.push({ kind: 'note-shut-out', code });
  return { ...state, stopped: code };
}
