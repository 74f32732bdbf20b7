import type { ReactNode } from 'react';
import { SayLine } from './say-line.tsx';
import classes from './summary-panel.module.css';

export interface SummaryLine {
  readonly label: string;
  readonly value: ReactNode;
}

interface SummaryPanelProps {
  readonly label: string;
  readonly lines: readonly SummaryLine[];
  readonly say?: string | undefined;
}

/** Who, what, how much and what is missing: it stands still through all steps, with the say-it line below. */
export function SummaryPanel({ label, lines, say }: SummaryPanelProps) {
  return (
    <section className={classes['panel']} aria-label={label}>
      <dl className={classes['lines']}>
        {lines.map((line) => (
          <div key={line.label} className={classes['line']}>
            <dt>{line.label}</dt>
            <dd>{line.value}</dd>
          </div>
        ))}
      </dl>
      {say === undefined ? null : <SayLine>{say}</SayLine>}
    </section>
  );
}
