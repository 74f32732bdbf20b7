/** Why a new password is not taken (ASVS 6.2: length and a list of common ones, no composition rules, no forced rotation). */
export type PasswordProblem = 'password.too-short' | 'password.too-common' | 'password.same-as-before';

export const shortestPassword = 8;

/** Passwords people try first, in the lands Kaunta is used in; anything that contains the login or is one run or repeat is as bad. */
const common: ReadonlySet<string> = new Set([
  'password',
  'password1',
  'password12',
  'password123',
  'passw0rd',
  'p@ssword',
  'p@ssw0rd',
  '12345678',
  '123456789',
  '1234567890',
  'qwertyui',
  'qwerty123',
  'iloveyou',
  'letmein1',
  'welcome1',
  'welcome123',
  'admin123',
  'admin1234',
  'administrator',
  'changeme',
  'kenya123',
  'kenya254',
  'kenya2026',
  'nairobi1',
  'nairobi123',
  'mombasa1',
  'mombasa123',
  'kisumu123',
  'hakunamatata',
  'harambee',
  'ntsa1234',
  'ntsa2026',
  'ecitizen',
  'safaricom',
  'mpesa123',
  'arsenal1',
  'manchester',
  'liverpool',
  'chelsea1',
  'jesus123',
  'abcd1234',
  'abc12345',
  'a1b2c3d4',
  'asdfghjk',
  'football',
  'sunshine',
  'princess',
  'trustno1',
  'kaunta123',
  'kaunta2026',
]);

export function passwordProblem(next: string, login: string): PasswordProblem | undefined {
  const lower = next.toLowerCase();
  if ([...next].length < shortestPassword) return 'password.too-short';
  if (common.has(lower) || isOneRun(lower) || (login.length > 2 && lower.includes(login.toLowerCase()))) return 'password.too-common';
  return undefined;
}

/** `aaaaaaaa`, `abcdefgh`, `87654321`. */
function isOneRun(text: string): boolean {
  const steps = new Set([...text].slice(1).map((character, index) => character.charCodeAt(0) - text.charCodeAt(index)));
  const [step] = steps;
  return steps.size === 1 && step !== undefined && Math.abs(step) <= 1;
}
