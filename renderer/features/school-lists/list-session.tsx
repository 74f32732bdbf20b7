import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { weekdayText } from '#renderer/ui/time-words.ts';
import type { ListLine } from './school-list.ts';

/** Which session a list is for: class, day, time and centre. */
export function ListSession({ list }: { readonly list: ListLine }) {
  const { schoolLists: words } = useWords();
  const { locale } = useLocale();
  return (
    <span>
      {words.session(list.class, `${weekdayText(list.day, locale)} ${list.startsAt}`)} · {list.centreName}
    </span>
  );
}
