import { expect, it } from 'vitest';
import { createScanWatch } from './scan-guard.ts';

/** Types the text with this gap and says whether the Enter after it ended a scan. */
function endsScan(text: string, gapMs: number): boolean {
  const watch = createScanWatch();
  let atMs = 0;
  for (const key of text) watch(key, (atMs += gapMs));
  return watch('Enter', atMs + gapMs);
}

it.each([
  ['a scanned chassis number', 'MD2A18AZ5KWK12345', 4, true],
  ['a scanned plate', 'KMFP324B', 12, true],
  ['the fastest typist', 'KMFP324B', 60, false],
  ['two letters at once', 'KM', 4, false],
])('%s: %s every %i ms ends a scan: %s', (_who, text, gapMs, expected) => {
  expect(endsScan(text, gapMs)).toBe(expected);
});

it('a person who presses Enter long after a scan means it', () => {
  const watch = createScanWatch();
  for (const [index, key] of [...'KMFP324B'].entries()) watch(key, index * 5);
  expect(watch('Enter', 2000)).toBe(false);
});

it('a scan after slow typing counts only its own signs', () => {
  const watch = createScanWatch();
  watch('x', 0);
  for (const [index, key] of [...'KMF'].entries()) watch(key, 500 + index * 5);
  expect(watch('Enter', 515)).toBe(false);
});

it('Ctrl+Enter after a pause is meant, though Ctrl goes down just before', () => {
  const watch = createScanWatch();
  for (const [index, key] of [...'KMFP324B'].entries()) watch(key, index * 5);
  watch('Control', 2000);
  expect(watch('Enter', 2004)).toBe(false);
});
