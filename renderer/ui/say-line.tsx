import { useWords } from './locale.tsx';
import classes from './say-line.module.css';

/** One sentence to read aloud to the person at the counter. */
export function SayLine({ children }: { readonly children: string }) {
  return (
    <div className={classes['say']} role="note">
      <span className={classes['label']}>{useWords().frame.say}</span>
      <p className={classes['words']}>“{children}”</p>
    </div>
  );
}
