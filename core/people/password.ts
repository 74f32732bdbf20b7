import { hash, verify } from '@node-rs/argon2';

/** Argon2id (the default of the package), 64 MiB and three passes: about 0.1 s on a build machine, never below the ASVS floor (RELIABILITY §4). */
const strength = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), strength);
}

export function matchesPassword(stored: string, password: string): Promise<boolean> {
  return verify(stored, password.normalize('NFKC'));
}

let stand: Promise<string> | undefined;

/** Takes as long as a real check, so that an unknown login cannot be told from a wrong password by the clock. */
export async function pretendToMatch(password: string): Promise<false> {
  stand ??= hashPassword('nobody has this password');
  await matchesPassword(await stand, password);
  return false;
}
