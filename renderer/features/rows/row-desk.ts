import { actId } from '#renderer/connection/act.ts';
import { failureOf } from '#renderer/connection/failure.ts';
import { openStore } from '#renderer/connection/store.ts';
import type { KeptState } from '#renderer/features/application/draft-keeper.ts';
import type { CellPatch } from '#renderer/ui/grid/grid-row.ts';
import type { JudgedRow, RowProblem, RowTexts } from './judged-row.ts';
import { checked, patched } from './judged-rows.ts';
import { createRowKeeper } from './row-keeper.ts';

/** At most a third of a second of typing is lost (FEATURES A4 asks for one), and the host's judgement comes as soon. */
const keepAfterMs = 300;
/** As many rows as the contract takes at once. */
const rowsAtOnce = 500;

interface Answer {
  readonly rows: readonly JudgedRow[];
}

/** The host of one list, which keeps its rows and judges them. */
export interface RowHost {
  /** Judges the rows behind a number anew, a part at a time: what stood against them elsewhere may be gone. */
  readonly recheck?: ((after: number) => Promise<Answer & { readonly next: number | null }>) | undefined;
  readonly keepRows: (rows: { readonly id: string; readonly cells: RowTexts }[]) => Promise<Answer>;
  readonly confirm: (question: { readonly rowId: string; readonly field: string; readonly code: string }) => Promise<Answer>;
  readonly setAside: (rowIds: string[], aside: boolean) => Promise<Answer>;
}

export type RowDesk = ReturnType<typeof openRowDesk>;

/** The rows of one list as they stand on screen: typed here, kept as they change, judged by the host. */
export function openRowDesk(first: readonly JudgedRow[], host: RowHost) {
  const rows = openStore<readonly JudgedRow[]>(first);
  const kept = openStore<KeptState>('kept');
  const error = openStore<unknown>(null);
  const take = (answer: Answer) => {
    rows.set(checked(rows.get(), answer.rows));
    error.set(null);
  };
  const keep = async (changed: readonly JudgedRow[]) => {
    for (const part of inParts(changed.map(({ id, cells }) => ({ id, cells })))) take(await host.keepRows(part));
  };
  const keeper = createRowKeeper<JudgedRow>({
    waitMs: keepAfterMs,
    onState: (state) => kept.set(state),
    isFinal: (failed) => failureOf(failed).kind === 'refused',
    keyOf: (row) => row.id,
    keep: (changed) =>
      keep(changed).catch((failed: unknown) => {
        error.set(failed);
        throw failed;
      }),
  });
  const edit = (patches: readonly CellPatch[]) => {
    rows.set(patched(rows.get(), patches));
    const touched = new Set(patches.map(({ rowId }) => rowId));
    keeper.note(rows.get().filter((row) => touched.has(row.id)));
  };
  /** What was typed goes first, so that the host judges what stands on screen. */
  const ask = (question: () => Promise<Answer>) => {
    const asked = async () => {
      await keeper.flush();
      take(await question());
    };
    void asked().catch((failed: unknown) => error.set(failed));
  };
  const recheck = async (isOpen: () => boolean) => {
    for (let after: number | null = 0; after !== null && host.recheck !== undefined && isOpen();) {
      const answer = await host.recheck(after);
      take(answer);
      after = answer.next;
    }
  };
  return {
    rows,
    kept,
    error,
    edit,
    /** All rows once more, for as long as somebody looks at them. */
    recheck: (isOpen: () => boolean) => void recheck(isOpen).catch((failed: unknown) => error.set(failed)),
    flush: keeper.flush,
    add: (lines: readonly Readonly<Record<string, string>>[]) => edit(lines.flatMap(patchesOfNew)),
    confirm: ({ id: rowId }: JudgedRow, { field, code }: RowProblem) => ask(() => host.confirm({ rowId, field, code })),
    setAside: (rowIds: readonly string[], aside: boolean) => inParts(rowIds).forEach((part) => ask(() => host.setAside(part, aside))),
  };
}

function inParts<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / rowsAtOnce) }, (_, part) => all.slice(part * rowsAtOnce, (part + 1) * rowsAtOnce));
}

function patchesOfNew(cells: Readonly<Record<string, string>>): readonly CellPatch[] {
  const rowId = actId();
  return Object.entries(cells).map(([column, after]) => ({ rowId, column, before: '', after }));
}
