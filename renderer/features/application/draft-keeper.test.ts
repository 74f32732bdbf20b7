import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDraftKeeper, type KeptState } from './draft-keeper.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function openKeeper(keep: (draft: string) => Promise<unknown>) {
  const states: KeptState[] = [];
  return {
    states,
    keeper: createDraftKeeper({ keep, waitMs: 1000, onState: (state) => states.push(state), isFinal: (error) => error === 'refused' }),
  };
}

test('fast typing is kept once a second, with what was typed last', async () => {
  const kept: string[] = [];
  const { keeper } = openKeeper(async (draft) => kept.push(draft));
  for (const draft of ['A', 'AB', 'ABC']) keeper.note(draft);
  await vi.advanceTimersByTimeAsync(999);
  expect(kept).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(kept).toEqual(['ABC']);
});

test('typing that never pauses is kept all the same', async () => {
  const kept: string[] = [];
  const { keeper } = openKeeper(async (draft) => kept.push(draft));
  for (let count = 0; count < 25; count += 1) {
    keeper.note(String(count));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(kept.length).toBe(2);
});

test('what could not be kept is tried again, and newer typing takes its place', async () => {
  const kept: string[] = [];
  let isDown = true;
  const { keeper, states } = openKeeper(async (draft) => {
    if (isDown) throw new Error('down');
    kept.push(draft);
  });
  keeper.note('old');
  await vi.advanceTimersByTimeAsync(1000);
  keeper.note('new');
  isDown = false;
  await vi.advanceTimersByTimeAsync(1000);
  expect({ kept, states }).toEqual({ kept: ['new'], states: ['waiting', 'failed', 'waiting', 'kept'] });
});

test('what is refused for good is not tried again', async () => {
  let tries = 0;
  const { keeper } = openKeeper(() => {
    tries += 1;
    return Promise.reject('refused');
  });
  keeper.note('late');
  await vi.advanceTimersByTimeAsync(5000);
  expect(tries).toBe(1);
});

test('a flush waits for the draft on its way and for the newest one', async () => {
  const kept: string[] = [];
  const { keeper } = openKeeper(async (draft) => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    kept.push(draft);
  });
  keeper.note('first');
  const first = keeper.flush();
  await vi.advanceTimersByTimeAsync(10);
  keeper.note('second');
  const second = keeper.flush();
  await vi.advanceTimersByTimeAsync(200);
  await Promise.all([first, second]);
  expect(kept).toEqual(['first', 'second']);
});
