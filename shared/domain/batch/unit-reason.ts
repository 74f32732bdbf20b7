import type { BatchField } from './batch-row.ts';

/** What a registrar may choose from when a motorcycle is sent back. No list is published for dealers; these are the cells it can be wrong in. */
export const unitReasons = ['chassis-differs', 'engine-differs', 'entry-unknown', 'owner-details-wrong', 'not-inspected'] as const;
export type UnitReason = (typeof unitReasons)[number];

/** What the hub itself finds: another vehicle of the register, or another application, has the same metal, or the dealer's stock names another batch. */
export type UnitConflict = 'chassis-registered' | 'engine-registered' | 'held' | 'sold-to-another';

const fields: Readonly<Record<UnitReason | UnitConflict, BatchField>> = {
  'chassis-differs': 'chassis',
  'chassis-registered': 'chassis',
  held: 'chassis',
  'sold-to-another': 'chassis',
  'not-inspected': 'chassis',
  'engine-differs': 'engineNumber',
  'engine-registered': 'engineNumber',
  'entry-unknown': 'customsEntry',
  'owner-details-wrong': 'ownerName',
};

/** The cell to look at; a reason that this version does not know is said of the chassis. */
export function fieldOfReason(reason: string): BatchField {
  return Object.hasOwn(fields, reason) ? fields[reason as UnitReason | UnitConflict] : 'chassis';
}
