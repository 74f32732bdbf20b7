import { useWords } from '#renderer/ui/locale.tsx';
import type { BatchUnit } from './batch-unit.ts';
import { useUnitReason } from './unit-reason.ts';
import classes from './batches.module.css';

interface UnitLineProps {
  readonly unit: BatchUnit['unit'] | undefined;
  /** Why it came back or is to go back, by its codes. */
  readonly reasons?: readonly string[] | undefined;
  readonly note?: string | undefined;
}

/** All that the columns of a list have no room for, of the motorcycle where the keys stand. */
export function UnitLine({ unit, reasons = [], note = '' }: UnitLineProps) {
  const { batchSent } = useWords();
  const unitReason = useUnitReason();
  if (unit === undefined) return null;
  const why = reasons.map(unitReason).join('; ');
  const facts = [
    `${unit.make} ${unit.model}, ${unit.ratingCc} cc, ${unit.yearOfManufacture}`,
    unit.customsEntry,
    unit.owners.map(({ name }) => name).join(' & '),
  ];
  return (
    <p className={classes['unit']} data-back={why === '' ? undefined : true} role="status">
      <strong>{batchSent.page.rowOf(unit.position)}</strong>
      <span className={classes['quiet']}>{facts.join(' · ')}</span>
      {why === '' ? null : <span>{note === '' ? why : `${why} · “${note}”`}</span>}
    </p>
  );
}
