import type { TagTone } from '#renderer/ui/tag.tsx';
import type { QueueState } from './queue-lines.ts';

export const stateTones: Readonly<Record<QueueState, TagTone>> = {
  waiting: 'blue',
  sending: 'blue',
  retrying: 'amber',
  'waiting-for': 'blue',
  refused: 'red',
  conflict: 'red',
  'set-aside': 'grey',
};
