import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { takeTurns } from './take-turns.ts';

test('work under one name never overlaps, work under another goes on beside it', async () => {
  const inTurn = takeTurns();
  const told: string[] = [];
  const work = (who: string, forMs: number) => async (): Promise<void> => {
    told.push(`${who} begins`);
    await sleep(forMs);
    told.push(`${who} ends`);
  };
  await Promise.all([inTurn('a', work('first', 60)), inTurn('a', work('second', 0)), inTurn('b', work('other', 0))]);
  expect(told).toEqual(['first begins', 'other begins', 'other ends', 'first ends', 'second begins', 'second ends']);
});

test('work that fails tells its own caller and does not stop the next', async () => {
  const inTurn = takeTurns();
  const failed = inTurn('a', () => Promise.reject(new Error('no disk')));
  const next = inTurn('a', () => Promise.resolve('done'));
  await expect(failed).rejects.toThrow('no disk');
  expect(await next).toBe('done');
});

test('all is over when the last turn is', async () => {
  const inTurn = takeTurns();
  const told: string[] = [];
  void inTurn('a', () => sleep(30)).then(() => told.push('first'));
  void inTurn('a', () => sleep(30)).then(() => told.push('second'));
  await inTurn.allOver();
  expect(told).toEqual(['first', 'second']);
});
