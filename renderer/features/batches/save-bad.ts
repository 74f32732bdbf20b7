import { client } from '#renderer/connection/connection.ts';
import { useRowProblemText } from '#renderer/features/rows/grid-rows.ts';
import type { RowDesk } from '#renderer/features/rows/row-desk.ts';
import { useStore } from '#renderer/features/rows/use-row-desk.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { saveFile } from '#renderer/ui/save-file.ts';
import { tell } from '#renderer/ui/tell.ts';
import { useFailureText } from '#renderer/ui/failure-text.ts';
import type { BatchLine } from './batch-row.ts';

/** Bad rows as a spreadsheet with their reasons, to be mended outside and brought in again (FEATURES E5). */
export function useSaveBad({ id, number }: BatchLine, { rows, flush }: RowDesk) {
  const words = useWords().batches;
  const names: Readonly<Record<string, string>> = words.field;
  const sentence = useRowProblemText(words);
  const failureText = useFailureText();
  const bad = useStore(rows).filter(({ state }) => state === 'bad');
  const save = async (format: 'csv' | 'xlsx') => {
    await flush();
    const reasons = bad.map(({ id: rowId, problems }) => ({
      rowId,
      reason: problems.map((problem) => `${names[problem.field] ?? problem.field}: ${sentence(problem)}`).join(' '),
    }));
    const file = await client.batches.exportBad({ id, format, reasonHeading: words.sheet.reason, reasons });
    saveFile(file, `${number}.${format}`);
  };
  return (format: 'csv' | 'xlsx') => void save(format).catch((error: unknown) => tell(failureText(error)));
}
