import { isBatchField, type BatchCells, type BatchField } from '#shared/domain/batch/batch-row.ts';
import type { TableFault } from '#shared/domain/table-file.ts';
import { act } from '#renderer/connection/act.ts';
import { client } from '#renderer/connection/connection.ts';
import type { FileHost } from '#renderer/features/rows/bring-file.tsx';
import type { RowTexts } from '#renderer/features/rows/judged-row.ts';
import type { RowHost } from '#renderer/features/rows/row-desk.ts';

/** Keeps and judges the rows of one batch. */
export function batchRowHost(id: string): RowHost {
  return {
    keepRows: (rows) => client.batches.keepRows({ id, rows: rows.map((row) => ({ id: row.id, cells: batchCells(row.cells) })) }),
    confirm: ({ rowId, field, code }) => client.batches.confirm({ id, questions: isBatchField(field) ? [{ rowId, field, code }] : [] }),
    recheck: (after) => client.batches.recheck({ id, after }),
    setAside: (rowIds, aside) => client.batches.setAside({ id, rowIds, aside }),
  };
}

/** Reads files for one batch. */
export function batchFileHost(id: string): FileHost {
  return {
    readFile: async (file, sheet, readId) => {
      const answer = await client.batches.readFile({ id, file, sheet, readId });
      return answer.kind === 'read' ? answer : { kind: 'fault', fault: answer.fault as TableFault };
    },
    importRows: (readId, columns) =>
      act(client.batches.importRows, {
        id,
        readId,
        columns: columns.map((field) => (field !== null && isBatchField(field) ? field : null)),
      }),
    template: () => client.batches.template({}),
    templateName: 'kaunta-batch.xlsx',
  };
}

function batchCells(cells: RowTexts): BatchCells {
  const own = Object.entries(cells).flatMap(([field, text]) => (isBatchField(field) && text !== undefined ? [[field, text] as const] : []));
  return Object.fromEntries(own) as Partial<Record<BatchField, string>>;
}
