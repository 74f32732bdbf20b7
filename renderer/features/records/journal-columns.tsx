import type { client } from '#renderer/connection/connection.ts';
import { factsInWords } from '#renderer/features/case/event-text.ts';
import { WhenText } from '#renderer/ui/age-text.tsx';
import type { Column } from '#renderer/ui/data-table.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import type { Words } from '#shared/text/text.ts';

type JournalRow = Awaited<ReturnType<typeof client.records.journal>>[number];

/** Row, when, who, where, what was done, and its short facts. */
export function useJournalColumns(): readonly Column<JournalRow>[] {
  const words = useWords();
  const { records, frame } = words;
  return [
    {
      key: 'seq',
      head: records.row,
      width: '72px',
      align: 'right',
      cell: ({ seq, hash }) => (
        <span className="tabular" title={hash}>
          {seq}
        </span>
      ),
    },
    { key: 'at', head: records.when, width: '130px', cell: ({ line }) => <WhenText at={line.at} /> },
    { key: 'who', head: records.who, width: '190px', cell: ({ line }) => (line.actor === '' ? frame.appName : line.actor) },
    { key: 'where', head: records.where, width: '140px', cell: ({ line }) => records.device(line.office, line.deviceNo) },
    { key: 'what', head: records.what, width: '260px', cell: ({ line }) => records.kinds[line.kind] ?? line.kind },
    { key: 'facts', head: records.subject, cell: ({ line }) => factsText(words, line.facts) },
  ];
}

/** What a fact is said for is seen from the kind of row; an empty one says nothing. */
function factsText(words: Words, facts: JournalRow['line']['facts']): string {
  return Object.entries(factsInWords(words, facts))
    .filter(([name, fact]) => name !== 'ok' && fact !== '')
    .map(([, fact]) => String(fact))
    .join(' · ');
}
