import { Link, useNavigate } from '@tanstack/react-router';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import classes from './logbook-tabs.module.css';

/** The pages of the Logbooks place, each reached by its number. */
const tabs = [
  { name: 'print', to: '/logbooks', keys: '1' },
  { name: 'shelf', to: '/shelf', keys: '2' },
  { name: 'sheets', to: '/sheets', keys: '3' },
] as const;

/** Joins the pages of the Logbooks place: what is to print, the shelf, the numbered sheets. */
export function LogbookTabs() {
  const words = useWords().sheets.tabs;
  const navigate = useNavigate();
  useKeys(tabs.map(({ name, to, keys }) => ({ keys, label: words[name], run: () => void navigate({ to }) })));
  return (
    <nav className={classes['tabs']} aria-label={words.label}>
      {tabs.map(({ name, to, keys }) => (
        <Link key={name} to={to} className={classes['tab'] ?? ''} activeProps={{ 'data-here': true }}>
          {words[name]} <KeyHint keys={keys} />
        </Link>
      ))}
    </nav>
  );
}
