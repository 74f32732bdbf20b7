import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/connection/connection.ts';
import { RestoredNote } from '#renderer/features/start/restored-note.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FrontPage } from '#renderer/ui/front-page.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { PasswordForm } from './password-form.tsx';
import { PersonTiles } from './person-tiles.tsx';

/** The office's people as tiles: choose yourself by arrow or number, type the password, Enter. */
export function SignInPage() {
  const words = useWords();
  // Numbers choose people, so an older list must not stand there even for a moment.
  const tiles = useQuery({ ...api.people.tiles.queryOptions({ input: {} }), gcTime: 0 });
  const start = useQuery(api.start.status.queryOptions({ input: {} })).data;
  const [chosen, setChosen] = useState<string | null>(null);
  const title = start?.office ? words.signIn.title(start.office.name) : words.signIn.plainTitle;
  return (
    <FrontPage
      title={title}
      words={words.signIn.who}
      width="wide"
      foot={start === undefined ? undefined : words.start.version(start.version)}
    >
      <RestoredNote />
      <QueryView query={tiles}>
        {(people) => {
          const person = people.find(({ login }) => login === chosen) ?? people[0];
          if (person === undefined)
            return <EmptyState title={words.signIn.nobody} words={words.start.admin.words(start?.office?.name ?? '')} />;
          return (
            <>
              <PersonTiles people={people} chosen={person.login} onChoose={setChosen} />
              <PasswordForm key={person.login} person={person} isPractice={start?.practice === true} />
            </>
          );
        }}
      </QueryView>
    </FrontPage>
  );
}
