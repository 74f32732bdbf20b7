import { useId, type ReactNode } from 'react';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { dayText } from '#renderer/ui/time-words.ts';
import type { ReferenceTables } from './reference-page.tsx';
import classes from './reference.module.css';

interface StandingProps {
  readonly standing: ReferenceTables['standings'][number] | undefined;
  readonly children: ReactNode;
}

/** One table under its name: where it comes from, since when, and what the hub has sent that begins later or cannot be used. */
export function Standing({ standing, children }: StandingProps) {
  const words = useWords().reference;
  const { locale } = useLocale();
  const id = useId();
  if (standing === undefined) return null;
  const { table, asOf, source, fromHub, later, faulty } = standing;
  return (
    <section aria-labelledby={id}>
      <div className={classes['head']}>
        <h2 id={id}>{words.tables[table]}</h2>
        {fromHub === null ? (
          <Tag tone="grey">{words.shipped(dayText(asOf, locale))}</Tag>
        ) : (
          <Tag tone="blue">{words.fromHub(dayText(fromHub, locale))}</Tag>
        )}
      </div>
      <p className={classes['words']}>{source}</p>
      {later.map((day) => (
        <Note key={day} tone="blue">
          {words.later(dayText(day, locale))}
        </Note>
      ))}
      {faulty.map((day) => (
        <Note key={day} tone="red">
          {words.faulty(dayText(day, locale))}
        </Note>
      ))}
      {children}
    </section>
  );
}
