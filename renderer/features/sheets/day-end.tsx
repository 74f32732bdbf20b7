import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type * as z from 'zod';
import { dayOf, type Day } from '#shared/base/instant.ts';
import type { sheetCount, sheets } from '#shared/contract/sheets.ts';
import { unaccounted } from '#shared/domain/sheet.ts';
import type { Words } from '#shared/text/text.ts';
import { api } from '#renderer/connection/connection.ts';
import { SheetReportPaper } from '#renderer/features/paper/office-papers.tsx';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { WhenText } from '#renderer/ui/age-text.tsx';
import { useNow } from '#renderer/ui/clock.ts';
import { DataTable, type Column } from '#renderer/ui/data-table.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import classes from './sheets-page.module.css';

type Taken = z.infer<typeof sheets.report.output>['taken'][number];

interface DayEndProps {
  /** What stands between the sum of the day and its sheets one by one. */
  readonly packs: ReactNode;
}

/** One day's sheets: what was there, where each went, and that the packs hold what is left. */
export function DayEnd({ packs }: DayEndProps) {
  const words = useWords();
  const own = words.sheets;
  const today = dayOf(useNow(60_000));
  const [chosen, setChosen] = useState<Day | null>(null);
  const [isPaper, setIsPaper] = useState(false);
  const day = chosen ?? today;
  const report = useQuery(api.sheets.report.queryOptions({ input: { from: day, to: day } }));
  return (
    <>
      <section className={classes['part']} aria-label={own.dayEnd}>
        <div className={classes['head']} data-filters>
          <h2 className={classes['title']}>{own.dayEnd}</h2>
          <DayField label={own.day} day={day} onChange={setChosen} />
          <ActionButton label={own.paper} keys="Ctrl+p" onAct={() => setIsPaper(true)} />
        </div>
        <QueryView query={report}>{({ total }) => <Sum total={total} words={words} />}</QueryView>
      </section>
      {packs}
      <section className={classes['part']} aria-label={own.taken}>
        <h2 className={classes['title']}>{own.taken}</h2>
        <QueryView query={report}>{({ taken }) => <TakenTable taken={taken} words={words} />}</QueryView>
      </section>
      {isPaper ? <SheetReportPaper from={day} to={day} onClose={() => setIsPaper(false)} /> : null}
    </>
  );
}

const parts = ['opening', 'received', 'used', 'spoiled', 'returned', 'left'] as const;

function Sum({ total, words }: { readonly total: z.infer<typeof sheetCount>; readonly words: Words }) {
  const own = words.sheets;
  const open = unaccounted(total);
  return (
    <>
      <dl className={classes['sum']}>
        {parts.map((part) => (
          <div key={part}>
            <dt>{own.sum[part]}</dt>
            <dd>{total[part]}</dd>
          </div>
        ))}
      </dl>
      <Note tone={open === 0 ? 'green' : 'red'} title={open === 0 ? own.adds : own.addsNot(open)}>
        {own.dayEndHint(total.left)} {total.spoiledLater > 0 ? own.spoiledLater(total.spoiledLater) : ''}
      </Note>
    </>
  );
}

function TakenTable({ taken, words }: { readonly taken: readonly Taken[]; readonly words: Words }) {
  const own = words.sheets;
  if (taken.length === 0) return <p className={classes['quiet']}>{own.takenEmpty}</p>;
  return <DataTable label={own.taken} rows={taken} rowKey={({ serial }) => serial} columns={columns(words)} click="chooses" />;
}

function columns({ sheets: own }: Words): readonly Column<Taken>[] {
  const head = own.takenColumn;
  return [
    { key: 'serial', head: head.serial, width: '160px', cell: (row) => <strong className="tabular">{row.serial}</strong> },
    { key: 'state', head: head.state, width: '120px', cell: (row) => own.state[row.state] },
    {
      key: 'when',
      head: head.when,
      width: '120px',
      cell: (row) => (row.takenAt === null ? '' : <WhenText at={row.spoiledAt ?? row.takenAt} />),
    },
    { key: 'who', head: head.who, width: '200px', cell: (row) => row.takenBy },
    { key: 'what', head: head.what, cell: (row) => whatFor(row, own) },
  ];
}

function whatFor({ logbookNumber, copy, spoilReason, spoilNote }: Taken, words: Words['sheets']): string {
  const said = [
    logbookNumber === null || copy === null ? '' : words.copyOf(copy, logbookNumber),
    spoilReason === null ? '' : words.spoilReason[spoilReason],
    spoilNote,
  ];
  return said.filter((part) => part !== '').join(' · ');
}
