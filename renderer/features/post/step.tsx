import type { ReactNode } from 'react';
import { useWords } from '#renderer/ui/locale.tsx';
import classes from './post-page.module.css';

interface StepProps {
  readonly number: number;
  readonly title: string;
  /** What is done in it, for somebody who does it for the first time. */
  readonly words: string;
  /** What can be done, and what came of it. */
  readonly children: ReactNode;
}

/** One of the three steps of a letter's way. */
export function Step({ number, title, words, children }: StepProps) {
  const { post } = useWords();
  const name = post.step(number, title);
  return (
    <section className={classes['step']} aria-label={name}>
      <h2 className={classes['name']}>{name}</h2>
      <p className={classes['text']}>{words}</p>
      {children}
    </section>
  );
}
