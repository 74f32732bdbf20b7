import '@mantine/core/styles.css';
import '#renderer/ui/global.css';
import { MantineProvider } from '@mantine/core';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { CountLine } from '#renderer/ui/grid/count-line.tsx';
import { Grid } from '#renderer/ui/grid/grid.tsx';
import type { CellPatch, GridColumn, GridProblem, GridRow } from '#renderer/ui/grid/grid-row.ts';
import { KeyLayer, KeysProvider } from '#renderer/ui/keys.tsx';
import { theme } from '#renderer/ui/theme.ts';

type Cells = Readonly<Record<string, string>>;

const columns: readonly GridColumn[] = ['make', 'chassis', 'engine', 'colour', 'owner', 'phone', 'invoice', 'year'].map((key) => ({
  key,
  head: key,
  widthPx: 180,
}));

function cellsOf(index: number): Cells {
  const number = String(index).padStart(8, '0');
  const slip = index % 30 === 7 ? 'O' : '0';
  return {
    make: 'TVS',
    chassis: `MD6${slip}AB${number}`,
    engine: `E${number}`,
    colour: 'Red',
    owner: '',
    phone: '',
    invoice: 'I-1',
    year: '2026',
  };
}

/** The one rule of this bed: a chassis number has no letter O. */
function problemsOf({ chassis = '' }: Cells): readonly GridProblem[] {
  if (!chassis.includes('O')) return [];
  const fix = { label: 'Put 0', cells: { chassis: chassis.replaceAll('O', '0') } };
  return [{ column: 'chassis', tone: 'wrong', sentence: 'There is a letter O in it.', fixes: [fix] }];
}

function rowOf({ id, number, cells }: Pick<GridRow, 'id' | 'number' | 'cells'>): GridRow {
  return { id, number, cells, problems: problemsOf(cells) };
}

function patched(rows: readonly GridRow[], patches: readonly CellPatch[]): readonly GridRow[] {
  const byRow = Map.groupBy(patches, ({ rowId }) => rowId);
  return rows.map((row) => {
    const own = byRow.get(row.id) ?? [];
    return own.length === 0
      ? row
      : rowOf({ ...row, cells: { ...row.cells, ...Object.fromEntries(own.map(({ column, after }) => [column, after])) } });
  });
}

/** A grid of as many rows as the address asks for, kept in memory only. */
function Bed() {
  const [rows, setRows] = useState(() =>
    Array.from({ length: Number(new URLSearchParams(location.search).get('rows')) }, (_, index) =>
      rowOf({ id: `row-${index}`, number: index + 1, cells: cellsOf(index) }),
    ),
  );
  const bad = rows.filter(({ problems }) => problems.length > 0).length;
  return (
    <main style={{ display: 'flex', flexDirection: 'column', height: '100%' }}>
      <h1>A grid by itself</h1>
      <Grid
        label="Rows"
        sheet={{ rows, columns }}
        onEdit={(patches) => setRows((before) => [...patched(before, patches)])}
        onOverflow={(lines) =>
          setRows((before) => [
            ...before,
            ...lines.map((cells, index) => rowOf({ id: `new-${before.length + index}`, number: before.length + index + 1, cells })),
          ])
        }
      />
      <CountLine good={rows.length - bad} bad={bad} aside={0} />
    </main>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <MantineProvider theme={theme}>
    <KeysProvider>
      <KeyLayer at="page">
        <Bed />
      </KeyLayer>
    </KeysProvider>
  </MantineProvider>,
);
