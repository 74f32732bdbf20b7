import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { assertNever } from '#shared/base/assert-never.ts';
import { api } from '#renderer/connection/connection.ts';
import { LogbookTabs } from '#renderer/features/logbooks/logbook-tabs.tsx';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { useHasRole } from '#renderer/ui/user.ts';
import { DayEnd } from './day-end.tsx';
import { FirstHeldElsewhere } from './held-elsewhere.tsx';
import { PackTable } from './pack-table.tsx';
import { RangeDialog } from './range-dialog.tsx';
import { SpoilDialog } from './spoil-dialog.tsx';
import classes from './sheets-page.module.css';

type SheetAct = 'receive' | 'give-back' | 'spoil';

/** The numbered office sheets: what is in stock, receiving, giving back, spoiling, and the day end. */
export function SheetsPage() {
  const { frame, sheets: words } = useWords();
  const stock = useQuery(api.sheets.stock.queryOptions({ input: { kind: 'logbook' } }));
  const [act, setAct] = useState<SheetAct | null>(null);
  return (
    <Page title={frame.nav.logbooks} words={words.hint} actions={<SheetActions keeps={stock.data?.keeps ?? false} onAct={setAct} />}>
      <LogbookTabs />
      <QueryView query={stock}>
        {({ keeps, left, next, ranges }) =>
          keeps ? (
            <div className={classes['parts']}>
              <FirstHeldElsewhere kind="logbook" packs={ranges} />
              <Note tone={next === null ? 'red' : 'blue'} title={words.left(left)}>
                {next === null ? words.noneLeft : words.next(next)}
              </Note>
              <DayEnd
                packs={
                  <section className={classes['part']} aria-label={words.packs}>
                    <h2 className={classes['title']}>{words.packs}</h2>
                    <PackTable packs={ranges} />
                  </section>
                }
              />
            </div>
          ) : (
            <EmptyState title={words.emptyTitle} words={words.empty} />
          )
        }
      </QueryView>
      {act === null ? null : <SheetDialog act={act} onClose={() => setAct(null)} />}
    </Page>
  );
}

interface SheetActionsProps {
  readonly keeps: boolean;
  readonly onAct: (act: SheetAct) => void;
}

function SheetActions({ keeps, onAct }: SheetActionsProps) {
  const words = useWords().sheets;
  const isSupervisor = useHasRole('supervisor');
  const isClerk = useHasRole('clerk', 'supervisor');
  return (
    <>
      {keeps && isClerk ? <ActionButton label={words.spoil} keys="x" onAct={() => onAct('spoil')} /> : null}
      {keeps && isSupervisor ? <ActionButton label={words.giveBack} keys="b" onAct={() => onAct('give-back')} /> : null}
      {isSupervisor ? <ActionButton label={words.receive} keys="r" tone="main" onAct={() => onAct('receive')} /> : null}
    </>
  );
}

function SheetDialog({ act, onClose }: { readonly act: SheetAct; readonly onClose: () => void }) {
  switch (act) {
    case 'receive':
    case 'give-back':
      return <RangeDialog kind="logbook" act={act} onClose={onClose} />;
    case 'spoil':
      return <SpoilDialog onClose={onClose} />;
    default:
      return assertNever(act);
  }
}
