import type { Driver } from '#shared/domain/driver.ts';

/** The classes whose test was passed, the newest first. */
export function passedClasses({ tests }: Pick<Driver, 'tests'>): readonly string[] {
  const passed = tests.filter(({ outcome }) => outcome === 'passed').toSorted((one, other) => (one.day < other.day ? 1 : -1));
  return [...new Set(passed.map((test) => test.class))];
}
