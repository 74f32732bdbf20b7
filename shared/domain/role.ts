/** What a person may be at a desk (DESIGN §8). One person may hold several, but never checks what they made. */
export const roles = ['clerk', 'dealer-clerk', 'supervisor', 'registrar', 'admin', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** Somebody with no power over others: a supervisor may give them a new first password. */
export function isClerkOnly(held: readonly Role[]): boolean {
  return held.every((role) => role === 'clerk' || role === 'dealer-clerk');
}

/** Whoever acts: named on every journal entry. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
}
