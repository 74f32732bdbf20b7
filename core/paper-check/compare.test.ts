import { describe, expect, it } from 'vitest';
import { toDay } from '#shared/base/instant.ts';
import type { PaperFacts } from '#shared/domain/paper-code.ts';
import { compareFacts } from './compare.ts';

const facts: PaperFacts = {
  kind: 'logbook-copy',
  number: 'LB-000123',
  plate: 'KMFP324B',
  name: 'KAMAU N.',
  amountCents: null,
  day: toDay('2026-11-24'),
  standing: 'provisional',
  copy: 1,
  sheet: 'S-000123',
};

const comparison = (here: Partial<PaperFacts>) =>
  Object.fromEntries(compareFacts(facts, { ...facts, ...here }).map(({ name, is }) => [name, is]));

describe('a paper beside what this PC has of its number', () => {
  it('is the same in every fact that it has, and says nothing of those that it has not', () => {
    expect(comparison({})).toEqual({
      number: 'same',
      plate: 'same',
      name: 'same',
      day: 'same',
      standing: 'same',
      copy: 'same',
      sheet: 'same',
    });
  });

  it.each([
    ['confirmed since is newer', { standing: 'confirmed' }, { standing: 'newer' }],
    ['void or closed since differs', { standing: 'ended' }, { standing: 'differs' }],
    ['of another owner differs', { name: 'ACHIENG W.' }, { name: 'differs' }],
    ['on another sheet than was used differs: a copy of a copy', { sheet: 'S-000124' }, { sheet: 'differs' }],
    ['beyond the copies that were counted differs', { copy: 0 }, { copy: 'differs' }],
    [
      'whose prints are not counted here cannot be told apart by them',
      { copy: null, sheet: null },
      { copy: 'not-known', sheet: 'not-known' },
    ],
  ] as const)('%s', (_what, here, expected) => {
    expect(comparison(here)).toMatchObject(expected);
  });

  it('that this PC does not know is compared in nothing', () => {
    expect(new Set(compareFacts(facts, undefined).map(({ is }) => is))).toEqual(new Set(['not-known']));
  });
});
