import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isClerkOnly } from '#shared/domain/role.ts';
import { api } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { useHasRole } from '#renderer/ui/user.ts';
import { AddPersonDialog } from './add-person-dialog.tsx';
import { EditPersonDialog } from './edit-person-dialog.tsx';
import { usePeopleColumns, type Person } from './people-columns.tsx';
import { ResetPasswordDialog } from './reset-password-dialog.tsx';
import classes from './people-page.module.css';

type OpenDialog = 'add' | 'edit' | 'reset' | null;

/** Everybody who signs in here, and what each may do. */
export function PeoplePage() {
  const { people } = useWords();
  if (!useHasRole('admin', 'auditor', 'supervisor')) {
    return (
      <Page title={people.title}>
        <Note tone="plain">{people.notAllowed}</Note>
      </Page>
    );
  }
  return <PeopleList />;
}

function PeopleList() {
  const { people } = useWords();
  const isAdmin = useHasRole('admin');
  const isSupervisor = useHasRole('supervisor');
  const list = useQuery(api.people.list.queryOptions({ input: {} }));
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const columns = usePeopleColumns();
  const chosen = list.data?.find(({ id }) => id === chosenId) ?? list.data?.[0];
  const close = () => setDialog(null);
  const mayReset = chosen !== undefined && (isAdmin || (isSupervisor && isClerkOnly(chosen.roles)));
  const actions = (
    <>
      {isAdmin || isSupervisor ? (
        <ActionButton label={people.reset} keys="r" disabled={!mayReset} onAct={() => setDialog('reset')} />
      ) : null}
      {isAdmin ? <ActionButton label={people.edit} keys="F2" disabled={chosen === undefined} onAct={() => setDialog('edit')} /> : null}
      {isAdmin ? <ActionButton label={people.add} keys="a" tone="main" onAct={() => setDialog('add')} /> : null}
    </>
  );
  const choose = (person: Person) => setChosenId(person.id);
  const edit = (person: Person) => {
    choose(person);
    setDialog('edit');
  };
  return (
    <Page title={people.title} words={people.words} actions={actions} isFull>
      <QueryView query={list}>
        {(rows) => (
          <div className={classes['table']}>
            <DataTable
              label={people.table}
              rows={rows}
              rowKey={({ id }) => id}
              columns={columns}
              onMove={choose}
              onOpen={isAdmin ? edit : undefined}
              isMain
            />
          </div>
        )}
      </QueryView>
      {dialog === 'add' ? <AddPersonDialog onClose={close} /> : null}
      {dialog === 'edit' && chosen !== undefined ? <EditPersonDialog person={chosen} onClose={close} /> : null}
      {dialog === 'reset' && chosen !== undefined ? <ResetPasswordDialog person={chosen} onClose={close} /> : null}
    </Page>
  );
}
