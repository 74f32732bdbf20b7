import type { PullAnswer } from './hub-client.ts';

/** Where this device's chain ends as the hub knows it. */
export type HubHead = PullAnswer['head'];

/** This file's journal, as far as the hub's head touches it. */
export interface OwnChain {
  readonly epoch: number;
  /** The hash of this file's row at the hub's head; null where it has none there. */
  readonly hashAtHead: string | null;
  /** The newest row that the hub had answered before it was asked for its head; 0 before the first. */
  readonly answeredSeq: number;
  /** The first row of this file's first epoch after the hub's. */
  readonly nextEpochSeq: number | null;
}

export type HeadStanding =
  | { readonly kind: 'joins' }
  | { readonly kind: 'set-back' }
  | { readonly kind: 'hub-behind'; readonly fromSeq: number };

/**
 * What the hub's head says of this file. A file that lacks the hub's newest row, or has another in its place, was set back: somebody put
 * an older state in its place, and its next numbers would be given a second time. A hub that lacks what it has answered was itself set
 * back, and gets it again.
 */
export function standingOfHead(own: OwnChain, hub: HubHead): HeadStanding {
  const isSame = hub.seq === 0 || own.hashAtHead === hub.hash;
  if (hub.epoch > own.epoch || (hub.epoch === own.epoch && !isSame)) return { kind: 'set-back' };
  const fromSeq = isSame ? hub.seq + 1 : own.nextEpochSeq;
  return fromSeq !== null && own.answeredSeq >= fromSeq ? { kind: 'hub-behind', fromSeq } : { kind: 'joins' };
}
