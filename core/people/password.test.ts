import { expect, it } from 'vitest';
import { hashPassword, matchesPassword } from './password.ts';

it('keeps a password as Argon2id with 64 MiB and three passes, salted, so that equal ones look unlike', async () => {
  const [one, other] = await Promise.all([hashPassword('mti wa mwembe'), hashPassword('mti wa mwembe')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/u);
  expect(other).not.toBe(one);
  expect(await matchesPassword(one, 'mti wa mwembe')).toBe(true);
  expect(await matchesPassword(one, 'mti wa mwembe ')).toBe(false);
});

it('takes a password by its letters, however a keyboard composed them', async () => {
  expect(await matchesPassword(await hashPassword('caf\u00e9 ya asubuhi'), 'cafe\u0301 ya asubuhi')).toBe(true);
});
