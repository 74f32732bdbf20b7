import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { displayPlate } from '#shared/domain/plate.ts';
import { api } from '#renderer/connection/connection.ts';
import { useOffices } from '#renderer/features/application/offices.ts';
import { CopyDialog } from '#renderer/features/paper/copy-dialog.tsx';
import { LogbookPreview } from '#renderer/features/paper/papers.tsx';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { WhenText } from '#renderer/ui/age-text.tsx';
import { DataTable, type Column } from '#renderer/ui/data-table.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ListSearch } from '#renderer/ui/list-search.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { PlateChip } from '#renderer/ui/plate-chip.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { StateBadge } from '#renderer/ui/state-badge.tsx';
import type { Words } from '#shared/text/text.ts';
import { HandOverDialog } from './hand-over-dialog.tsx';
import type { LogbookLine } from './logbook-line.ts';
import classes from './logbooks-page.module.css';

const searchAfterMs = 150;

type Act = 'preview' | 'copy' | 'hand-over';

/** Approved eLogbooks of this office: look at one, print a counted copy, hand it over. */
export function LogbooksPage() {
  const words = useWords();
  const own = words.logbooks;
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [searched] = useDebouncedValue(text.trim(), searchAfterMs);
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [act, setAct] = useState<Act | null>(null);
  const list = useQuery({ ...api.logbooks.list.queryOptions({ input: { text: searched } }), placeholderData: keepPreviousData });
  const current = list.data?.find(({ applicationId }) => applicationId === currentId) ?? list.data?.[0];
  const offices = useOffices();
  const nameOf = (code: string) => offices.find((office) => office.code === code)?.name ?? code;
  const close = () => setAct(null);
  return (
    <Page
      title={words.frame.nav.logbooks}
      words={own.hint}
      isFull
      actions={
        current === undefined ? undefined : (
          <>
            <ActionButton
              label={own.openCase}
              keys="o"
              tone="quiet"
              onAct={() => void navigate({ to: '/cases/$id', params: { id: current.applicationId } })}
            />
            <ActionButton label={own.preview} keys="v" onAct={() => setAct('preview')} />
            <ActionButton label={own.copy} keys="c" onAct={() => setAct('copy')} />
            <ActionButton
              label={own.handOver}
              keys="h"
              tone="main"
              disabled={current.state === 'collected'}
              onAct={() => setAct('hand-over')}
            />
          </>
        )
      }
    >
      <div className={classes['tools']}>
        <ListSearch label={own.find} value={text} onChange={setText} />
      </div>
      <QueryView query={list}>
        {(lines) => {
          if (lines.length === 0 && searched === '') return <EmptyState title={own.emptyTitle} words={own.empty} />;
          if (lines.length === 0) return <p className={classes['quiet']}>{own.nothingFound(searched)}</p>;
          return (
            <DataTable
              label={words.frame.nav.logbooks}
              rows={lines}
              rowKey={(row) => row.applicationId}
              columns={columns(words, nameOf)}
              isMain
              onMove={(row) => setCurrentId(row.applicationId)}
              onOpen={(row) => {
                setCurrentId(row.applicationId);
                setAct('preview');
              }}
            />
          );
        }}
      </QueryView>
      {current !== undefined && act === 'preview' ? <LogbookPreview id={current.applicationId} onClose={close} /> : null}
      {current !== undefined && act === 'copy' ? (
        <CopyDialog
          id={current.applicationId}
          number={current.number}
          plate={displayPlate(current.plate)}
          copies={current.copies}
          onClose={close}
        />
      ) : null}
      {current !== undefined && act === 'hand-over' ? <HandOverDialog logbook={current} onClose={close} /> : null}
    </Page>
  );
}

function columns({ logbooks: words }: Words, nameOf: (officeCode: string) => string): readonly Column<LogbookLine>[] {
  const { column } = words;
  return [
    { key: 'plate', head: column.plate, width: '130px', cell: (row) => <PlateChip plate={displayPlate(row.plate)} /> },
    { key: 'number', head: column.number, width: '180px', cell: (row) => <span className="tabular">{row.number}</span> },
    { key: 'owner', head: column.owner, cell: (row) => row.owner },
    { key: 'approved', head: column.approved, width: '130px', cell: (row) => <WhenText at={row.approvedAt} /> },
    { key: 'office', head: column.office, width: '200px', cell: (row) => nameOf(row.collectionOffice) },
    { key: 'copies', head: column.copies, width: '120px', cell: (row) => words.copies(row.copies) },
    { key: 'state', head: column.state, width: '150px', cell: (row) => <StateBadge state={row.state} /> },
  ];
}
