import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '#renderer/connection/connection.ts';
import { BringFile } from '#renderer/features/rows/bring-file.tsx';
import { RowSheet } from '#renderer/features/rows/row-sheet.tsx';
import { useRowDesk, useStore } from '#renderer/features/rows/use-row-desk.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { BookedList } from './booked-list.tsx';
import { useCandidateKind } from './candidate-kind.ts';
import { ListActions } from './list-actions.tsx';
import { listFileHost, listRowHost } from './list-host.ts';
import type { OpenList } from './school-list.ts';
import { SeatSplit } from './seat-split.tsx';
import classes from './school-lists.module.css';

/** Rows change on screen before they are asked for again, so each opening asks anew. */
const anew = { staleTime: 0, gcTime: 0 };

/** One list: its file first, then its rows, and once it was booked what each candidate has. */
export function SchoolListPage() {
  const { id } = useParams({ from: '/tests/lists/$id' });
  return <OneList key={id} id={id} />;
}

function OneList({ id }: { readonly id: string }) {
  const found = useQuery({ ...api.schoolLists.get.queryOptions({ input: { id } }), ...anew });
  const [round, setRound] = useState(0);
  const again = async () => {
    await found.refetch();
    setRound((before) => before + 1);
  };
  return (
    <QueryView query={found}>
      {(open) =>
        open.list.state === 'draft' ? <ListDesk key={round} open={open} onAgain={() => void again()} /> : <BookedList open={open} />
      }
    </QueryView>
  );
}

interface ListDeskProps {
  readonly open: OpenList;
  /** Asks for everything anew after rows came from a file or the list was booked. */
  readonly onAgain: () => void;
}

function ListDesk({ open, onAgain }: ListDeskProps) {
  const navigate = useNavigate();
  const { page } = useWords().schoolLists;
  const kind = useCandidateKind();
  const { list, rows } = open;
  const [host] = useState(() => listRowHost(list.id));
  const desk = useRowDesk(rows, host);
  const standing = useStore(desk.rows);
  const [isBringing, setIsBringing] = useState(rows.length === 0);
  const toLists = () => void navigate({ to: '/tests/lists' });
  const leave = () => (standing.length > 0 ? setIsBringing(false) : toLists());
  const bring = async () => {
    await desk.flush();
    setIsBringing(true);
  };
  return (
    <Page
      title={list.number}
      facts={<span className={classes['facts']}>{list.school}</span>}
      isFull
      actions={
        isBringing ? undefined : (
          <ListActions list={list} desk={desk} onBring={() => void bring().catch(() => undefined)} onAgain={onAgain} />
        )
      }
      foot={isBringing ? undefined : <ActionButton label={page.back} keys="Alt+l" tone="quiet" onAct={toLists} />}
    >
      {isBringing ? (
        <BringFile kind={kind} host={listFileHost(list.id)} onRows={onAgain} onType={() => setIsBringing(false)} onBack={leave} />
      ) : (
        <>
          <SeatSplit list={list} good={standing.filter(({ state }) => state === 'good').length} />
          <RowSheet kind={kind} desk={desk} mending={null} />
        </>
      )}
    </Page>
  );
}
