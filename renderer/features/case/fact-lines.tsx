import type { ReactNode } from 'react';
import classes from './case.module.css';

interface FactLinesProps {
  readonly lines: readonly (readonly [label: string, value: ReactNode])[];
  /** Two pairs side by side. */
  readonly isWide?: boolean | undefined;
}

/** Label and value, one pair a line; what has no value is left out. */
export function FactLines({ lines, isWide = false }: FactLinesProps) {
  return (
    <dl className={classes['lines']} data-wide={isWide || undefined}>
      {lines
        .filter(([, value]) => value !== '' && value !== null)
        .map(([label, value]) => (
          <Line key={label} label={label} value={value} />
        ))}
    </dl>
  );
}

function Line({ label, value }: { readonly label: string; readonly value: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}
