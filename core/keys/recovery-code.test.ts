import { mkdtempSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { toInstant } from '#shared/base/instant.ts';
import { newRecoveryCode, readRecoveryCode, readSecretCode, secretCode } from './recovery-code.ts';
import { findRecovery, makeRecovery, openRecovery, storeRecovery } from './recovery-file.ts';

it('a code has seven groups of four signs that cannot be taken for one another, and no two are alike', () => {
  const codes = Array.from({ length: 200 }, newRecoveryCode);
  for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/u);
  expect(new Set(codes).size).toBe(codes.length);
});

it('small letters, spaces, an O for a 0 and an I or L for a 1 are the same code', () => {
  const code = newRecoveryCode();
  const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
  expect(readRecoveryCode(`  ${typed} `)).toBe(readRecoveryCode(code));
});

it('one wrong sign, or two that changed places, is found', () => {
  const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  fc.assert(
    fc.property(fc.nat(27), fc.nat(31), (place, sign) => {
      const code = newRecoveryCode().replaceAll('-', '');
      const other = code.slice(0, place) + signs.charAt(sign) + code.slice(place + 1);
      const swapped = code.slice(0, place) + code.charAt(place + 1) + code.charAt(place) + code.slice(place + 2);
      const isFound = (typed: string) => typed === code || readRecoveryCode(typed) === undefined;
      return isFound(other) && isFound(swapped);
    }),
  );
});

it('the secret opens with its own code alone', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kaunta-recovery-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const secret = randomBytes(32);
  const { code, file } = await makeRecovery(secret, toInstant('2026-11-23T06:00:00.000Z'));
  await storeRecovery(path.join(folder, 'recovery.json'), file);
  const found = await findRecovery(path.join(folder, 'recovery.json'));
  expect(found).toEqual(file);
  const files = found ? [found] : [];
  expect(await openRecovery(files, code)).toEqual(secret);
  expect(await openRecovery(files, newRecoveryCode())).toBe('wrong');
  expect(await openRecovery(files, code.slice(0, -1))).toBe('mistyped');
  expect(await findRecovery(path.join(folder, 'none.json'))).toBeUndefined();
});

it('the long code, which the hub keeps, is the secret itself and needs no file', async () => {
  const secret = randomBytes(32);
  const code = secretCode(secret);
  expect(code).toMatch(/^(.{4}-){13}.{4}$/u);
  expect(readSecretCode(code.toLowerCase())).toEqual(secret);
  expect(await openRecovery([], code)).toEqual(secret);
  expect(readRecoveryCode(code)).toBeUndefined();
});
