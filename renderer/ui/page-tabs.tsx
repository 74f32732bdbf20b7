import { Link, useNavigate } from '@tanstack/react-router';
import { KeyHint } from './key-hint.tsx';
import { useKeys } from './keys.tsx';
import classes from './page-tabs.module.css';

interface PageTabsProps {
  readonly label: string;
  readonly tabs: readonly {
    readonly to: '/logbooks' | '/shelf' | '/sheets' | '/stock' | '/trade-plates' | '/plates';
    readonly keys: string;
    readonly label: string;
  }[];
}

/** Joins the pages of one place, each reached by its number. */
export function PageTabs({ label: name, tabs }: PageTabsProps) {
  const navigate = useNavigate();
  useKeys(tabs.map(({ to, keys, label }) => ({ keys, label, run: () => void navigate({ to }) })));
  return (
    <nav className={classes['tabs']} aria-label={name}>
      {tabs.map(({ to, keys, label }) => (
        <Link key={to} to={to} className={classes['tab'] ?? ''} activeProps={{ 'data-here': true }}>
          {label} <KeyHint keys={keys} />
        </Link>
      ))}
    </nav>
  );
}
