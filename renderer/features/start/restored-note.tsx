import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/connection/connection.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useActWords } from './act-words.ts';

/** How far the data of now were brought back and why numbers carry another letter; nothing where they never were, or once this start is over. */
export function RestoredNote() {
  const words = useWords().start.restored;
  const actWords = useActWords();
  const restored = useQuery(api.start.status.queryOptions({ input: {} })).data?.restored ?? null;
  if (restored === null) return null;
  const { lastAct, seriesLetter, complete, setAside } = restored;
  return (
    <Note tone={complete ? 'green' : 'amber'} title={words.title} isAlert>
      {lastAct === null ? words.nothing : actWords(words.words, lastAct)} {words.letter(seriesLetter)} {complete ? null : words.hole}{' '}
      {setAside === null ? null : words.aside(setAside)}
    </Note>
  );
}
