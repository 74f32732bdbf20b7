import type { ApplicationCase } from '#renderer/features/application/application-case.ts';
import { useNow } from '#renderer/ui/clock.ts';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { fullText, whenText } from '#renderer/ui/time-words.ts';
import { useEventText } from './event-text.ts';
import classes from './case.module.css';

interface TimelineProps {
  readonly lines: ApplicationCase['timeline'];
}

/** Everything that was done to it, newest first: what, who, at which office and PC, and when. */
export function Timeline({ lines }: TimelineProps) {
  const words = useWords().casePage;
  const text = useEventText();
  const { locale } = useLocale();
  const now = useNow(60_000);
  return (
    <section aria-label={words.timeline}>
      <h2 className={classes['timelineTitle']}>{words.timeline}</h2>
      {lines.length === 0 ? <p className={classes['quiet']}>{words.timelineEmpty}</p> : null}
      <ol className={classes['timeline']}>
        {lines.map((line) => (
          <li key={line.entryId} className={classes['event']}>
            <p>{text(line)}</p>
            <p className={classes['by']}>
              <time dateTime={line.at} title={fullText(line.at, locale)}>
                {whenText(line.at, now, locale)}
              </time>
              {' · '}
              {words.byAt(line.actor, line.office)}
              {' · '}
              {words.deviceNo(line.deviceNo)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
