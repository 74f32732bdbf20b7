import { Select } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { shelfStates, type ShelfBand, type ShelfState } from '#shared/domain/shelf.ts';
import { api } from '#renderer/connection/connection.ts';
import { LogbookTabs } from '#renderer/features/logbooks/logbook-tabs.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ListSearch } from '#renderer/ui/list-search.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { ShelfActions } from './shelf-actions.tsx';
import { ShelfBands } from './shelf-bands.tsx';
import { ShelfDialog, type ShelfAct } from './shelf-dialog.tsx';
import type { ShelfItem } from './shelf-item.ts';
import { ShelfTable } from './shelf-table.tsx';
import classes from './shelf-page.module.css';

const searchAfterMs = 150;

/** What waits here for its owner: find it, put it on the shelf, hand it over, take stock, see what has waited too long. */
export function ShelfPage() {
  const { shelf: words, frame } = useWords();
  const [text, setText] = useState('');
  const [searched, setSearched] = useState('');
  const searchSoon = useDebouncedCallback(setSearched, searchAfterMs);
  const queries = useQueryClient();
  const [state, setState] = useState<ShelfState>('waiting');
  const [band, setBand] = useState<ShelfBand | null>(null);
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [work, setWork] = useState<{ readonly act: ShelfAct; readonly item: ShelfItem | undefined } | null>(null);
  const list = useQuery({
    ...api.shelf.list.queryOptions({ input: { text: searched, state, band } }),
    placeholderData: keepPreviousData,
  });
  const items = list.data?.items;
  const current = items?.find(({ id }) => id === currentId) ?? items?.[0];
  const goToFound = async () => {
    const wanted = text.trim();
    const { items: found } = await queries.fetchQuery(api.shelf.list.queryOptions({ input: { text: wanted, state, band } }));
    const [first] = found;
    flushSync(() => {
      setSearched(wanted);
      if (first) setCurrentId(first.id);
    });
    if (first) document.querySelector<HTMLElement>('main tbody tr[data-index="0"]')?.focus();
  };
  // A thing that changes hands leaves the list before its dialog is done with it.
  const begin = (act: ShelfAct, item = current) => setWork({ act, item });
  const open = (item: ShelfItem) => {
    setCurrentId(item.id);
    if (item.state === 'waiting' || item.state === 'missing') begin('hand-over', item);
    if (item.state === 'handed-over') begin('slip', item);
  };
  return (
    <Page title={frame.nav.logbooks} words={words.hint} isFull actions={<ShelfActions item={current} onAct={begin} />}>
      <LogbookTabs />
      <div className={classes['tools']}>
        <ListSearch
          label={words.find}
          value={text}
          onChange={(typed) => {
            setText(typed);
            searchSoon(typed.trim());
          }}
          onEnter={() => void goToFound().catch(() => undefined)}
        />
        <Select
          aria-label={words.stateLabel}
          size="sm"
          w={160}
          allowDeselect={false}
          value={state}
          onChange={(value) => setState(value ?? 'waiting')}
          data={shelfStates.map((value) => ({ value, label: words.state[value] }))}
        />
        {list.data === undefined || list.data.total === 0 ? null : (
          <span className={classes['quiet']}>{words.shown(list.data.items.length, list.data.total)}</span>
        )}
      </div>
      <ShelfBands band={band} isCounted={state === 'waiting'} onChange={setBand} />
      <QueryView query={list}>
        {({ items: rows }) => {
          if (rows.length > 0) return <ShelfTable items={rows} onMove={({ id }) => setCurrentId(id)} onOpen={open} />;
          if (searched !== '') return <p className={classes['quiet']}>{words.nothingFound(searched)}</p>;
          if (state !== 'waiting' || band !== null) return <p className={classes['quiet']}>{words.noneInState}</p>;
          return <EmptyState title={words.emptyTitle} words={words.empty} />;
        }}
      </QueryView>
      {work === null ? null : (
        <ShelfDialog
          {...work}
          onShow={(age) => {
            setState('waiting');
            setBand(age);
            setWork(null);
          }}
          onClose={() => setWork(null)}
        />
      )}
    </Page>
  );
}
