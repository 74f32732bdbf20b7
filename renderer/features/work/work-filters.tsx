import { SegmentedControl, Select } from '@mantine/core';
import { useSessionStorage } from '@mantine/hooks';
import { applicationStates, type ApplicationState } from '#shared/domain/application.ts';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import classes from './work-page.module.css';

const shows = ['work', 'mine', 'all'] as const;
type Show = (typeof shows)[number];

interface Filters {
  readonly show: Show;
  readonly state: ApplicationState | null;
  readonly setShow: (show: Show) => void;
  readonly setState: (state: ApplicationState | null) => void;
}

/** What the list shows, kept while the window lives. */
export function useWorkFilters(): Filters {
  const [show, setShow] = useSessionStorage<Show>({ key: 'kaunta.work.show', defaultValue: 'work', getInitialValueInEffect: false });
  const [state, setState] = useSessionStorage<ApplicationState | null>({
    key: 'kaunta.work.state',
    defaultValue: null,
    getInitialValueInEffect: false,
  });
  return { show, state, setShow, setState };
}

interface WorkFiltersProps {
  readonly filters: Filters;
  readonly found: { readonly lines: readonly unknown[]; readonly total: number } | undefined;
}

/** To do, mine or all; one state or every state. */
export function WorkFilters({ filters, found }: WorkFiltersProps) {
  const { work, states } = useWords();
  useKeys(shows.map((show, index) => ({ keys: String(index + 1), label: work.show[show], run: () => filters.setShow(show) })));
  return (
    <div className={classes['filters']} data-filters>
      <SegmentedControl
        aria-label={work.show.label}
        size="sm"
        value={filters.show}
        onChange={filters.setShow}
        data={shows.map((show, index) => ({ value: show, label: <ShowLabel label={work.show[show]} keys={String(index + 1)} /> }))}
      />
      <Select
        aria-label={work.state}
        size="sm"
        w={220}
        placeholder={work.anyState}
        clearable
        value={filters.state}
        onChange={filters.setState}
        data={applicationStates.map((state) => ({ value: state, label: states.label[state] }))}
      />
      {found === undefined || found.total === 0 ? null : (
        <span className={classes['found']}>{work.shown(found.lines.length, found.total)}</span>
      )}
    </div>
  );
}

function ShowLabel({ label, keys }: { readonly label: string; readonly keys: string }) {
  return (
    <span className={classes['show']}>
      {label} <KeyHint keys={keys} />
    </span>
  );
}
