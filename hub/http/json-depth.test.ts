import { describe, expect, it } from 'vitest';
import { isDeeperThan } from './json-depth.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('isDeeperThan', () => {
  it.each([
    ['[[]]', 2, false],
    ['[[[]]]', 2, true],
    ['[{"a":[1]},{"b":[2]}]', 3, false],
    ['{"a":"[[[[[["}', 1, false],
    ['{"a":"\\"[[[["}', 1, false],
    ['["\\\\",[[]]]', 2, true],
    [']]]][[[', 2, false],
  ])('%s, at most %i deep', (json, maxDepth, answer) => {
    expect(isDeeperThan(bytes(json), maxDepth)).toBe(answer);
  });
});
