import { useId, type ReactNode } from 'react';
import { Tag, type TagTone } from '#renderer/ui/tag.tsx';
import classes from './system-page.module.css';

export interface FactLine {
  readonly label: string;
  readonly value: ReactNode;
}

interface FactsProps {
  readonly title: string;
  readonly lines: readonly FactLine[];
  /** How this stands, in a word. */
  readonly state?: { readonly tone: TagTone; readonly word: string } | undefined;
  /** What the state means and what to do. */
  readonly words?: string | undefined;
  /** A sentence that must not be overlooked. */
  readonly strong?: string | undefined;
  readonly children?: ReactNode;
}

/** One group of the system page: a title with its state, what that means, its facts, and what can be done. */
export function Facts({ title, lines, state, words, strong, children }: FactsProps) {
  const id = useId();
  return (
    <section className={classes['facts']} aria-labelledby={id}>
      <div className={classes['head']}>
        <h2 id={id}>{title}</h2>
        {state === undefined ? null : <Tag tone={state.tone}>{state.word}</Tag>}
      </div>
      {words === undefined ? null : <p className={classes['words']}>{words}</p>}
      {strong === undefined ? null : <p className={classes['strong']}>{strong}</p>}
      {lines.length === 0 ? null : (
        <dl className={classes['lines']}>
          {lines.map((line) => (
            <div key={line.label} className={classes['line']}>
              <dt>{line.label}</dt>
              <dd>{line.value}</dd>
            </div>
          ))}
        </dl>
      )}
      {children}
    </section>
  );
}

interface FactButtonsProps {
  /** A field among them is not what the page begins with. */
  readonly isAside?: boolean | undefined;
  readonly children: ReactNode;
}

/** The buttons of a group, side by side. */
export function FactButtons({ isAside = false, children }: FactButtonsProps) {
  return (
    <div className={classes['buttons']} data-filters={isAside || undefined}>
      {children}
    </div>
  );
}
