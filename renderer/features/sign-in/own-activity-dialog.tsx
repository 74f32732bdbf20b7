import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/connection/connection.ts';
import { WhenText } from '#renderer/ui/age-text.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import classes from './own-activity-dialog.module.css';

/** One's own sign-ins and attempts, newest first, so that a stranger's is noticed. */
export function OwnActivityDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const { top } = words.frame;
  const activity = useQuery({ ...api.people.ownActivity.queryOptions({ input: {} }), staleTime: 0 });
  return (
    <Dialog isOpen onClose={onClose} title={top.ownActivity} size={560}>
      <p className={classes['words']}>{top.ownActivityHelp}</p>
      <div className={classes['table']}>
        <QueryView query={activity}>
          {(lines) =>
            lines.length === 0 ? (
              top.noActivity
            ) : (
              <DataTable
                label={top.ownActivity}
                rows={lines}
                rowKey={({ at, kind }) => `${at} ${kind}`}
                columns={[
                  { key: 'at', head: words.records.when, width: '120px', cell: ({ at }) => <WhenText at={at} /> },
                  { key: 'kind', head: words.records.what, cell: ({ kind }) => top.activityKinds[kind] ?? kind },
                  {
                    key: 'ok',
                    head: words.system.lineState,
                    width: '110px',
                    cell: ({ ok }) => <Tag tone={ok ? 'green' : 'red'}>{ok ? top.activityOk : top.activityFailed}</Tag>,
                  },
                ]}
              />
            )
          }
        </QueryView>
      </div>
    </Dialog>
  );
}
