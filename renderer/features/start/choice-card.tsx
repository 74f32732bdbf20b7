import { useId, type ReactNode } from 'react';
import classes from './choice-card.module.css';

interface ChoiceCardProps {
  readonly title: string;
  /** The way that most people want. */
  readonly isFirst?: boolean | undefined;
  readonly children: ReactNode;
}

/** One way on: its name, what will happen, and the button or the form that does it. */
export function ChoiceCard({ title, isFirst = false, children }: ChoiceCardProps) {
  const id = useId();
  return (
    <section className={classes['card']} data-first={isFirst || undefined} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
