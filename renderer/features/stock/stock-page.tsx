import { useDebouncedCallback } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '#renderer/connection/connection.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { DeliveryAction, StockActions } from './stock-actions.tsx';
import { StockDialog, type StockAct } from './stock-dialog.tsx';
import { StockFilters } from './stock-filters.tsx';
import type { StockLine } from './stock-line.ts';
import { StockPages } from './stock-pages.tsx';
import { StockSum } from './stock-sum.tsx';
import { StockTable } from './stock-table.tsx';
import { StockTabs } from './stock-tabs.tsx';
import { useChosen } from './use-chosen.ts';
import { useStockPart } from './use-stock-part.ts';
import classes from './stock-page.module.css';

const searchAfterMs = 150;

/** A dealer's motorcycles: what stands where, what is to be sold, and what waits for its plates. */
export function StockPage() {
  const { stock: words, frame } = useWords();
  const navigate = useNavigate();
  const { text = '' } = useSearch({ from: '/stock' });
  const [typed, setTyped] = useState(text);
  const { query: list, filter, setFilter, findSoon, goToEnd, goPast } = useStockPart(text);
  const searchSoon = useDebouncedCallback(findSoon, searchAfterMs);
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [act, setAct] = useState<StockAct | null>(null);
  const sum = useQuery(api.stock.sum.queryOptions({ input: {} })).data;
  const units = list.data?.units ?? [];
  const current = units.find(({ id }) => id === currentId) ?? units[0];
  const { chosen, toggle, chooseAll, clear } = useChosen(units);
  // Without a choice an act is about the row that the keys stand on.
  const meant = chosen.length > 0 ? chosen : units.filter((unit) => unit === current);
  const open = (unit: StockLine) => {
    setCurrentId(unit.id);
    if (unit.sale !== null) void navigate({ to: '/batches/$id', params: { id: unit.sale.batchId } });
    else if (unit.state === 'in-stock') setAct({ kind: 'sell', units: chosen.length > 0 ? chosen : [unit] });
  };
  const isEmpty = sum?.takenIn === 0;
  return (
    <Page
      title={frame.nav.stock}
      words={isEmpty ? words.hint : undefined}
      isFull
      actions={<StockActions units={meant} isEmpty={isEmpty} onAct={setAct} />}
    >
      <StockTabs />
      {isEmpty || sum === undefined ? null : (
        <>
          <StockSum sum={sum} />
          <StockFilters
            sum={sum}
            typed={typed}
            filter={filter}
            chosen={chosen.length}
            onType={(text) => {
              setTyped(text);
              searchSoon(text.trim());
            }}
            onChange={setFilter}
          />
        </>
      )}
      <QueryView query={list}>
        {(part) => {
          if (isEmpty)
            return (
              <EmptyState
                title={words.emptyTitle}
                words={words.empty}
                action={<DeliveryAction onAct={() => setAct({ kind: 'delivery' })} />}
              />
            );
          if (part.units.length === 0) return <p className={classes['quiet']}>{words.nothingFound}</p>;
          return (
            <>
              <StockTable
                // Another page is another table: its first row takes the keys.
                key={part.before}
                units={part.units}
                chosen={chosen}
                current={current}
                onMove={({ id }) => setCurrentId(id)}
                onOpen={open}
                onToggle={toggle}
                onChooseAll={chooseAll}
                onChooseNone={clear}
              />
              <StockPages part={part} goToEnd={goToEnd} goPast={goPast} />
            </>
          );
        }}
      </QueryView>
      {act === null ? null : (
        <StockDialog
          act={act}
          onClose={() => setAct(null)}
          onDone={() => {
            clear();
            setAct(null);
          }}
        />
      )}
    </Page>
  );
}
