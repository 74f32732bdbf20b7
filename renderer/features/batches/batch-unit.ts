import type { client } from '#renderer/connection/connection.ts';
import type { TagTone } from '#renderer/ui/tag.tsx';

/** A motorcycle of a batch that was paid for, with what became of it. */
export type BatchUnit = Awaited<ReturnType<typeof client.batches.units>>['units'][number];

export const unitTones = {
  queued: 'blue',
  'in-review': 'amber',
  returned: 'red',
  registered: 'green',
  withdrawn: 'grey',
} as const satisfies Readonly<Record<BatchUnit['state'], TagTone>>;

/** Whether a unit has these signs in a number or a name, whatever the case and the spaces. */
export function hasText({ unit, outcome }: Pick<BatchUnit, 'unit' | 'outcome'>, text: string): boolean {
  const sought = signs(text);
  const texts = [
    unit.chassis,
    unit.engineNumber,
    outcome?.plate ?? '',
    outcome?.logbookNumber ?? '',
    ...unit.owners.map(({ name }) => name),
  ];
  return texts.some((one) => signs(one).includes(sought));
}

function signs(text: string): string {
  return text.toUpperCase().replaceAll(/\s/gu, '');
}
