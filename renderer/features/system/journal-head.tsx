import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/connection/connection.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { useHasRole } from '#renderer/ui/user.ts';
import { Facts } from './facts.tsx';
import classes from './system-page.module.css';

/** The last row of the journal and its hash, to be compared with a printed one; for those who may read the journal. */
export function JournalHead() {
  const { system, records } = useWords();
  const mayRead = useHasRole('admin', 'auditor', 'supervisor');
  const head = useQuery({ ...api.records.journal.queryOptions({ input: { beforeSeq: null, limit: 1 } }), enabled: mayRead }).data?.[0];
  const lines = [
    { label: system.journalHead, value: head?.seq ?? system.emptyJournal },
    { label: system.journalHash, value: <span className={classes['hash']}>{head?.hash ?? ''}</span> },
  ];
  return <Facts title={system.journal} words={mayRead ? system.journalWords : records.notAllowed} lines={mayRead ? lines : []} />;
}
