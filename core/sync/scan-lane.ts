import { assertNever } from '#shared/base/assert-never.ts';
import type { Happening } from './engine-io.ts';
import type { SyncState } from './engine-state.ts';
import { contact, lost } from './line.ts';
import { failed } from './pull-lane.ts';
import { senseOf } from './refusal-sense.ts';
import { announce, type Turn } from './turn.ts';

export function onScanDone(turn: Turn, state: SyncState, outcome: (Happening & { readonly kind: 'scan-done' })['outcome']): SyncState {
  switch (outcome.kind) {
    case 'sent':
      announce(turn, 'queue');
      return { ...contact(turn, state), scans: { busy: false, wanted: true, level: 0, wait: null } };
    case 'skipped':
      return { ...state, scans: { busy: false, wanted: true, level: 0, wait: null } };
    case 'none':
      return { ...state, scans: { busy: false, wanted: false, level: 0, wait: null } };
    case 'failed':
      return { ...state, scans: failed(turn, state.scans) };
    case 'silence':
      return { ...lost(turn, state, outcome.reason), scans: failed(turn, state.scans) };
    case 'refusal':
      return { ...contact(turn, state), scans: failed(turn, state.scans, senseOf(outcome).floorMs) };
    default:
      return assertNever(outcome);
  }
}
