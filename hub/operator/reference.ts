import { referenceOn, type ReferenceUpdate } from '#shared/domain/reference-update.ts';
import { publish } from '../changes/publish.ts';
import { listReferenceUpdates } from '../register/reference.ts';
import type { OperatorWork } from './operate.ts';

/** Tells every office a table that takes the place of the one of that name from its day on; one that contradicts the others is not told. */
export async function replaceTable({ sql, deps }: OperatorWork, update: ReferenceUpdate): Promise<string> {
  const { table, effectiveFrom } = update;
  const others = (await listReferenceUpdates(sql)).filter((one) => one.table !== table || one.effectiveFrom !== effectiveFrom);
  const updates = [...others, update];
  for (const day of new Set(updates.map((one) => one.effectiveFrom))) {
    const faulty = referenceOn(deps.reference, updates, day).faulty[0];
    if (faulty)
      throw new Error(`From ${day} on, table ${faulty.table} would contradict the others: ids that are named and not there, or twice`);
  }
  await publish(sql, { audience: 'all', kind: 'reference', key: `${table}:${effectiveFrom}`, body: update });
  return `Table ${table} is replaced from ${effectiveFrom} on`;
}
