/** Whether nobody is named yet: names are `?` until they are typed. */
export function isNobody(who: string): boolean {
  return /^[?→ ]*$/u.test(who);
}
