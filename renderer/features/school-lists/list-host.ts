import { isCandidateField, type CandidateCells } from '#shared/domain/school-list/candidate-row.ts';
import type { TableFault } from '#shared/domain/table-file.ts';
import { act } from '#renderer/connection/act.ts';
import { client } from '#renderer/connection/connection.ts';
import type { FileHost } from '#renderer/features/rows/bring-file.tsx';
import type { RowTexts } from '#renderer/features/rows/judged-row.ts';
import type { RowHost } from '#renderer/features/rows/row-desk.ts';

/** Keeps and judges the rows of one list. */
export function listRowHost(id: string): RowHost {
  return {
    keepRows: (rows) => client.schoolLists.keepRows({ id, rows: rows.map((row) => ({ id: row.id, cells: candidateCells(row.cells) })) }),
    confirm: ({ rowId, field, code }) =>
      isCandidateField(field) ? client.schoolLists.confirm({ id, rowId, field, code }) : Promise.resolve({ rows: [] }),
    setAside: (rowIds, aside) => client.schoolLists.setAside({ id, rowIds, aside }),
  };
}

/** Reads files for one list. */
export function listFileHost(id: string): FileHost {
  return {
    readFile: async (file, sheet, readId) => {
      const answer = await client.schoolLists.readFile({ id, file, sheet, readId });
      return answer.kind === 'read' ? answer : { kind: 'fault', fault: answer.fault as TableFault };
    },
    importRows: (readId, columns) =>
      act(client.schoolLists.importRows, {
        id,
        readId,
        columns: columns.map((field) => (field !== null && isCandidateField(field) ? field : null)),
      }),
    template: () => client.schoolLists.template({}),
    templateName: 'kaunta-school-list.xlsx',
  };
}

function candidateCells(cells: RowTexts): CandidateCells {
  const own = Object.entries(cells).flatMap(([field, text]) =>
    isCandidateField(field) && text !== undefined ? [[field, text] as const] : [],
  );
  return Object.fromEntries(own);
}
