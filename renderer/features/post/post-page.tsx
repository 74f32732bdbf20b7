import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { CarryStep } from './carry-step.tsx';
import { LetterTable } from './letter-table.tsx';
import { ReadStep } from './read-step.tsx';
import { WriteStep } from './write-step.tsx';
import classes from './post-page.module.css';

/** The way to the hub on a memory stick, as its three steps, and what became of the letters of this PC. */
export function PostPage() {
  const { post } = useWords();
  const navigate = useNavigate();
  const status = useQuery(api.post.status.queryOptions({ input: {} }));
  return (
    <Page
      title={post.title}
      words={post.words}
      isFull
      foot={<ActionButton label={post.back} keys="Escape" onAct={() => void navigate({ to: '/queue' })} />}
    >
      <QueryView query={status}>
        {({ waiting, letters }) => (
          <>
            <div className={classes['steps']}>
              <WriteStep waiting={waiting} />
              <CarryStep />
              <ReadStep />
            </div>
            <LetterTable letters={letters} />
          </>
        )}
      </QueryView>
    </Page>
  );
}
