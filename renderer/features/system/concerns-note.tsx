import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import type { Concern } from './concerns.ts';
import classes from './system-page.module.css';

/** On top of the page: what needs somebody, or that nothing does. */
export function ConcernsNote({ concerns }: { readonly concerns: readonly Concern[] }) {
  const words = useWords().system.concerns;
  if (concerns.length === 0) return <Note tone="green">{words.allWell}</Note>;
  return (
    <Note tone={concerns.some(({ tone }) => tone === 'red') ? 'red' : 'amber'} title={words.needed(concerns.length)}>
      <ul className={classes['concerns']}>
        {concerns.map(({ name }) => (
          <li key={name}>{words[name]}</li>
        ))}
      </ul>
    </Note>
  );
}
