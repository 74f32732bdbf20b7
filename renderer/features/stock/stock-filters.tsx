import { NativeSelect } from '@mantine/core';
import { stockAges, stockStates, type StockAge, type StockState } from '#shared/domain/stock-unit.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ListSearch } from '#renderer/ui/list-search.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import type { StockCounts } from './stock-line.ts';
import classes from './stock-page.module.css';

export interface StockFilter {
  readonly text: string;
  readonly state: StockState | null;
  readonly age: StockAge | null;
  readonly model: string | null;
  readonly lacksPlates: boolean;
}

export const noFilter: StockFilter = { text: '', state: null, age: null, model: null, lacksPlates: false };

interface StockFiltersProps {
  readonly sum: StockCounts;
  readonly typed: string;
  readonly filter: StockFilter;
  readonly chosen: number;
  readonly onType: (text: string) => void;
  readonly onChange: (filter: StockFilter) => void;
}

/** Narrows the list down; what lacks its plates has a key of its own. */
export function StockFilters({ sum, typed, filter, chosen, onType, onChange }: StockFiltersProps) {
  const words = useWords().stock;
  const isLate = filter.lacksPlates || sum.lacking > 0;
  return (
    <div className={classes['tools']} data-filters>
      <ListSearch label={words.find} value={typed} onChange={onType} />
      <Choice
        label={words.stateLabel}
        all={words.allStates}
        value={filter.state}
        options={stockStates.map((value) => ({ value, label: words.state[value] }))}
        onChange={(state) => onChange({ ...filter, state, lacksPlates: false })}
      />
      <Choice
        label={words.ageLabel}
        all={words.allAges}
        value={filter.age}
        options={stockAges.map((value) => ({ value, label: words.ages[value] }))}
        onChange={(age) => onChange({ ...filter, age })}
      />
      <Choice
        label={words.modelLabel}
        all={words.allModels}
        value={filter.model}
        options={sum.models.map(({ model, count }) => ({ value: model, label: `${model} (${count})` }))}
        onChange={(model) => onChange({ ...filter, model })}
      />
      {isLate ? (
        <ActionButton
          label={filter.lacksPlates ? words.lackingOn : words.lacking(sum.lacking)}
          keys="p"
          tone="quiet"
          onAct={() => onChange({ ...filter, state: null, lacksPlates: !filter.lacksPlates })}
        />
      ) : null}
      {chosen === 0 ? null : <Tag tone="blue">{words.chosen(chosen)}</Tag>}
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly all: string;
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value | null) => void;
}

function Choice<Value extends string>({ label, all, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <NativeSelect
      aria-label={label}
      size="sm"
      value={value ?? ''}
      data={[{ value: '', label: all }, ...options]}
      onChange={(event) => onChange(options.find((one) => one.value === event.currentTarget.value)?.value ?? null)}
    />
  );
}
