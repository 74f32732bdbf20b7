import { refusal } from '#shared/domain/refusal.ts';
import type { Guard } from '../guards/guard.ts';
import { deviceState } from './device-state.ts';

/** What a PC that is about to stop may still do: let people in and out, print, mend and send what it has, and look after its copies. */
const stillDone: readonly string[] = [
  'people.sign',
  'people.lock',
  'people.unlock',
  'people.changePassword',
  'paper.',
  'printing.',
  'queue.',
  'copies.',
  'post.',
];
/** Of a case that came back: it is the queue's work, and the PC cannot leave while it lies here. */
const mending: readonly string[] = [
  'applications.resubmit',
  'applications.cancel',
  'batches.check',
  'batches.resubmit',
  'schoolLists.sendAgain',
];

/** No new acts on a PC that is told to stop; nothing at all on one that has stopped. */
export const deviceGuard: Guard = ({ kind, db }) => {
  const { state, at } = deviceState(db);
  if (state === 'working') return undefined;
  const isStillDone = stillDone.some((prefix) => kind.startsWith(prefix)) || mending.includes(kind);
  return state === 'retiring' && isStillDone ? undefined : refusal(`device.${state}`, { since: at ?? '' });
};
