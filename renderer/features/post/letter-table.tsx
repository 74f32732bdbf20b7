import type { client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { bytesText } from '#renderer/ui/bytes-text.ts';
import { useNow } from '#renderer/ui/clock.ts';
import { DataTable, type Column } from '#renderer/ui/data-table.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { whenText } from '#renderer/ui/time-words.ts';
import { useSaveLetter } from './save-letter.ts';
import classes from './post-page.module.css';

type Letter = Awaited<ReturnType<typeof client.post.status>>['letters'][number];

/** The newest letters of this PC, and whether the answer to each was read; a file that was lost with its stick is saved again. */
export function LetterTable({ letters }: { readonly letters: readonly Letter[] }) {
  const { post } = useWords();
  const save = useSaveLetter();
  const saveAgain = ({ letterId }: Letter) => save.mutate({ letterId, kind: 'letter' });
  const columns = useColumns(saveAgain);
  if (letters.length === 0) return <EmptyState title={post.emptyTitle} words={post.emptyWords} />;
  return (
    <div className={classes['letters']}>
      <h2 className={classes['name']}>{post.table}</h2>
      <FailureNote error={save.error} />
      <DataTable
        label={post.table}
        rows={letters}
        rowKey={({ letterId }) => letterId}
        columns={columns}
        onOpen={saveAgain}
        click="chooses"
        isMain
      />
    </div>
  );
}

function useColumns(onSave: (letter: Letter) => void): readonly Column<Letter>[] {
  const { post, frame } = useWords();
  const { locale } = useLocale();
  const now = useNow(60_000);
  return [
    { key: 'written', head: post.writtenAt, width: '180px', cell: ({ writtenAt }) => whenText(writtenAt, now, locale) },
    { key: 'contents', head: post.contents, cell: ({ entries, scans }) => post.load(entries, scans) || post.ownOnly },
    { key: 'size', head: post.size, width: '90px', align: 'right', cell: ({ bytes }) => bytesText(bytes, frame) },
    { key: 'answer', head: post.state, width: '320px', cell: (letter) => <Answer letter={letter} /> },
    {
      key: 'file',
      head: post.file,
      width: '200px',
      align: 'right',
      cell: (letter) => <ActionButton label={post.saveAgain} tone="quiet" onAct={() => onSave(letter)} />,
    },
  ];
}

function Answer({ letter: { answeredAt } }: { readonly letter: Letter }) {
  const { post } = useWords();
  const { locale } = useLocale();
  const now = useNow(60_000);
  if (answeredAt === null) return <Tag tone="blue">{post.notAnswered}</Tag>;
  return (
    <span className={classes['answer']}>
      <Tag tone="green">{post.answered}</Tag>
      <span className={classes['quiet']}>{post.answeredAt(whenText(answeredAt, now, locale))}</span>
    </span>
  );
}
