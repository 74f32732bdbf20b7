import { useDebouncedCallback } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/connection/connection.ts';
import { StockTabs } from '#renderer/features/stock/stock-tabs.tsx';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ListSearch } from '#renderer/ui/list-search.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { ComeBackDialog } from './come-back-dialog.tsx';
import { GoOutDialog } from './go-out-dialog.tsx';
import type { Movement } from './movement.ts';
import { MovementTable } from './movement-table.tsx';
import { PrintDialog } from './print-dialog.tsx';
import classes from './trade-plates-page.module.css';

const searchAfterMs = 150;
const noMovements: readonly Movement[] = [];

type Act = { readonly kind: 'go-out' | 'print' } | { readonly kind: 'come-back'; readonly movement: Movement };

/** The register of KD plates: who took which motorcycle where, and what is still out. */
export function TradePlatesPage() {
  const { tradePlates: words, frame } = useWords();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState({ text: '', onlyOut: false });
  const searchSoon = useDebouncedCallback((text: string) => setAsked((before) => ({ ...before, text })), searchAfterMs);
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [act, setAct] = useState<Act | null>(null);
  const list = useQuery({ ...api.tradePlates.list.queryOptions({ input: asked }), placeholderData: keepPreviousData });
  const movements = list.data?.movements ?? noMovements;
  const current = movements.find(({ id }) => id === currentId) ?? movements[0];
  const bring = (movement: Movement | undefined) => {
    if (movement?.back === null) setAct({ kind: 'come-back', movement });
  };
  const isEmpty = list.data?.total === 0 && asked.text === '' && !asked.onlyOut;
  const goOut = <ActionButton label={words.goOut.action} keys="o" tone="main" onAct={() => setAct({ kind: 'go-out' })} />;
  return (
    <Page
      title={frame.nav.stock}
      words={words.hint}
      isFull
      actions={
        isEmpty ? undefined : (
          <>
            <ActionButton label={words.print.action} keys="Ctrl+p" onAct={() => setAct({ kind: 'print' })} />
            <ActionButton
              label={words.comeBack.action}
              keys="b"
              disabled={current === undefined || current.back !== null}
              onAct={() => bring(current)}
            />
            {goOut}
          </>
        )
      }
    >
      <StockTabs />
      {isEmpty || list.data === undefined ? null : (
        <div className={classes['tools']} data-filters>
          <ListSearch
            label={words.find}
            value={typed}
            onChange={(text) => {
              setTyped(text);
              searchSoon(text.trim());
            }}
          />
          <ActionButton
            label={asked.onlyOut ? words.all : words.onlyOut}
            keys="f"
            tone="quiet"
            onAct={() => setAsked({ ...asked, onlyOut: !asked.onlyOut })}
          />
          <span className={classes['quiet']}>{words.shown(movements.length, list.data.total)}</span>
          {list.data.out === 0 ? null : <Tag tone="amber">{words.outNow(list.data.out)}</Tag>}
        </div>
      )}
      <QueryView query={list}>
        {({ movements: rows }) => {
          if (isEmpty) return <EmptyState title={words.emptyTitle} words={words.empty} action={goOut} />;
          if (rows.length === 0) return <p className={classes['quiet']}>{words.nothingFound}</p>;
          return <MovementTable movements={rows} onMove={({ id }) => setCurrentId(id)} onOpen={bring} />;
        }}
      </QueryView>
      {act?.kind === 'go-out' ? <GoOutDialog onClose={() => setAct(null)} /> : null}
      {act?.kind === 'print' ? <PrintDialog onClose={() => setAct(null)} /> : null}
      {act?.kind === 'come-back' ? <ComeBackDialog movement={act.movement} onClose={() => setAct(null)} /> : null}
    </Page>
  );
}
