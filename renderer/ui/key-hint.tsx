import { useWords } from './locale.tsx';
import classes from './key-hint.module.css';

interface KeyHintProps {
  readonly keys: string;
  readonly tone?: 'plain' | 'on-accent' | undefined;
}

/** The key of an action, as printed on the keyboard; read aloud through aria-keyshortcuts of its button instead. */
export function KeyHint({ keys, tone = 'plain' }: KeyHintProps) {
  const { names } = useWords().frame.keys;
  const capOf = (part: string) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part);
  return (
    <span className={classes['hint']} data-tone={tone} aria-hidden>
      {keys.split(/(?<=.) (?=.)/u).map((stroke, index) => (
        <kbd key={`${stroke}-${index}`} className={classes['cap']}>
          {stroke.split('+').map(capOf).join(' ')}
        </kbd>
      ))}
    </span>
  );
}
