import { Note } from '#renderer/ui/note.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { fullText } from '#renderer/ui/time-words.ts';
import type { TestList } from './candidate.ts';
import classes from './test-day.module.css';

/** What to know before the list is relied on: whose centre it is, how old the list is, and how far the sitting has come. */
export function SittingNotes({ list: { isOurs, runBy, heardAt, candidates } }: { readonly list: TestList }) {
  const { testDay: words } = useWords();
  const { locale } = useLocale();
  const came = candidates.filter(({ checkedInAt }) => checkedInAt !== null).length;
  const done = candidates.filter(({ result }) => result !== null).length;
  return (
    <div className={classes['notes']}>
      {isOurs ? null : (
        <Note tone="blue" title={words.notOursTitle(runBy.name)}>
          {words.notOurs}
        </Note>
      )}
      <p className={classes['quiet']}>
        {candidates.length === 0 ? '' : `${words.counted(candidates.length, came, done)}. `}
        {heardAt === null ? words.neverHeard : words.heard(fullText(heardAt, locale))}
      </p>
    </div>
  );
}
