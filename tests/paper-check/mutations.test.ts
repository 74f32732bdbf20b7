import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, instantPlusMs, type Day, type Instant } from '#shared/base/instant.ts';
import { standings } from '#shared/domain/application.ts';
import { paperCodeKinds } from '#shared/domain/paper-code.ts';
import { writeCode, type PaperCode } from '#shared/protocol/paper-code.ts';
import { openPaperPc, paperHub } from '../support/paper-hub.ts';
import { trials } from '../support/tier.ts';
import { saySeed } from '../sync/seed.ts';
import { codeOf, partsOf } from './sealed.ts';

/** In all, half of them in the text as it is scanned and half in what it says, written again as a forger with our program would. */
const mutations = trials(2_000, 100_000);

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:abcz\u00e9';

/** Another letter, bit, day or choice in the same place. */
function otherThan<T>(value: T, at: number, by: number): unknown {
  if (value instanceof Uint8Array) return value.map((byte, index) => (index === at % value.length ? byte ^ (1 << (by % 8)) : byte));
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1 + (by % 9);
  if (typeof value !== 'string') return null;
  if (/^\d{4}-\d\d-\d\dT/u.test(value)) return instantPlusMs(value as unknown as Instant, (1 + by) * 1000);
  if (/^\d{4}-\d\d-\d\d$/u.test(value)) return addDays(value as unknown as Day, 1 + (by % 400));
  for (const choices of [paperCodeKinds, standings] as readonly (readonly string[])[]) {
    if (choices.includes(value)) return choices[(choices.indexOf(value) + 1 + (by % (choices.length - 1))) % choices.length];
  }
  return replaced(value, at, by);
}

function replaced(text: string, at: number, by: number): string {
  const place = at % text.length;
  const others = [...letters].filter((letter) => letter !== text[place]);
  return `${text.slice(0, place)}${others[by % others.length]}${text.slice(place + 1)}`;
}

/** Every field of a code by name, and how to put another value there. */
const fields: readonly (readonly [string, (code: PaperCode, change: (value: unknown) => unknown) => object])[] = [
  ...(['kind', 'number', 'plate', 'name', 'amountCents', 'day', 'standing', 'copy', 'sheet'] as const).map(
    (name) =>
      [
        name,
        (code: PaperCode, change: (value: unknown) => unknown) => ({
          ...code,
          paper: { ...code.paper, facts: { ...code.paper.facts, [name]: change(code.paper.facts[name]) } },
        }),
      ] as const,
  ),
  ['at', (code, change) => ({ ...code, paper: { ...code.paper, at: change(code.paper.at) } })],
  ...(['hubMark', 'officeCode', 'deviceNo', 'epoch', 'publicKey', 'from', 'practice'] as const).map(
    (name) =>
      [
        name,
        (code: PaperCode, change: (value: unknown) => unknown) => ({
          ...code,
          certificate: { ...code.certificate, [name]: change(code.certificate[name]) },
        }),
      ] as const,
  ),
  ['signature', (code, change) => ({ ...code, signature: change(code.signature) })],
  ['paperSignature', (code, change) => ({ ...code, paperSignature: change(code.paperSignature) })],
];

it(`accepts none of ${mutations} papers with one letter changed, in the scanned text or in any field`, async () => {
  const pc = await openPaperPc(paperHub());
  const text = codeOf(pc);
  expect((await pc.check(text)).verdict).toBe('valid');
  const code = partsOf(text);
  const seen = new Set<string>();
  let tried = 0;
  const isRefused = async (mutant: string) => {
    tried += 1;
    return mutant === text || (await pc.check(mutant)).verdict === 'not-valid';
  };
  const seed = saySeed(import.meta.filename);
  const numbers = { seed, numRuns: mutations / 2 };
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(), async (at, by) => isRefused(replaced(text, at, by))),
    numbers,
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...fields), fc.nat(10_000), fc.nat(10_000), async ([name, put], at, by) => {
      seen.add(name);
      return isRefused(writeCode(put(code, (value) => otherThan(value, at, by)) as PaperCode));
    }),
    numbers,
  );
  expect([seen.size, tried]).toEqual([fields.length, mutations]);
});
