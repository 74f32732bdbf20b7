import { Link } from '@tanstack/react-router';
import { useWords } from '#renderer/ui/locale.tsx';
import classes from './logbook-tabs.module.css';

/** The pages of the Logbooks place. */
const tabs = [
  { name: 'print', to: '/logbooks' },
  { name: 'shelf', to: '/shelf' },
  { name: 'sheets', to: '/sheets' },
] as const;

/** Joins the pages of the Logbooks place: what is to print, the shelf, the numbered sheets. */
export function LogbookTabs() {
  const words = useWords().sheets.tabs;
  return (
    <nav className={classes['tabs']} aria-label={words.label}>
      {tabs.map(({ name, to }) => (
        <Link key={name} to={to} className={classes['tab'] ?? ''} activeProps={{ 'data-here': true }}>
          {words[name]}
        </Link>
      ))}
    </nav>
  );
}
