import { expect, test, vi } from 'vitest';
import { createRowKeeper } from './row-keeper.ts';

interface Row {
  readonly id: string;
  readonly text: string;
}

type Keep = (rows: readonly Row[]) => Promise<unknown>;

function keeperOf(keep: Keep) {
  return createRowKeeper<Row>({ keep, keyOf: ({ id }) => id, waitMs: 60_000, onState: () => undefined, isFinal: () => false });
}

test('only rows that have changed since they were kept are sent, each as it was typed last', async () => {
  const keep = vi.fn<Keep>(() => Promise.resolve());
  const keeper = keeperOf(keep);
  keeper.note([
    { id: 'a', text: '1' },
    { id: 'b', text: '1' },
  ]);
  keeper.note([{ id: 'a', text: '2' }]);
  await keeper.flush();
  keeper.note([{ id: 'b', text: '3' }]);
  await keeper.flush();
  expect(keep.mock.calls.map(([rows]) => rows)).toEqual([
    [
      { id: 'a', text: '2' },
      { id: 'b', text: '1' },
    ],
    [{ id: 'b', text: '3' }],
  ]);
});

test('rows that could not be kept go again with those typed after them', async () => {
  const keep = vi.fn<Keep>().mockRejectedValueOnce(new Error('The line broke.')).mockResolvedValue(undefined);
  const keeper = keeperOf(keep);
  keeper.note([{ id: 'a', text: '1' }]);
  await expect(keeper.flush()).rejects.toThrow('The line broke.');
  keeper.note([{ id: 'b', text: '2' }]);
  await keeper.flush();
  expect(keep.mock.lastCall?.[0]).toEqual([
    { id: 'a', text: '1' },
    { id: 'b', text: '2' },
  ]);
});

test('a row typed again while it is being kept is kept once more', async () => {
  let release: () => void = () => undefined;
  const keep = vi.fn<Keep>(() => new Promise<void>((resolve) => (release = resolve)));
  const keeper = keeperOf(keep);
  keeper.note([{ id: 'a', text: '1' }]);
  const first = keeper.flush();
  await vi.waitFor(() => expect(keep).toHaveBeenCalledTimes(1));
  keeper.note([{ id: 'a', text: '2' }]);
  release();
  await first;
  const second = keeper.flush();
  await vi.waitFor(() => expect(keep).toHaveBeenCalledTimes(2));
  release();
  await second;
  expect(keep.mock.lastCall?.[0]).toEqual([{ id: 'a', text: '2' }]);
});
