import type { client } from '#renderer/connection/connection.ts';
import { AgeText } from '#renderer/ui/age-text.tsx';
import { useNow } from '#renderer/ui/clock.ts';
import type { Column } from '#renderer/ui/data-table.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { whenText } from '#renderer/ui/time-words.ts';

/** One person as the admin sees them. */
export type Person = Awaited<ReturnType<typeof client.people.list>>[number];

function PersonState({ person }: { readonly person: Person }) {
  const { states } = useWords().people;
  const { locale } = useLocale();
  const now = useNow(10_000);
  if (person.disabled) return <Tag tone="grey">{states.disabled}</Tag>;
  if (person.lockedUntil !== null && person.lockedUntil > now)
    return <Tag tone="red">{states.locked(whenText(person.lockedUntil, now, locale))}</Tag>;
  return person.mustChangePassword ? <Tag tone="amber">{states.mustChange}</Tag> : <Tag tone="green">{states.active}</Tag>;
}

export function usePeopleColumns(): readonly Column<Person>[] {
  const { people, frame } = useWords();
  return [
    { key: 'name', head: people.name, width: '220px', cell: ({ name }) => name },
    { key: 'login', head: people.login, width: '150px', cell: ({ login }) => login },
    { key: 'roles', head: people.roles, cell: ({ roles }) => roles.map((role) => frame.roles[role]).join(', ') },
    { key: 'state', head: people.state, width: '250px', cell: (person) => <PersonState person={person} /> },
    {
      key: 'last',
      head: people.lastSignIn,
      width: '120px',
      cell: ({ lastSignInAt }) => (lastSignInAt === null ? people.never : <AgeText at={lastSignInAt} />),
    },
  ];
}
