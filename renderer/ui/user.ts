import { createContext, use } from 'react';
import type { Role } from '#shared/domain/role.ts';

/** Whoever is signed in at this desk. */
export interface SignedIn {
  readonly id: string;
  readonly name: string;
  readonly login: string;
  readonly roles: readonly Role[];
}

export const UserContext = createContext<SignedIn | null>(null);

/** Only asked below the gate, where somebody is signed in. */
export function useUser(): SignedIn {
  const user = use(UserContext);
  if (user === null) throw new Error('Nobody is signed in');
  return user;
}

/** Whether the person holds one of the roles; the host decides again when the act is done. */
export function useHasRole(...wanted: readonly Role[]): boolean {
  const { roles } = useUser();
  return wanted.some((role) => roles.includes(role));
}
