import { expect, it } from 'vitest';
import type { CopiedLog } from './copied-log.ts';
import { wayFrom } from './way.ts';

type Facts = Partial<CopiedLog['start']> & { readonly txs: readonly (number | string)[]; readonly end?: CopiedLog['end'] };

/** Each transaction names itself, so that a replaced one shows. */
function log({ txs, end = 'whole', ...start }: Facts): CopiedLog {
  return {
    start: { line: 'A', from: null, afterTx: 0, schemaVersion: 1, at: '2026-11-23T06:00:00.000Z', ...start },
    transactions: txs.map((name) => ({ tx: Number.parseInt(String(name), 10), statements: [{ sql: String(name), values: [] }] })),
    end,
  };
}

function names(way: ReturnType<typeof wayFrom>): string[] {
  return way.steps.map(({ transaction }) => transaction.statements[0]?.sql ?? '');
}

it('everything after the backup, through several logs, is run in order', () => {
  const way = wayFrom({ line: 'A', tx: 2 }, [log({ txs: [1, 2, 3] }), log({ afterTx: 3, txs: [4] }), log({ afterTx: 4, txs: [] })]);
  expect([names(way), way.complete]).toEqual([['3', '4'], true]);
});

it('a record whose transaction did not commit gives way to the next of its number, or to a log that begins before it', () => {
  const way = wayFrom({ line: 'A', tx: 0 }, [log({ txs: [1, '2 failed', '2 again', '3 failed'] }), log({ afterTx: 2, txs: ['3 again'] })]);
  expect([names(way), way.complete]).toEqual([['1', '2 again', '3 again'], true]);
});

it('a hole ends the way, and is said', () => {
  const gap = wayFrom({ line: 'A', tx: 0 }, [log({ txs: [1] }), log({ afterTx: 5, txs: [6] })]);
  expect([names(gap), gap.complete]).toEqual([['1'], false]);
  const beyond = wayFrom({ line: 'A', tx: 5 }, [log({ txs: [1] }), log({ afterTx: 5, txs: [6] })]);
  expect([names(beyond), beyond.complete]).toEqual([['6'], true]);
});

it('a log that breaks off, or cannot be read at all, is never taken for the whole', () => {
  const broken = wayFrom({ line: 'A', tx: 0 }, [log({ txs: [1], end: 'broken' })]);
  const unread = wayFrom({ line: 'A', tx: 0 }, [log({ txs: [1] }), undefined]);
  const torn = wayFrom({ line: 'A', tx: 0 }, [log({ txs: [1], end: 'torn' })]);
  expect([broken.complete, unread.complete, torn.complete]).toEqual([false, false, true]);
});

it('a backup of before a restore leads through the line it was taken on into the restored one, leaving out what the restore did not bring back', () => {
  const logs = [log({ txs: [1, 2, 3] }), log({ line: 'B', from: { line: 'A', tx: 2 }, afterTx: 2, txs: ['3 of B', '4 of B'] })];
  const way = wayFrom({ line: 'A', tx: 1 }, logs);
  expect([names(way), way.steps.map(({ line }) => line), way.complete]).toEqual([['2', '3 of B', '4 of B'], ['A', 'B', 'B'], true]);
});

it('a backup of a line that the newest did not come of brings back its own line, and says that there is more', () => {
  const way = wayFrom({ line: 'X', tx: 1 }, [
    log({ line: 'X', txs: [1, 2] }),
    log({ line: 'B', from: { line: 'A', tx: 2 }, afterTx: 2, txs: [3] }),
  ]);
  expect([names(way), way.complete]).toEqual([['2'], false]);
});
