import { useNow } from './clock.ts';
import { ActionButton } from './action-button.tsx';
import { useLocale, useWords } from './locale.tsx';
import { workPace } from './work-pace.ts';
import classes from './long-work.module.css';

interface LongWorkProps {
  readonly label: string;
  readonly done: number;
  /** Null while nobody knows yet how much there is. */
  readonly total: number | null;
  /** When it began, in milliseconds of this PC's clock. */
  readonly sinceMs: number;
  readonly onCancel: () => void;
}

/** Work that takes its time: a bar with count, rate and time left, and a way to end it (UI.md, Style). */
export function LongWork({ label, done, total, sinceMs, onCancel }: LongWorkProps) {
  const words = useWords().frame;
  const { locale } = useLocale();
  const { perSecond, leftSeconds } = workPace({ done, total, elapsedMs: Date.parse(useNow(1000)) - sinceMs });
  const number = new Intl.NumberFormat(locale === 'sw' ? 'sw-KE' : 'en-KE');
  return (
    <section className={classes['work']} aria-label={label}>
      <p className={classes['label']}>{label}</p>
      <progress className={classes['bar']} aria-label={label} {...(total === null ? {} : { value: done, max: Math.max(total, 1) })} />
      <div className={classes['foot']}>
        <p className={classes['pace']}>
          <span>{words.work.done(number.format(done), total === null ? null : number.format(total))}</span>
          {perSecond === null ? null : <span>{words.work.rate(number.format(perSecond))}</span>}
          {leftSeconds === null ? null : <span>{words.work.left(leftSeconds)}</span>}
        </p>
        <ActionButton label={words.cancel} keys="Escape" onAct={onCancel} />
      </div>
    </section>
  );
}
