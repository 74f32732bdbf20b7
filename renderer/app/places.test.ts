import { describe, expect, it } from 'vitest';
import { frameKeys, places } from './places.ts';

describe('the keys of the frame', () => {
  it('have one meaning each, whoever sits there', () => {
    const all = [...places.map(({ keys }) => keys), ...Object.values(frameKeys)];
    expect(all.filter((keys, at) => all.indexOf(keys) !== at)).toEqual([]);
  });
});
