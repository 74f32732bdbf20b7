import { expect, test } from 'vitest';
import { signaturePath } from './signature-path.ts';

test('strokes are kept in one box whatever the screen they were drawn on', () => {
  const strokes = [
    {
      points: [
        { x: 0, y: 0 },
        { x: 150, y: 50 },
      ],
    },
    { points: [{ x: 300, y: 100 }] },
  ];
  expect(signaturePath(strokes, { width: 300, height: 100 })).toBe('M0 0L300 100M600 200');
});

test('a scrawl never grows past what the contract takes', () => {
  const scrawl = Array.from({ length: 400 }, () => ({ points: Array.from({ length: 60 }, (_none, x) => ({ x, y: x })) }));
  expect(signaturePath(scrawl, { width: 600, height: 200 }).length).toBeLessThanOrEqual(60_000);
});
