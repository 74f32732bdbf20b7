/** Why an eLogbook was made: a sale, what happened to the older book, or that the vehicle is new (DOMAIN §4.1, §5.1, §5.2). */
export const replacementCauses = ['first-registration', 'transfer', 'lost', 'defaced', 'conversion'] as const;
export type ReplacementCause = (typeof replacementCauses)[number];

/** Whether the old book must be given up when the new copy is handed over (DOMAIN 0.1, §3.2), and whether it was. */
export const surrenders = ['required', 'done', 'not-applicable'] as const;
export type Surrender = (typeof surrenders)[number];

const electronic = /^EL-\d{4}-\d{8}$/u;

/** Whether one eLogbook was made after another, which their numbers tell; of paper books they do not. */
export function isNewerLogbook(number: string, than: string): boolean {
  return electronic.test(number) && electronic.test(than) && number > than;
}
