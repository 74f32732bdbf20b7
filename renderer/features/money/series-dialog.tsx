import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type * as z from 'zod';
import { dayOf, type Day } from '#shared/base/instant.ts';
import type { payments } from '#shared/contract/payments.ts';
import { api } from '#renderer/connection/connection.ts';
import { SeriesReportPaper } from '#renderer/features/paper/office-papers.tsx';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ButtonRow } from '#renderer/ui/button-row.tsx';
import { useNow } from '#renderer/ui/clock.ts';
import { DataTable, type Column } from '#renderer/ui/data-table.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { MoneyText } from '#renderer/ui/money-text.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import type { Words } from '#shared/text/text.ts';
import classes from './receipts-page.module.css';

type Series = z.infer<typeof payments.series.output>[number];

/** Whether every receipt number of some days is there: today's, unless others are chosen. */
export function SeriesDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const own = words.money.receipts;
  const today = dayOf(useNow(60_000));
  const [chosen, setChosen] = useState<{ readonly from: Day | null; readonly to: Day | null }>({ from: null, to: null });
  const [isPaper, setIsPaper] = useState(false);
  const from = chosen.from ?? chosen.to ?? today;
  const to = chosen.to !== null && chosen.to >= from ? chosen.to : chosen.from === null ? from : from > today ? from : today;
  const report = useQuery(api.payments.series.queryOptions({ input: { from, to } }));
  if (isPaper) return <SeriesReportPaper from={from} to={to} onClose={onClose} />;
  return (
    <Dialog isOpen onClose={onClose} title={own.seriesTitle} size={960} hasTyping>
      <p>{own.seriesHint}</p>
      <div className={classes['filters']}>
        <DayField label={own.from} day={from} onChange={(day) => setChosen({ ...chosen, from: day })} />
        <DayField label={own.to} day={to} onChange={(day) => setChosen({ ...chosen, to: day })} />
      </div>
      <QueryView query={report}>
        {(series) => (series.length === 0 ? <p>{own.seriesEmpty}</p> : <SeriesTable series={series} words={words} />)}
      </QueryView>
      <ButtonRow>
        <ActionButton label={words.frame.close} keys="Escape" onAct={onClose} />
        <ActionButton label={own.seriesPaper} keys="Ctrl+p" tone="main" onAct={() => setIsPaper(true)} />
      </ButtonRow>
    </Dialog>
  );
}

function SeriesTable({ series, words }: { readonly series: readonly Series[]; readonly words: Words }) {
  const own = words.money.receipts;
  const missing = series.flatMap((one) => one.missing);
  return (
    <>
      {missing.length === 0 ? (
        <Note tone="green">{own.noneMissing}</Note>
      ) : (
        <Note tone="red" isAlert>
          {own.missing(missing.join(', '))}
        </Note>
      )}
      <DataTable label={own.seriesTitle} rows={series} rowKey={({ letter }) => letter} columns={columns(words)} click="chooses" />
    </>
  );
}

function columns({ money }: Words): readonly Column<Series>[] {
  const head = money.receipts.seriesColumn;
  return [
    { key: 'letter', head: head.letter, width: '72px', cell: (row) => row.letter },
    { key: 'first', head: head.first, cell: (row) => <span className="tabular">{row.first}</span> },
    { key: 'last', head: head.last, cell: (row) => <span className="tabular">{row.last}</span> },
    { key: 'count', head: head.count, width: '80px', align: 'right', cell: (row) => row.count },
    { key: 'void', head: head.void, width: '72px', align: 'right', cell: (row) => row.voided },
    { key: 'missing', head: head.missing, width: '92px', align: 'right', cell: (row) => row.missing.length },
    { key: 'good', head: head.good, width: '110px', align: 'right', cell: (row) => <MoneyText amountCents={row.goodCents} isBare /> },
  ];
}
