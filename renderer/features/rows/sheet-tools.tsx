import { useState } from 'react';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import type { GridState } from '#renderer/ui/grid/use-grid.ts';
import { FillDialog } from './fill-dialog.tsx';
import type { RowWords } from './row-kind.ts';

interface SheetToolsProps {
  readonly words: RowWords;
  readonly grid: GridState;
  readonly asideIds: ReadonlySet<string>;
  readonly isFiltered: boolean;
  readonly onFilter: (isOn: boolean) => void;
  readonly onAside: (rowIds: readonly string[], aside: boolean) => void;
}

/** What can be done with many rows at once; none of its keys is one that types. */
export function SheetTools({ words: { sheet: words, fill }, grid, asideIds, isFiltered, onFilter, onAside }: SheetToolsProps) {
  const [isFilling, setIsFilling] = useState(false);
  const { sheet, range } = grid;
  const chosen = sheet.rows
    .slice(range.top, range.bottom + 1)
    .filter(({ problems, isAside, cells }) => isAside || problems.length > 0 || Object.keys(cells).length > 0);
  const isBack = chosen.length > 0 && chosen.every(({ id }) => asideIds.has(id));
  return (
    <>
      <ActionButton label={isFiltered ? words.allRows : words.onlyProblems} keys="Alt+p" onAct={() => onFilter(!isFiltered)} />
      <ActionButton label={words.fill} keys="Alt+b" onAct={() => setIsFilling(true)} />
      <ActionButton
        label={isBack ? words.takeBack : words.setAside}
        keys="Alt+a"
        disabled={chosen.length === 0}
        onAct={() =>
          onAside(
            chosen.map(({ id }) => id),
            !isBack,
          )
        }
      />
      {isFilling ? <FillDialog words={fill} grid={grid} onClose={() => setIsFilling(false)} /> : null}
    </>
  );
}
