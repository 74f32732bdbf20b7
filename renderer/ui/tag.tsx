import classes from './tag.module.css';

export type TagTone = 'grey' | 'blue' | 'amber' | 'green' | 'red';

interface TagProps {
  readonly tone: TagTone;
  readonly children: string;
}

/** A state as a word on its colour; the word is always there. */
export function Tag({ tone, children }: TagProps) {
  return (
    <span className={classes['tag']} data-tone={tone}>
      {children}
    </span>
  );
}
