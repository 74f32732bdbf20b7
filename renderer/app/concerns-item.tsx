import { Link } from '@tanstack/react-router';
import { concernsOf } from '#renderer/features/system/concerns.ts';
import { useSystemFacts } from '#renderer/features/system/system-facts.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import classes from './status-bar.module.css';

/** Nothing while this PC is in order; else how many things need somebody, and it leads to them. */
export function ConcernsItem({ isPractice }: { readonly isPractice: boolean }) {
  const words = useWords().system.concerns;
  const facts = useSystemFacts();
  const concerns = facts === undefined ? [] : concernsOf(facts, isPractice);
  if (concerns.length === 0) return null;
  return (
    <Link to="/system" className={classes['item'] ?? ''} data-tone={concerns.some(({ tone }) => tone === 'red') ? 'red' : 'amber'}>
      {words.bar(concerns.length)}
    </Link>
  );
}
