import type * as z from 'zod';
import type { sheets } from '#shared/contract/sheets.ts';
import type { Words } from '#shared/text/text.ts';
import { WhenText } from '#renderer/ui/age-text.tsx';
import { DataTable, type Column } from '#renderer/ui/data-table.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Tag, type TagTone } from '#renderer/ui/tag.tsx';

type Pack = z.infer<typeof sheets.stock.output>['ranges'][number];

/** Every pack that was received, and where its sheets went. */
export function PackTable({ packs }: { readonly packs: readonly Pack[] }) {
  const words = useWords();
  return <DataTable label={words.sheets.packs} rows={packs} rowKey={({ id }) => id} columns={columns(words)} click="chooses" isMain />;
}

const tones = { waiting: 'blue', known: 'grey', elsewhere: 'red' } as const satisfies Record<Pack['standing'], TagTone>;

function columns({ sheets: { column, standing } }: Words): readonly Column<Pack>[] {
  return [
    { key: 'range', head: column.range, cell: (row) => <strong className="tabular">{`${row.from} – ${row.to}`}</strong> },
    { key: 'hub', head: column.hub, width: '196px', cell: (row) => <Tag tone={tones[row.standing]}>{standing[row.standing]}</Tag> },
    { key: 'received', head: column.received, width: '112px', cell: (row) => <WhenText at={row.receivedAt} /> },
    { key: 'by', head: column.by, width: '150px', cell: (row) => row.receivedBy },
    { key: 'used', head: column.used, width: '100px', align: 'right', cell: (row) => row.used },
    { key: 'spoiled', head: column.spoiled, width: '112px', align: 'right', cell: (row) => row.spoiled },
    { key: 'returned', head: column.returned, width: '118px', align: 'right', cell: (row) => row.returned },
    { key: 'left', head: column.left, width: '90px', align: 'right', cell: (row) => <strong>{row.left}</strong> },
  ];
}
