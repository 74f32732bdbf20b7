import type { Words } from '#shared/text/text.ts';

/** `trailer, wheels 2` as the core names a class without a row, said in words: `Trailer, wheels 2`. */
export function vehicleClassText({ kind, fact }: Words['transfer'], vehicleClass: string): string {
  const [name = '', size = ''] = vehicleClass.split(', ');
  const measures: Readonly<Record<string, string>> = { wheels: fact.wheels, 'rating-cc': fact.ratingCc };
  const [measure = '', count = ''] = size.split(' ');
  const said = [kind[name as keyof typeof kind] ?? name, size === '' ? '' : `${measures[measure] ?? measure} ${count}`.trim()];
  return said
    .filter((part) => part !== '')
    .join(', ')
    .toLowerCase();
}
