import { displayPlate } from '#shared/domain/plate.ts';
import type { Words } from '#shared/text/text.ts';
import { DataTable, type Column } from '#renderer/ui/data-table.tsx';
import { EndedTag } from '#renderer/ui/ended-tag.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { PlateChip } from '#renderer/ui/plate-chip.tsx';
import { Tag, type TagTone } from '#renderer/ui/tag.tsx';
import type { ShelfItem } from './shelf-item.ts';

interface ShelfTableProps {
  readonly items: readonly ShelfItem[];
  readonly onMove: (item: ShelfItem) => void;
  readonly onOpen: (item: ShelfItem) => void;
}

/** What waits, in rows; Enter hands over, or shows the slip of what was handed over. */
export function ShelfTable({ items, onMove, onOpen }: ShelfTableProps) {
  const words = useWords();
  return (
    <DataTable
      label={words.sheets.tabs.shelf}
      rows={items}
      rowKey={({ id }) => id}
      columns={columns(words)}
      click="chooses"
      isMain
      onMove={onMove}
      onOpen={onOpen}
    />
  );
}

const noticeTones: Readonly<Record<NonNullable<ShelfItem['notice']>['state'], TagTone>> = {
  off: 'grey',
  waiting: 'blue',
  sent: 'green',
  failed: 'red',
};

function columns({ shelf: words }: Words): readonly Column<ShelfItem>[] {
  const { column } = words;
  return [
    { key: 'plate', head: column.plate, width: '130px', cell: (row) => <PlateChip plate={displayPlate(row.plate)} /> },
    { key: 'place', head: column.place, width: '104px', cell: (row) => <strong className="tabular">{row.place}</strong> },
    { key: 'what', head: column.what, width: '172px', cell: (row) => words.kind[row.kind] },
    { key: 'owner', head: column.owner, cell: (row) => row.owner },
    { key: 'book', head: column.book, width: '256px', cell: (row) => <BookTag item={row} label={words.bookFirst} /> },
    { key: 'days', head: column.days, width: '96px', cell: (row) => words.days(row.days) },
    { key: 'notice', head: column.notice, width: '210px', cell: (row) => <NoticeTag item={row} words={words} /> },
  ];
}

/** Whether a newer eLogbook took its place, or the old book has to be given up before this changes hands. */
function BookTag({ item, label }: { readonly item: ShelfItem; readonly label: string }) {
  if (item.endedBy) return <EndedTag endedBy={item.endedBy} />;
  const isAskedFor = item.surrender === 'required' && (item.state === 'waiting' || item.state === 'missing');
  return isAskedFor ? <Tag tone="amber">{label}</Tag> : null;
}

function NoticeTag({ item: { notice }, words }: { readonly item: ShelfItem; readonly words: Words['shelf'] }) {
  if (notice === null) return <>{words.noNotice}</>;
  const state = words.noticeState[notice.state];
  const reason = notice.reason === null ? undefined : (words.noticeReason[notice.reason] ?? notice.reason);
  const said = reason === undefined ? state : words.noticeFailed(state, reason);
  return (
    <span title={said}>
      <Tag tone={noticeTones[notice.state]}>{said}</Tag>
    </span>
  );
}
