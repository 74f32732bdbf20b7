import classes from './step-head.module.css';

interface StepHeadProps {
  readonly question: string;
  readonly hint?: string | undefined;
}

/** The one question of a step, in plain words. */
export function StepHead({ question, hint }: StepHeadProps) {
  return (
    <div className={classes['head']}>
      <h2 className={classes['question']}>{question}</h2>
      {hint === undefined ? null : <p className={classes['hint']}>{hint}</p>}
    </div>
  );
}
