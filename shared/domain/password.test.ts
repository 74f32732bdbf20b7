import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passwordProblem, shortestPassword } from './password.ts';

describe('a new password', () => {
  it.each(['mti wa mwembe', 'x7Kq!m2P', 'sabuni ya kufua', 'ñandú ñandú', '🦁🐘🦒🦓🦏🐃🐆🦛'])('%j is taken', (password) => {
    expect(passwordProblem(password, 'achieng')).toBeUndefined();
  });

  it.each(['', 'fupi', 'sevensg', '🦁🐘🦒🦓'])('%j is too short', (password) => {
    expect(passwordProblem(password, 'achieng')).toBe('password.too-short');
  });

  it.each(['password123', 'HakunaMatata', 'Kenya2026', 'aaaaaaaa', 'abcdefgh', '87654321', 'Achieng-2026', 'xxACHIENGxx'])(
    '%j is too common',
    (password) => {
      expect(passwordProblem(password, 'achieng')).toBe('password.too-common');
    },
  );

  it('counts signs as people do, not as the computer stores them', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('🦁', '🐘', '🦒', 'ñ', 'k'), { maxLength: 20 }), (signs) => {
        expect(passwordProblem(signs.join(''), 'achieng') === 'password.too-short').toBe(signs.length < shortestPassword);
      }),
    );
  });

  it('with any login of three signs or more in it is too common', () => {
    const login = fc.stringMatching(/^[a-z]{3,12}$/u);
    fc.assert(
      fc.property(
        login,
        fc.string({ minLength: 8, maxLength: 20 }),
        (name, rest) => passwordProblem(`${rest}${name}`, name) === 'password.too-common',
      ),
    );
  });
});
