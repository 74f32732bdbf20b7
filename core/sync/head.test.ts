import { describe, expect, it } from 'vitest';
import { standingOfHead, type OwnChain } from './head.ts';

const own: OwnChain = { epoch: 1, hashAtHead: 'h', answeredSeq: 80, nextEpochSeq: null };
const hub = { epoch: 1, seq: 80, hash: 'h' };

describe('the hub’s head beside this file’s journal', () => {
  it('joins where the same row stands there, also while later rows are on their way', () => {
    expect(standingOfHead(own, hub)).toEqual({ kind: 'joins' });
    expect(standingOfHead({ ...own, answeredSeq: 70 }, hub)).toEqual({ kind: 'joins' });
    expect(standingOfHead({ ...own, answeredSeq: 0, hashAtHead: null }, { ...hub, seq: 0, hash: '0' })).toEqual({ kind: 'joins' });
  });

  it('shows a file that was set back: the row is not here, is another, or the hub has a later epoch', () => {
    for (const [change, head] of [
      [{ hashAtHead: null }, { ...hub, seq: 100 }],
      [{ hashAtHead: 'other' }, hub],
      [{}, { ...hub, epoch: 2 }],
    ] as const)
      expect(standingOfHead({ ...own, ...change }, head)).toEqual({ kind: 'set-back' });
  });

  it('shows nothing new once this file has begun an epoch that the hub has not heard of', () => {
    expect(standingOfHead({ epoch: 2, hashAtHead: 'other', answeredSeq: 80, nextEpochSeq: 101 }, { ...hub, seq: 100 })).toEqual({
      kind: 'joins',
    });
  });

  it('shows a hub that has lost what it answered, and from where', () => {
    expect(standingOfHead({ ...own, answeredSeq: 120 }, hub)).toEqual({ kind: 'hub-behind', fromSeq: 81 });
    expect(standingOfHead({ epoch: 2, hashAtHead: 'other', answeredSeq: 120, nextEpochSeq: 101 }, { ...hub, seq: 100 })).toEqual({
      kind: 'hub-behind',
      fromSeq: 101,
    });
  });
});
