import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openFrameWriter, readFrames, SALT_BYTES } from './frame.ts';

const key = randomBytes(32);

function logOf(contents: readonly string[]): { bytes: Buffer; ends: number[] } {
  const writer = openFrameWriter(key, randomBytes(SALT_BYTES));
  const parts = [writer.header, ...contents.map((content) => writer.frame(Buffer.from(content)))];
  let end = 0;
  return { bytes: Buffer.concat(parts), ends: parts.map((part) => (end += part.length)) };
}

const texts = (bytes: Buffer) => readFrames(key, bytes)?.contents.map((content) => content.toString());

it('frames read back as they were written, and nothing of them stands readable in the file', () => {
  const { bytes } = logOf(['begin', 'a name that nobody may read', '']);
  expect(readFrames(key, bytes)).toEqual({
    contents: ['begin', 'a name that nobody may read', ''].map((one) => Buffer.from(one)),
    end: 'whole',
  });
  expect(bytes.includes('nobody may read')).toBe(false);
});

it('another key reads nothing', () => {
  expect(readFrames(randomBytes(32), logOf(['one', 'two']).bytes)).toBeUndefined();
});

it('a log that is cut anywhere gives every frame before the cut and says that it is torn, unless the cut is between two', () => {
  const { bytes, ends } = logOf(['first', 'second', 'third']);
  fc.assert(
    fc.property(fc.nat(bytes.length), (length) => {
      const read = readFrames(key, bytes.subarray(0, length));
      const whole = ends.slice(1).filter((end) => end <= length).length;
      expect(read?.contents.length).toBe(whole);
      expect(read?.end).toBe(ends.includes(length) ? 'whole' : 'torn');
    }),
  );
});

it('a frame of which one bit is not what it was is never given out, nor any after it', () => {
  const contents = ['first', 'second', 'third'];
  const { bytes, ends } = logOf(contents);
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.nat(7), (place, bit) => {
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8((flipped[place] ?? 0) ^ (1 << bit), place);
      const before = ends.slice(1).filter((end) => end <= place).length;
      const read = readFrames(key, flipped);
      expect(read?.contents.length ?? 0).toBe(place < (ends[0] ?? 0) ? 0 : before);
      expect(read?.end).not.toBe('whole');
    }),
  );
});

it('a frame that was taken out, or that changed places with another, ends what is read', () => {
  const { bytes, ends } = logOf(['first', 'second', 'third']);
  const [head = 0, one = 0, two = 0] = ends;
  const without = Buffer.concat([bytes.subarray(0, one), bytes.subarray(two)]);
  const swapped = Buffer.concat([bytes.subarray(0, head), bytes.subarray(one, two), bytes.subarray(head, one), bytes.subarray(two)]);
  expect([texts(without), texts(swapped)]).toEqual([['first'], undefined]);
});
