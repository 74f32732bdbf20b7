import { client } from '#renderer/connection/connection.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { saveFile } from '#renderer/ui/save-file.ts';
import { tell } from '#renderer/ui/tell.ts';
import { useFailureText } from '#renderer/ui/failure-text.ts';
import { useBatchProblemText } from './batch-grid-rows.ts';
import type { BatchLine } from './batch-row.ts';
import type { BatchDesk } from './batch-desk.ts';
import { useStore } from './use-batch-desk.ts';

/** Bad rows as a spreadsheet with their reasons, to be mended outside and brought in again (FEATURES E5). */
export function useSaveBad({ id, number }: BatchLine, { rows, flush }: BatchDesk) {
  const words = useWords().batches;
  const sentence = useBatchProblemText();
  const failureText = useFailureText();
  const bad = useStore(rows).filter(({ state }) => state === 'bad');
  const save = async (format: 'csv' | 'xlsx') => {
    await flush();
    const reasons = bad.map(({ id: rowId, problems }) => ({
      rowId,
      reason: problems.map((problem) => `${words.field[problem.field]}: ${sentence(problem)}`).join(' '),
    }));
    const file = await client.batches.exportBad({ id, format, reasonHeading: words.sheet.reason, reasons });
    saveFile(file, `${number}.${format}`);
  };
  return {
    isEmpty: bad.length === 0,
    save: (format: 'csv' | 'xlsx') => void save(format).catch((error: unknown) => tell(failureText(error))),
  };
}
