import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/connection/connection.ts';
import { FirstHeldElsewhere } from '#renderer/features/sheets/held-elsewhere.tsx';
import { PackTable } from '#renderer/features/sheets/pack-table.tsx';
import { RangeDialog } from '#renderer/features/sheets/range-dialog.tsx';
import { StockTabs } from '#renderer/features/stock/stock-tabs.tsx';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { useHasRole } from '#renderer/ui/user.ts';

/** The packs of motorcycle plates that this PC received, by the serials on them. */
export function PlatePacksPage() {
  const { frame, platePacks: words } = useWords();
  const stock = useQuery(api.sheets.stock.queryOptions({ input: { kind: 'plate' } }));
  const [act, setAct] = useState<'receive' | 'give-back' | null>(null);
  const isSupervisor = useHasRole('supervisor');
  const receive = isSupervisor ? <ActionButton label={words.receive} keys="r" tone="main" onAct={() => setAct('receive')} /> : null;
  const giveBack = isSupervisor ? <ActionButton label={words.giveBack} keys="b" onAct={() => setAct('give-back')} /> : null;
  return (
    <Page
      title={frame.nav.stock}
      words={words.hint}
      isFull
      actions={
        stock.data?.keeps === true ? (
          <>
            {giveBack}
            {receive}
          </>
        ) : undefined
      }
    >
      <StockTabs />
      <QueryView query={stock}>
        {({ keeps, left, next, ranges }) =>
          keeps ? (
            <>
              <FirstHeldElsewhere kind="plate" packs={ranges} />
              <Note tone={next === null ? 'red' : 'blue'} title={words.left(left)}>
                {next === null ? words.noneLeft : words.next(next)}
              </Note>
              <PackTable packs={ranges} />
            </>
          ) : (
            <EmptyState title={words.emptyTitle} words={words.empty} action={receive ?? undefined} />
          )
        }
      </QueryView>
      {act === null ? null : <RangeDialog kind="plate" act={act} onClose={() => setAct(null)} />}
    </Page>
  );
}
