import type { ApplicationCase } from '#renderer/features/application/application-case.ts';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { dayText, fullText } from '#renderer/ui/time-words.ts';
import { FactLines } from './fact-lines.tsx';
import classes from './case.module.css';

/** When it was sent, when it is due and by which rule, and the two clocks of the law. */
export function CaseTimes({ application }: { readonly application: ApplicationCase }) {
  const words = useWords().casePage.label;
  const { locale } = useLocale();
  const { line, submittedAt, legalClocks, timeline } = application;
  const again = timeline.find(({ kind }) => kind === 'applications.resubmit');
  const due =
    line.dueDay === null ? (
      words.dueNotYet
    ) : (
      <>
        {dayText(line.dueDay, locale)}
        {line.overdue ? <span className={classes['overdue']}>{words.overdue}</span> : null}
        <div className={classes['quiet']}>{words.dueRule}</div>
      </>
    );
  return (
    <FactLines
      lines={[
        [words.clerk, `${line.clerkName}, ${line.officeCode}`],
        [words.sent, submittedAt === null ? '' : fullText(submittedAt, locale)],
        [words.sentAgain, again === undefined ? '' : fullText(again.at, locale)],
        [words.due, due],
        [words.sellerInforms, legalClocks === null ? '' : dayText(legalClocks.sellerInforms, locale)],
        [words.buyerRegistered, legalClocks === null ? '' : `${dayText(legalClocks.buyerRegistered, locale)} (${words.law})`],
      ]}
    />
  );
}
