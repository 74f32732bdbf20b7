import type { CandidateState } from '#shared/domain/test-result.ts';
import type { Locale, Words } from '#shared/text/text.ts';
import { DataTable, type Column } from '#renderer/ui/data-table.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { Tag, type TagTone } from '#renderer/ui/tag.tsx';
import { dayText } from '#renderer/ui/time-words.ts';
import type { Candidate } from './candidate.ts';

interface CandidateTableProps {
  readonly candidates: readonly Candidate[];
  readonly onMove: (candidate: Candidate) => void;
  readonly onOpen: (candidate: Candidate) => void;
}

/** Seat by seat, who is expected and how far they are; Enter does what comes next. */
export function CandidateTable({ candidates, onMove, onOpen }: CandidateTableProps) {
  const { testDay: words } = useWords();
  const { locale } = useLocale();
  return (
    <DataTable
      label={words.title}
      rows={candidates}
      rowKey={({ bookingId }) => bookingId}
      columns={columns(words, locale)}
      click="chooses"
      isMain
      onMove={onMove}
      onOpen={onOpen}
    />
  );
}

const tones: Readonly<Record<CandidateState, TagTone>> = {
  booked: 'grey',
  'checked-in': 'blue',
  passed: 'green',
  failed: 'red',
  absent: 'grey',
};

function columns(words: Words['testDay'], locale: Locale): readonly Column<Candidate>[] {
  const { column } = words;
  return [
    { key: 'seat', head: column.seat, width: '70px', align: 'right', cell: (row) => <strong className="tabular">{row.seat}</strong> },
    { key: 'name', head: column.name, cell: (row) => row.name },
    { key: 'id', head: column.idNumber, width: '120px', cell: (row) => <span className="tabular">{row.maskedIdNumber}</span> },
    { key: 'class', head: column.licenceClass, width: '80px', cell: (row) => row.licenceClass },
    { key: 'attempt', head: column.attempt, width: '90px', cell: (row) => words.attempt(row.attempt) },
    { key: 'state', head: column.state, width: '150px', cell: (row) => <Tag tone={tones[row.state]}>{words.state[row.state]}</Tag> },
    { key: 'result', head: column.result, width: '330px', cell: (row) => resultText(row, words, locale) },
  ];
}

/** What follows from the result, and whether the hub stands by it yet. */
function resultText({ result, conflict }: Candidate, words: Words['testDay'], locale: Locale): string {
  if (result === null) return '';
  if (conflict !== null) return words.twoResults;
  if (result.standing === 'ended') return words.refusedByHub;
  const follows = [
    result.resitFrom === null ? '' : words.resitFrom(dayText(result.resitFrom, locale)),
    result.validUntil === null ? '' : words.goodUntil(dayText(result.validUntil, locale)),
    result.standing === 'provisional' ? words.provisional : '',
  ];
  return follows.filter((part) => part !== '').join(' · ');
}
