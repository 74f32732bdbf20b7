import type { Reference } from '#shared/domain/reference.ts';
import type { Locale } from '#shared/text/text.ts';

/** `A2 · motorcycle taxi, courier`; the id alone where the classes no longer name it. */
export function classText({ drivingClasses }: Pick<Reference, 'drivingClasses'>, id: string, locale: Locale): string {
  const name = drivingClasses.classes.find((one) => one.id === id)?.names[locale];
  return name === undefined ? id : `${id} · ${name}`;
}
