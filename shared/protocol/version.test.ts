import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import * as messages from './messages.ts';
import { countersignText, entryText, firstPreviousHash } from './entry.ts';
import { hubPaths, signedRequestText } from './request.ts';
import { oldestAnsweredVersion, protocolVersion } from './version.ts';

/** What each version looked like. Old lines never change: somewhere an office still speaks it. */
const shapes: Readonly<Record<number, string>> = {
  1: 'e82c3fbf94a0cc37',
};

function schemasOf(value: object): [name: string, schema: unknown][] {
  return Object.entries(value).flatMap(([name, part]): [string, unknown][] => {
    if (part instanceof z.ZodType) return [[name, z.toJSONSchema(part, { io: 'input', unrepresentable: 'any' })]];
    return typeof part === 'object' && part !== null ? schemasOf(part).map(([inner, schema]) => [`${name}.${inner}`, schema]) : [];
  });
}

/** The texts that are hashed and signed are as much part of the protocol as the messages. */
const texts = [
  entryText({
    deviceId: 'd',
    epoch: 1,
    seq: 2,
    entryId: 'e',
    at: 't',
    actor: { id: 'a', name: 'n', roles: ['clerk'] },
    kind: 'k',
    subject: 's',
    scope: 'office',
    payloadHash: 'p',
    previousHash: firstPreviousHash,
  }),
  signedRequestText({ method: 'POST', path: '/', time: 't', bodySha256: 'b' }),
  countersignText({ deviceId: 'd', seq: 1, hash: 'h', at: 't' }),
];

function shape(): string {
  return createHash('sha256')
    .update(JSON.stringify([schemasOf(messages), texts, hubPaths]))
    .digest('hex')
    .slice(0, 16);
}

describe('the protocol', () => {
  it('has a new version and a line of history when a message changes its shape', () => {
    expect(shape()).toBe(shapes[protocolVersion]);
  });

  it('has a shape for every version, and the oldest that is answered is one of them', () => {
    expect(Object.keys(shapes).map(Number)).toEqual(Array.from({ length: protocolVersion }, (_, index) => index + 1));
    expect(oldestAnsweredVersion in shapes).toBe(true);
  });
});
