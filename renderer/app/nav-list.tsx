import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { counterServiceIds } from '#shared/domain/application.ts';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { useUser } from '#renderer/ui/user.ts';
import { serviceLetter, useOpenCase } from '#renderer/features/new/open-case.ts';
import type { OfficeStatus } from './office-status.ts';
import { places, type Place } from './places.ts';
import classes from './nav-list.module.css';

function countOf(place: Place, status: OfficeStatus | undefined): number {
  if (place.count === undefined || status === undefined) return 0;
  return place.count === 'queue' ? status.queue.waiting + status.queue.refused : status.counts[place.count];
}

/** The office's work with its counts; each line shows its key. */
export function NavList({ status }: { readonly status: OfficeStatus | undefined }) {
  const words = useWords();
  const { nav } = words.frame;
  const { roles } = useUser();
  const navigate = useNavigate();
  const { open } = useOpenCase();
  const mine = places.filter((place) => place.roles === null || place.roles.some((role) => roles.includes(role)));
  const mayOpen = mine.some(({ name }) => name === 'new');
  useKeys([
    ...mine.map(({ name, to, keys }) => ({ keys, label: nav.goTo(nav[name]), run: () => void navigate({ to }) })),
    ...(mayOpen
      ? counterServiceIds.map((service) => ({
          keys: `n ${serviceLetter(service)}`,
          label: words.services[service].name,
          run: () => open(service),
        }))
      : []),
  ]);
  return (
    <nav className={classes['nav']} aria-label={nav.label}>
      {mine.map((place) => (
        <NavLine key={place.name} place={place} count={countOf(place, status)} />
      ))}
    </nav>
  );
}

interface NavLineProps {
  readonly place: Place;
  readonly count: number;
}

function NavLine({ place, count }: NavLineProps) {
  const { nav } = useWords().frame;
  const { pathname } = useLocation();
  const here = place.pages?.includes(pathname) ? { 'data-here': true } : {};
  return (
    <Link to={place.to} className={classes['line'] ?? ''} activeProps={{ 'data-here': true }} {...here}>
      <span className={classes['name']}>{nav[place.name]}</span>
      {count > 0 ? <span className={classes['count']}>{count}</span> : null}
      <KeyHint keys={place.keys} />
    </Link>
  );
}
