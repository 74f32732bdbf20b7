import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { shelfBands, type ShelfBand } from '#shared/domain/shelf.ts';
import { api } from '#renderer/connection/connection.ts';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import classes from './shelf-bands.module.css';

const choices = ['all', ...shelfBands] as const;
type Choice = (typeof choices)[number];

interface ShelfBandsProps {
  readonly band: ShelfBand | null;
  /** What waits is counted; what was handed over or sent back is not. */
  readonly isCounted: boolean;
  readonly onChange: (band: ShelfBand | null) => void;
}

/** The ages of what waits, each with its count; one key goes from age to age. */
export function ShelfBands({ band, isCounted, onChange }: ShelfBandsProps) {
  const words = useWords().shelf.ageing;
  const { data } = useQuery(api.shelf.ageing.queryOptions({ input: {} }));
  const chosen: Choice = band ?? 'all';
  const choose = (choice: Choice) => onChange(choice === 'all' ? null : choice);
  const next = choices[(choices.indexOf(chosen) + 1) % choices.length] ?? 'all';
  useKeys([{ keys: 'd', label: words.next, run: () => choose(next) }]);
  const countOf = (choice: Choice) => (choice === 'all' ? data?.total : data?.bands.find((one) => one.band === choice)?.count);
  return (
    <div className={classes['bands']} data-filters>
      <SegmentedControl
        aria-label={words.column.band}
        size="xs"
        value={chosen}
        onChange={choose}
        data={choices.map((choice) => ({
          value: choice,
          label: (
            <span className={classes['band']}>
              {choice === 'all' ? words.all : words.band[choice]}
              {isCounted ? <span className={classes['count']}>{countOf(choice) ?? ''}</span> : null}
            </span>
          ),
        }))}
      />
      <KeyHint keys="d" />
    </div>
  );
}
