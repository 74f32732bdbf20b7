import { Link, useNavigate } from '@tanstack/react-router';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { useHasRole } from '#renderer/ui/user.ts';
import classes from './test-tabs.module.css';

/** The pages of the place of driving tests, each reached by its number. */
const tabs = [
  { name: 'calendar', to: '/tests', keys: '1' },
  { name: 'day', to: '/tests/day', keys: '2' },
  { name: 'lists', to: '/tests/lists', keys: '3' },
] as const;

/** Joins the pages of the place of driving tests. */
export function TestTabs() {
  const words = useWords().tests.tabs;
  const navigate = useNavigate();
  const isClerk = useHasRole('clerk', 'supervisor');
  const shown = tabs.filter(({ name }) => name !== 'lists' || isClerk);
  useKeys(shown.map(({ name, to, keys }) => ({ keys, label: words[name], run: () => void navigate({ to }) })));
  return (
    <nav className={classes['tabs']} aria-label={words.label}>
      {shown.map(({ name, to, keys }) => (
        <Link key={name} to={to} className={classes['tab'] ?? ''} activeProps={{ 'data-here': true }} activeOptions={{ exact: true }}>
          {words[name]} <KeyHint keys={keys} />
        </Link>
      ))}
    </nav>
  );
}
