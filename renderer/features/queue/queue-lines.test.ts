import { expect, test } from 'vitest';
import { toInstant } from '#shared/base/instant.ts';
import { itemsOf, placeOf, queueLines, type QueueItem, type QueueState } from './queue-lines.ts';

const one: QueueItem = {
  entryId: 'a',
  kind: 'applications.open',
  subject: 'application:1',
  reference: 'T-NRB01-2A-000001',
  applicationId: '1',
  at: toInstant('2026-11-24T10:00:00.000Z'),
  clerk: 'Achieng',
  clerkId: 'achieng',
  state: 'waiting',
  tries: 0,
  lastTriedAt: null,
  nextTryAt: null,
  reason: null,
  problems: [],
  bytes: 900,
  bytesSent: 0,
};
const item = (entryId: string, applicationId: string | null, state: QueueState = 'waiting'): QueueItem => ({
  ...one,
  entryId,
  applicationId,
  state,
});
const keys = (items: readonly QueueItem[], unfolded: readonly string[] = []) => queueLines(items, new Set(unfolded)).map(({ key }) => key);

test('the acts of a case are one row, in the place of the oldest; an act without a case stands by itself', () => {
  expect(keys([item('a', '1'), item('b', null), item('c', '1'), item('d', '2')])).toEqual(['case:1', 'b', 'd']);
});

test('an unfolded case shows its acts below it and still counts them', () => {
  const items = [item('a', '1'), item('b', '2'), item('c', '1')];
  expect(keys(items, ['case:1'])).toEqual(['case:1', 'a', 'c', 'b']);
  expect(queueLines(items, new Set()).flatMap(itemsOf)).toHaveLength(items.length);
});

test('a case shows the state that most needs a person', () => {
  const [line] = queueLines(
    [item('a', '1'), item('b', '1', 'waiting-for'), item('c', '1', 'refused'), item('d', '1', 'retrying')],
    new Set(),
  );
  expect(line?.lead.entryId).toBe('c');
});

test.each([
  ['stock.sell', null, 'stock'],
  ['tradePlates.goOut', null, 'trade-plates'],
  ['batches.submit', '1', 'batch'],
  ['testDay.giveResult', '1', 'test-day'],
  ['applications.submit', '1', 'case'],
  ['sheets.receive', null, null],
] as const)('an act %s is mended where the thing is', (kind, applicationId, place) => {
  expect(placeOf({ ...one, kind, applicationId })).toBe(place);
});
