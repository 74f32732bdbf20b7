import { shortestPassword } from '#shared/domain/password.ts';
import type { Words } from '#shared/text/text.ts';

const shortestName = 2;
const shortestLogin = 3;

/** What the fields of a person must hold before they are sent; the host checks again. */
export function personRules({ people, refusals }: Words) {
  return {
    name: (value: string) => (value.trim().length < shortestName ? people.nameShort : null),
    login: (value: string) => (value.trim().length < shortestLogin ? people.loginShort : null),
    password: (value: string) => ([...value].length < shortestPassword ? refusals['password.too-short']({}) : null),
    roles: (value: readonly string[]) => (value.length === 0 ? people.rolesMissing : null),
  };
}
