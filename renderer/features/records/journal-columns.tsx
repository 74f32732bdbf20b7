import type { client } from '#renderer/connection/connection.ts';
import { WhenText } from '#renderer/ui/age-text.tsx';
import type { Column } from '#renderer/ui/data-table.tsx';
import { useWords } from '#renderer/ui/locale.tsx';

type JournalRow = Awaited<ReturnType<typeof client.records.journal>>[number];

/** Row, when, who, where, what was done, and its short facts. */
export function useJournalColumns(): readonly Column<JournalRow>[] {
  const { records, frame } = useWords();
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
    { key: 'facts', head: records.subject, cell: ({ line }) => factsText(line.facts) },
  ];
}

function factsText(facts: JournalRow['line']['facts']): string {
  return Object.entries(facts)
    .filter(([name]) => name !== 'ok')
    .map(([, fact]) => String(fact))
    .join(' · ');
}
