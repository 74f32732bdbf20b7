import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { displayPlate } from '#shared/domain/plate.ts';
import { api } from '#renderer/connection/connection.ts';
import { WhenText } from '#renderer/ui/age-text.tsx';
import { DataTable, type Column } from '#renderer/ui/data-table.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { PlateChip } from '#renderer/ui/plate-chip.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { StateBadge } from '#renderer/ui/state-badge.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { dayText } from '#renderer/ui/time-words.ts';
import type { Locale, Words } from '#shared/text/text.ts';
import type { RegistrarLine } from './registrar-line.ts';

/** What waits for a registrar, oldest first; own work is there to be seen and not to be decided. */
export function RegistrarPage() {
  const words = useWords();
  const { locale } = useLocale();
  const navigate = useNavigate();
  const list = useQuery(api.registrar.list.queryOptions({ input: {} }));
  return (
    <Page title={words.frame.nav.approve} words={words.registrar.hint} isFull>
      <QueryView query={list}>
        {(lines) =>
          lines.length === 0 ? (
            <EmptyState title={words.registrar.emptyTitle} words={words.registrar.empty} />
          ) : (
            <DataTable
              label={words.frame.nav.approve}
              rows={lines}
              rowKey={(row) => row.applicationId}
              columns={columns(words, locale)}
              isMain
              onOpen={(row) => void navigate({ to: '/approve/$id', params: { id: row.applicationId } })}
            />
          )
        }
      </QueryView>
    </Page>
  );
}

function columns(words: Words, locale: Locale): readonly Column<RegistrarLine>[] {
  const { column, workingDays, today, overdue, ownWork } = words.registrar;
  const age = ({ ageWorkingDays }: RegistrarLine) => (ageWorkingDays === 0 ? today : workingDays(ageWorkingDays));
  return [
    { key: 'age', head: column.age, width: '104px', cell: age },
    {
      key: 'due',
      head: column.due,
      width: '190px',
      cell: (row) => (
        <>
          {dayText(row.dueDay, locale)} {row.overdue ? <Tag tone="red">{overdue}</Tag> : null}
        </>
      ),
    },
    {
      key: 'plate',
      head: column.plate,
      width: '126px',
      cell: ({ plate }) => (plate === '' ? null : <PlateChip plate={displayPlate(plate)} />),
    },
    { key: 'who', head: column.who, cell: (row) => row.who },
    { key: 'clerk', head: column.clerk, width: '232px', cell: (row) => `${row.clerkName}, ${row.officeCode}` },
    { key: 'received', head: column.received, width: '92px', cell: (row) => <WhenText at={row.receivedAt} /> },
    {
      key: 'state',
      head: column.state,
      width: '180px',
      cell: (row) => (row.ownWork ? <Tag tone="amber">{ownWork}</Tag> : <StateBadge state={row.state} />),
    },
  ];
}
