import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ListSearch } from '#renderer/ui/list-search.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { LogbookDialog, type LogbookAct } from './logbook-dialog.tsx';
import type { LogbookLine } from './logbook-line.ts';
import { LogbookTabs } from './logbook-tabs.tsx';
import { LogbookTable } from './logbook-table.tsx';
import classes from './logbooks-page.module.css';

const searchAfterMs = 150;

/** Approved eLogbooks of this office: look at one, print a counted copy, hand it over. */
export function LogbooksPage() {
  const { logbooks: words, frame } = useWords();
  const [text, setText] = useState('');
  const [searched] = useDebouncedValue(text.trim(), searchAfterMs);
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [act, setAct] = useState<LogbookAct | null>(null);
  const list = useQuery({ ...api.logbooks.list.queryOptions({ input: { text: searched } }), placeholderData: keepPreviousData });
  const current = list.data?.find(({ applicationId }) => applicationId === currentId) ?? list.data?.[0];
  const open = ({ applicationId }: LogbookLine) => {
    setCurrentId(applicationId);
    setAct('preview');
  };
  return (
    <Page
      title={frame.nav.logbooks}
      words={words.hint}
      isFull
      actions={current === undefined ? undefined : <LogbookActions logbook={current} onAct={setAct} />}
    >
      <LogbookTabs />
      <div className={classes['tools']}>
        <ListSearch label={words.find} value={text} onChange={setText} />
      </div>
      <QueryView query={list}>
        {(lines) => {
          if (lines.length > 0) return <LogbookTable logbooks={lines} onMove={(row) => setCurrentId(row.applicationId)} onOpen={open} />;
          if (searched !== '') return <p className={classes['quiet']}>{words.nothingFound(searched)}</p>;
          return <EmptyState title={words.emptyTitle} words={words.empty} />;
        }}
      </QueryView>
      {current === undefined || act === null ? null : <LogbookDialog logbook={current} act={act} onClose={() => setAct(null)} />}
    </Page>
  );
}

interface LogbookActionsProps {
  readonly logbook: LogbookLine;
  readonly onAct: (act: LogbookAct) => void;
}

function LogbookActions({ logbook, onAct }: LogbookActionsProps) {
  const words = useWords().logbooks;
  const navigate = useNavigate();
  const openCase = () => void navigate({ to: '/cases/$id', params: { id: logbook.applicationId } });
  const isEnded = logbook.endedBy !== null;
  return (
    <>
      <ActionButton label={words.openCase} keys="o" tone="quiet" onAct={openCase} />
      <ActionButton label={words.history} keys="i" onAct={() => onAct('copies')} />
      <ActionButton label={words.preview} keys="v" disabled={isEnded} onAct={() => onAct('preview')} />
      <ActionButton label={words.copy} keys="c" disabled={isEnded} onAct={() => onAct('copy')} />
      <ActionButton
        label={words.handOver}
        keys="h"
        tone="main"
        disabled={isEnded || logbook.state === 'collected'}
        onAct={() => onAct('hand-over')}
      />
    </>
  );
}
